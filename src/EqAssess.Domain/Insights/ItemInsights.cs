using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Insights;

/// <summary>Makes the items of an insight, one after the other.</summary>
/// <param name="reached">Who handed in and whose time ended: the whole for not reached.</param>
internal sealed class ItemInsights(ScoredSittings scored, ScoreTable credits, ItemAnalysis analysis, IReadOnlyList<Sitting> reached, double[] thresholds)
{
    private static readonly ItemFlags Limits = new();

    private readonly double[] totals = credits.Totals();

    public IReadOnlyList<ItemInsight> All() => [.. scored.Plan.Items.Select(Of)];

    private ItemInsight Of(PlannedItem item, int place)
    {
        double[] own = credits.Column(place);
        double[] rests = [.. totals.Zip(own, (total, credit) => total - (double.IsNaN(credit) ? 0 : credit))];
        var fifths = RestFifths.By(rests);
        IReadOnlyList<OptionInsight> options =
            [.. OptionValues.Of(scored.Plan, item, [.. scored.Sittings.Select(s => s.Responses[place])]).Select(o => OptionInsight.Of(o, rests, fifths))];
        ItemStatistics statistics = analysis.Items[place];
        int seen = scored.Sittings.Count(s => !double.IsNaN(s.Seconds[place]));
        ItemEvidence evidence = EvidenceOf(item, place, statistics, options, seen);
        (Estimate lower, Estimate upper) = statistics.ItemRest.OrNull is double r ? CorrelationLimits.Of(r, analysis.Persons) : (statistics.ItemRest, statistics.ItemRest);
        return new ItemInsight(
            item.ItemVersion,
            item.ItemId,
            item.Domain,
            item.Format,
            seen,
            evidence.Facility,
            statistics.ItemRest,
            lower,
            upper,
            statistics.AlphaIfDeleted,
            evidence.OmitRate,
            evidence.NotReachedRate,
            ChanceOf(item),
            FlagsOf(evidence, options),
            fifths.Sizes,
            fifths.Means(Array.ConvertAll(own, credit => credit / item.Weight)),
            options,
            TimeInsight.Of([.. scored.Sittings.Select(s => s.Seconds[place])], thresholds[place]));
    }

    private ItemEvidence EvidenceOf(PlannedItem item, int place, ItemStatistics statistics, IReadOnlyList<OptionInsight> options, int seen) => new(
        seen,
        statistics.Mean.OrNull is double mean ? mean / item.Weight : statistics.Mean,
        statistics.ItemRest,
        analysis.Alpha,
        statistics.AlphaIfDeleted,
        [.. options.Where(o => o.Use is OptionUse.Chosen or OptionUse.Most).Select(o => o.AsChoice())],
        seen == 0 ? 0 : scored.Sheets.Count(s => s.Items[place] is ItemResult.Omitted) / (double)seen,
        reached.Count == 0 ? 0 : reached.Count(s => double.IsNaN(s.Seconds[place])) / (double)reached.Count,
        item.Format == RateEachFormat.FormatCode ? null : ChanceOf(item),
        FromMidpoint(item));

    /// <summary>Rated options are no choices: the key of one is suspect where its credit clearly falls as the rest rises.</summary>
    private static IReadOnlyList<ItemFlag> FlagsOf(ItemEvidence evidence, IReadOnlyList<OptionInsight> options)
    {
        IReadOnlyList<ItemFlag> flags = Limits.Of(evidence);
        return evidence.Persons >= Limits.FewestPersons && options.Any(o => o.RunsAgainst) && !flags.Contains(ItemFlag.KeySuspect)
            ? [ItemFlag.KeySuspect, .. flags]
            : flags;
    }

    private double? ChanceOf(PlannedItem item) => (scored.Plan.MethodOf(item) as CreditMethod)?.ChanceCredit(item, RatingRange.Of(scored.Plan.RatingScale));

    /// <summary>Of the option whose judges' mean lies nearest to the middle of the scale; null for a key without a panel.</summary>
    private double? FromMidpoint(PlannedItem item)
    {
        double middle = RatingRange.Of(scored.Plan.RatingScale).Midpoint;
        return item.ScoredOptions().Where(o => o.Ratings is { Count: > 0 }).Select(o => (double?)(o.Ratings!.Average() - middle)).MinBy(d => Math.Abs(d!.Value));
    }
}
