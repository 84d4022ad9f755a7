using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Insights;

/// <summary>How people would move if the first scoring gave way to another.</summary>
/// <remarks>
/// Methods have means and spreads of their own, so the other scores are first put on the mean and the SD of the first (linear equating on
/// the same people); what still moves is order, not units.
/// </remarks>
/// <param name="Correlation">r of the two scores.</param>
/// <param name="ByError">Persons whose score moves by more than one standard error of the first scoring; null where that error is not known.</param>
/// <param name="ByRank">Persons whose percentile rank moves by more than <see cref="Ranks"/> points.</param>
/// <param name="MostRanks">The largest move, in percentile points.</param>
public sealed record ScoringShift(Estimate Correlation, int? ByError, int ByRank, double MostRanks)
{
    /// <summary>Percentile points beyond which a person has moved.</summary>
    public const double Ranks = 10;

    internal static ScoringShift Of(double[] first, double[] other, Estimate error)
    {
        double[] moves = [.. RanksOf(first).Zip(RanksOf(other), (a, b) => Math.Abs(a - b))];
        return new ScoringShift(
            Pearson.Correlation(first, other),
            error.OrNull is double sem && Equated(other, first) is { } equated ? equated.Zip(first).Count(p => Math.Abs(p.First - p.Second) > sem) : null,
            moves.Count(m => m > Ranks),
            moves.Max());
    }

    private static double[]? Equated(double[] scores, double[] onto)
    {
        (double from, double to) = (scores.Average(), onto.Average());
        return Descriptive.StandardDeviation(scores).OrNull is double own && own > 0 && Descriptive.StandardDeviation(onto).OrNull is double wanted
            ? Array.ConvertAll(scores, s => to + (wanted / own * (s - from)))
            : null;
    }

    private static double[] RanksOf(double[] scores)
    {
        double[] sorted = [.. scores.Order()];
        return Array.ConvertAll(scores, s =>
        {
            int below = FirstAtLeast(sorted, s, orAbove: false);
            return new PercentileRank(below, FirstAtLeast(sorted, s, orAbove: true) - below, sorted.Length).Value;
        });
    }

    /// <summary>The first place whose value is at least the score, or above it.</summary>
    private static int FirstAtLeast(double[] sorted, double score, bool orAbove)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < score || (orAbove && sorted[middle] == score) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
