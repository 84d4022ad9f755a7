using System.Globalization;

namespace EqAssess.Benchmarks;

/// <summary>Times of requests in milliseconds.</summary>
internal sealed record Latencies(IReadOnlyList<double> Sorted)
{
    public static Latencies Of(IEnumerable<double> milliseconds) => new([.. milliseconds.Order()]);

    /// <summary>The value below which the share of the requests lies (nearest rank).</summary>
    public double At(double share) => Sorted[Math.Max(0, (int)Math.Ceiling(share * Sorted.Count) - 1)];

    /// <summary>Cells of a table: p50, p95, p99 and the longest.</summary>
    public string Cells() => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {Sorted[^1]:0.0}");
}
