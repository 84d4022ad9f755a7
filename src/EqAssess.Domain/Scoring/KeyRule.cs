using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>From the ratings of a panel to the key of one option, and whether the panel agrees enough for the option to be scored.</summary>
/// <remarks>
/// Key = floor(median + 0.5). On an even scale a median on the midpoint is settled by the mean; where the mean lies there too, the
/// option has no side and is dropped. An option is kept from r_wg ≥ .70 (James, Demaree &amp; Wolf 1984) and 80 % of the judges on
/// the key's side, unless other thresholds are given. On an odd scale a key on the midpoint has no side and so no share; such an option is dropped as well. Expected
/// values: R, oracle case 20_default_policy.
/// </remarks>
public static class KeyRule
{
    /// <param name="ratings">One per judge, on the scale; at least one.</param>
    /// <param name="thresholds">Those of the remarks where none are given.</param>
    /// <exception cref="ArgumentException">There is no rating, or one lies outside the scale.</exception>
    public static PanelVerdict Judge(IReadOnlyList<int> ratings, RatingRange range, OptionThresholds? thresholds = null)
    {
        if (ratings.Count == 0 || ratings.Any(r => !range.Contains(r)))
        {
            throw new ArgumentException("A panel needs ratings, all of them on the scale.", nameof(ratings));
        }

        double[] values = [.. ratings.Select(r => (double)r)];
        double key = KeyOf(ratings, range);
        int side = range.Side(key);
        Estimate agreement = Rwg.Of(ratings, range.Count);
        Estimate share = side == 0
            ? NoEstimate.NotEstimable
            : ratings.Count(r => range.Side(r) == side) / (double)ratings.Count;
        return new PanelVerdict(
            key,
            DropReason(agreement, share, thresholds ?? OptionThresholds.Default),
            Moments.Mean(values),
            Descriptive.StandardDeviation(values),
            agreement,
            share);
    }

    /// <summary>The effectiveness that a key takes from ratings: the key of this rule where options are rated, their mean where they are compared.</summary>
    /// <param name="ratings">As for <see cref="Judge"/>.</param>
    /// <param name="format">Format of the item.</param>
    public static double EffectivenessOf(IReadOnlyList<int> ratings, RatingRange range, string format) =>
        format == RateEachFormat.FormatCode ? KeyOf(ratings, range) : ratings.Sum() / (double)ratings.Count;

    private static double KeyOf(IReadOnlyList<int> ratings, RatingRange range)
    {
        double median = Moments.Median([.. ratings.Select(r => (double)r)]);
        if (!range.IsEven || median != range.Midpoint)
        {
            return Math.Floor(median + 0.5);
        }

        // Twice the sum beside the count times twice the midpoint: whole numbers, so that a mean on the midpoint is seen as one.
        int lean = (2 * ratings.Sum()).CompareTo(ratings.Count * (range.Lowest + range.Highest));
        return median + (lean / 2d);
    }

    private static string? DropReason(Estimate agreement, Estimate share, OptionThresholds least) =>
        share.OrNull is not double onSide ? "the judges put it on neither side of the midpoint"
        : agreement.OrNull is not double rwg ? "one judge is no panel"
        : rwg < least.Agreement ? $"the judges disagree (r_wg below {Numbers.Decimals(least.Agreement)})"
        : onSide < least.Share ? $"fewer than {Numbers.Percent(least.Share)} of the judges are on the key's side"
        : null;
}

/// <summary>What a panel says of one option.</summary>
/// <param name="Effectiveness">A point of the scale; the midpoint itself where the panel takes no side.</param>
/// <param name="DroppedBecause">Null: the option is scored.</param>
/// <param name="StandardDeviation">n − 1, in points of the scale.</param>
/// <param name="Agreement">r_wg, raw and possibly negative.</param>
/// <param name="SameSideShare">0 to 1.</param>
public sealed record PanelVerdict(
    double Effectiveness,
    string? DroppedBecause,
    double Mean,
    Estimate StandardDeviation,
    Estimate Agreement,
    Estimate SameSideShare);
