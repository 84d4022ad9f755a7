using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Domain.Insights;

/// <summary>How long people were on an item, all visits together. It says something of the item, nothing of a person's honesty or feelings.</summary>
/// <param name="Median">Seconds.</param>
/// <param name="Threshold">Seconds below which an answer is too fast to be an attempt.</param>
/// <param name="Attempted">Share of the persons who saw the item and took that long, 0 to 1.</param>
/// <param name="Bins">Persons in each bin of <see cref="Edges"/>; the last one is open.</param>
public sealed record TimeInsight(Estimate Median, double Threshold, Estimate Attempted, IReadOnlyList<int> Bins)
{
    /// <summary>Seconds at which each bin begins.</summary>
    public static IReadOnlyList<int> Edges { get; } = [0, 5, 10, 20, 30, 45, 60, 90, 120, 180, 300];

    /// <param name="seconds">NaN for who never saw it.</param>
    internal static TimeInsight Of(double[] seconds, double threshold)
    {
        double[] seen = [.. seconds.Where(s => !double.IsNaN(s))];
        return new TimeInsight(
            Descriptive.Median(seen),
            threshold,
            ResponseTimeEffort.OfItem(seen, threshold),
            [.. Edges.Select((from, i) => seen.Count(s => s >= from && (i == Edges.Count - 1 || s < Edges[i + 1])))]);
    }
}
