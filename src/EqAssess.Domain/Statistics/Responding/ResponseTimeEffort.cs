namespace EqAssess.Domain.Statistics.Responding;

/// <summary>Shares of answers that took long enough to be attempts (Wise &amp; Kong 2005): per person RTE, per item RTF.</summary>
/// <remarks>From 0 to 1. Expected values: base R, oracle case 11_rapid_longstring.</remarks>
public static class ResponseTimeEffort
{
    /// <summary>Below this RTE an attempt gets a note; it is never turned down for it.</summary>
    public const double Least = .90;

    /// <param name="seconds">One per item or per person, NaN where none was seen.</param>
    /// <param name="thresholds">In seconds, in the same order. A time equal to its threshold is an attempt.</param>
    /// <returns>Insufficient data where nothing was seen.</returns>
    public static Estimate Of(IReadOnlyList<double> seconds, IReadOnlyList<double> thresholds)
    {
        int seen = seconds.Count(s => !double.IsNaN(s));
        return seen == 0 ? NoEstimate.InsufficientData : (double)seconds.Zip(thresholds).Count(t => t.First >= t.Second) / seen;
    }

    /// <summary>RTF: the share of the persons who saw an item and took time for it.</summary>
    /// <inheritdoc cref="Of"/>
    public static Estimate OfItem(IReadOnlyList<double> seconds, double threshold) => Of(seconds, [.. seconds.Select(_ => threshold)]);
}
