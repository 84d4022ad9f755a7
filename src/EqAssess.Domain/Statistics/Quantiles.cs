namespace EqAssess.Domain.Statistics;

/// <summary>Quantiles that are values of the sample (Hyndman &amp; Fan 1996, type 1): the smallest x that at least a share of it does not exceed.</summary>
public static class Quantiles
{
    /// <summary>The ten deciles with the smallest value before them, as R's <c>quantile(x, 0:10/10, type = 1)</c>; empty for no values.</summary>
    public static IReadOnlyList<double> Deciles(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        long n = sorted.Length;
        return n == 0 ? [] : [.. Enumerable.Range(0, 11).Select(i => sorted[Math.Max(0, (((n * i) + 9) / 10) - 1)])];
    }

    /// <summary>The value below or at which a share lies; null for no values.</summary>
    /// <param name="share">0 to 1.</param>
    public static double? At(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling((sorted.Length * share) - 1e-9) - 1, 0, sorted.Length - 1)];
    }
}
