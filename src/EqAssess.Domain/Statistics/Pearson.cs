namespace EqAssess.Domain.Statistics;

/// <summary>Product-moment correlation (Pearson 1895): r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)²·Σ(y − ȳ)²), from −1 to 1.</summary>
/// <remarks>Expected values: R's <c>cor</c>, oracle cases 10_sjt_rate_scoring and 20_default_policy.</remarks>
public static class Pearson
{
    /// <returns>
    /// Fewer than three pairs: insufficient data, since two points always give ±1. All values of a side alike: zero variance.
    /// A result that rounding carries past ±1 is set to ±1.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length; pairing them is the caller's business.</exception>
    public static Estimate Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
        {
            throw new ArgumentException($"{x.Count} values cannot be paired with {y.Count}.", nameof(y));
        }

        if (x.Count < 3)
        {
            return NoEstimate.InsufficientData;
        }

        if (Moments.AreAlike(x) || Moments.AreAlike(y))
        {
            return NoEstimate.ZeroVariance;
        }

        double spread = Math.Sqrt(Moments.SquaredDeviations(x)) * Math.Sqrt(Moments.SquaredDeviations(y));
        return Math.Clamp(Moments.Products(x, y) / spread, -1, 1);
    }
}
