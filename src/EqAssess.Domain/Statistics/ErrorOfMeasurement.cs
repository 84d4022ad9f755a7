namespace EqAssess.Domain.Statistics;

/// <summary>The error of an observed score (Lord &amp; Novick 1968; Dudek 1979). Expected values: R, oracle case 02_spearman_brown_sem.</summary>
public static class ErrorOfMeasurement
{
    /// <summary>Half-width of a 95 % interval in standard errors.</summary>
    public const double Z95 = 1.96;

    /// <summary>SEM = s·√(1 − r), in the unit of <paramref name="standardDeviation"/>.</summary>
    /// <param name="standardDeviation">n − 1, not negative.</param>
    /// <param name="reliability">At most 1. A negative estimate is used as it is and widens the error.</param>
    public static double StandardError(double standardDeviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reliability, 1);
        return standardDeviation * Math.Sqrt(1 - reliability);
    }

    /// <summary>SED = √(SEM₁² + SEM₂²): the error of the difference between two independent observed scores.</summary>
    public static double StandardErrorOfDifference(double first, double second) => Math.Sqrt((first * first) + (second * second));

    /// <summary>x ± 1.96·SEM, not clipped to the score range.</summary>
    public static (double Lower, double Upper) Interval95(double score, double standardError) =>
        (score - (Z95 * standardError), score + (Z95 * standardError));

    /// <summary>Whether two scores lie 1.96 SED or more apart.</summary>
    public static bool DifferReliably(double first, double second, double standardErrorOfDifference) =>
        Math.Abs(first - second) >= Z95 * standardErrorOfDifference;
}
