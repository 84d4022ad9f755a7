using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Panels;

/// <summary>What the ratings of a panel say: of each option, of each item and of the panel as a whole. The second round counts.</summary>
/// <param name="Judges">Complete judges, in the order of all ratings below.</param>
/// <param name="Reliability">ICC(2,k) over all rated options and the complete judges.</param>
/// <param name="Shortfalls">What keeps the panel from the status panel, in words; empty where nothing does.</param>
public sealed record PanelAnalysis(
    IReadOnlyList<KeyJudge> Judges, BoundedEstimate Reliability, IReadOnlyList<ItemVerdict> Items, IReadOnlyList<string> Shortfalls)
{
    /// <summary>The points on which judges rate, whatever the format of an item.</summary>
    public static IReadOnlyList<int> Scale => RateEachFormat.Scale;

    internal static RatingRange Range { get; } = RatingRange.Of(RateEachFormat.Scale);

    public static PanelAnalysis Of(PanelEvidence evidence, PanelThresholds thresholds)
    {
        IReadOnlyList<PanelVoice> judges = evidence.Complete;
        IReadOnlyList<ItemVerdict> items = judges.Count == 0 ? [] : [.. evidence.Items.Select(item => Judged(item, judges, thresholds))];
        BoundedEstimate reliability = PanelReliability.Of(items.SelectMany(i => i.Options).Select(o => o.Ratings));
        KeyJudge[] who = [.. judges.Select(j => j.Judge)];
        return new PanelAnalysis(who, reliability, items, [.. PanelShortfalls.Of(who, reliability, thresholds)]);
    }

    private static ItemVerdict Judged(Item item, IReadOnlyList<PanelVoice> judges, PanelThresholds thresholds)
    {
        OptionVerdict[] options = [.. item.Options.Select(o => OptionVerdict.Of(new RatedOption(item.Id, o.Id), judges, item.Format, thresholds.Option))];
        KeyedOption[] keyed = [.. options.Select(o => new KeyedOption(o.Option, o.Effectiveness, "", [], o.DroppedBecause, o.Ratings))];
        return new ItemVerdict(
            item, options, PickVotes.Best(item.Format, keyed), PickVotes.Worst(item.Format, keyed), ItemRule.LeftOutBecause(item.Format, keyed, thresholds));
    }
}

/// <param name="Best">Who was named the best; null where the format does not ask for it.</param>
/// <param name="Worst">Who was named the worst; null where the format does not ask for it.</param>
/// <param name="LeftOutBecause">Null: the item goes into the key.</param>
public sealed record ItemVerdict(Item Item, IReadOnlyList<OptionVerdict> Options, PickVotes? Best, PickVotes? Worst, string? LeftOutBecause);
