using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Panels;

/// <summary>What a panel says of one option.</summary>
/// <remarks>
/// In rate-each items the key is that of <see cref="KeyRule"/>, and so is whether the option is scored. In items that ask for the best,
/// the worst or an order, effectiveness is the mean of the ratings and every option is scored: there the item as a whole is kept or left out.
/// </remarks>
/// <param name="Ratings">Second round, one per complete judge.</param>
/// <param name="FirstRatings">First round, of the same judges in the same order.</param>
/// <param name="DroppedBecause">Null: the option is scored.</param>
/// <param name="Spread">SD with n − 1, r_wg and share on the key's side, as the rule reckons them.</param>
public sealed record OptionVerdict(
    string Option, IReadOnlyList<int> Ratings, IReadOnlyList<int> FirstRatings, double Effectiveness, string? DroppedBecause, PanelVerdict Spread)
{
    public double Median => Moments.Median([.. Ratings.Select(r => (double)r)]);

    public Estimate AverageDeviation => Statistics.AverageDeviation.Of(Ratings);

    public Estimate Awg => Statistics.Awg.Of(Ratings, PanelAnalysis.Range.Lowest, PanelAnalysis.Range.Highest);

    /// <summary>How many judges gave each point of the scale, from the lowest up.</summary>
    public static IReadOnlyList<int> Counts(IReadOnlyList<int> ratings) => [.. PanelAnalysis.Scale.Select(point => ratings.Count(r => r == point))];

    internal static OptionVerdict Of(RatedOption option, IReadOnlyList<PanelVoice> judges, string format, OptionThresholds thresholds)
    {
        int[] ratings = [.. judges.Select(j => j.Second[option])];
        PanelVerdict verdict = KeyRule.Judge(ratings, PanelAnalysis.Range, thresholds);
        bool rated = format == RateEachFormat.FormatCode;
        return new OptionVerdict(
            option.Option,
            ratings,
            [.. judges.Select(j => j.First[option])],
            KeyRule.EffectivenessOf(ratings, PanelAnalysis.Range, format),
            rated ? verdict.DroppedBecause : null,
            verdict);
    }
}
