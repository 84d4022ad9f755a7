namespace EqAssess.Domain.Statistics;

/// <summary>Sums and middles that several statistics share. Callers have seen to it that there are enough values.</summary>
internal static class Moments
{
    public static double Mean(IReadOnlyList<double> values) => values.Sum() / values.Count;

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Σ(x − x̄)², in two passes so that no digits cancel.</summary>
    public static double SquaredDeviations(IReadOnlyList<double> values)
    {
        double mean = Mean(values);
        return values.Sum(v => (v - mean) * (v - mean));
    }

    /// <summary>Σ(x − x̄)(y − ȳ).</summary>
    public static double Products(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double meanX = Mean(x);
        double meanY = Mean(y);
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
    }

    /// <summary>Whether all values are equal, but for the noise of sums of doubles (a relative 1e-12).</summary>
    public static bool AreAlike(IReadOnlyList<double> values) =>
        values.Count == 0 || values.Max() - values.Min() <= 1e-12 * Math.Max(1, values.Max(Math.Abs));
}
