namespace EqAssess.Domain.Statistics;

/// <summary>Mean, spread and median of a list of numbers, in the unit of the numbers. Expected values: R, oracle case 20_default_policy.</summary>
public static class Descriptive
{
    /// <summary>Σx / n. No values: insufficient data.</summary>
    public static Estimate Mean(IReadOnlyList<double> values) =>
        values.Count == 0 ? NoEstimate.InsufficientData : Moments.Mean(values);

    /// <summary>√(Σ(x − x̄)² / (n − 1)), the SD of everything unless another is named. Below two values: insufficient data.</summary>
    public static Estimate StandardDeviation(IReadOnlyList<double> values) =>
        values.Count < 2 ? NoEstimate.InsufficientData : Math.Sqrt(Moments.SquaredDeviations(values) / (values.Count - 1));

    /// <summary>√(Σ(x − x̄)² / n), as profile comparisons use it (Cronbach &amp; Gleser 1953). No values: insufficient data.</summary>
    public static Estimate PopulationStandardDeviation(IReadOnlyList<double> values) =>
        values.Count == 0 ? NoEstimate.InsufficientData : Math.Sqrt(Moments.SquaredDeviations(values) / values.Count);

    /// <summary>The middle value, or the mean of the two middle values. No values: insufficient data.</summary>
    public static Estimate Median(IReadOnlyList<double> values) =>
        values.Count == 0 ? NoEstimate.InsufficientData : Moments.Median(values);
}
