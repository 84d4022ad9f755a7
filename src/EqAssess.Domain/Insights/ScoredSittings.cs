using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Insights;

/// <summary>Sittings scored under a plan by the scorer that scores reports, so that a page of statistics speaks of the scores that people have.</summary>
internal sealed record ScoredSittings(ScoringPlan Plan, IReadOnlyList<Sitting> Sittings, IReadOnlyList<ScoreSheet> Sheets)
{
    public static ScoredSittings Of(ScoringPlan plan, IReadOnlyList<Sitting> sittings)
    {
        Guid[] items = [.. plan.Items.Select(i => i.ItemVersion)];
        return new ScoredSittings(plan, sittings, [.. sittings.Select(s => Scorer.Score(plan, s.ResponsesTo(items)))]);
    }

    public int Persons => Sittings.Count;

    /// <summary>Whether each item earns a credit of its own; a distance method gives points to no single item.</summary>
    public bool HasCredits => Plan.Items.All(i => Plan.MethodOf(i) is CreditMethod);

    /// <summary>Percent of maximum of the whole test, one per person; every sheet has one.</summary>
    public double[] Percents() => [.. Sheets.Select(s => s.Total.Percent!.Value)];

    /// <summary>Weighted credit, one column per item. What was omitted or not reached earns 0, or is missing where the plan leaves it out.</summary>
    public ScoreTable Credits()
    {
        double missing = Plan.Missing == MissingRule.ScoreAll ? 0 : double.NaN;
        return new ScoreTable(
        [
            .. Enumerable.Range(0, Plan.Items.Count)
                .Select(j => Sheets.Select(s => s.Items[j] is ItemResult.Scored scored ? scored.Points : missing).ToArray()),
        ]);
    }

    /// <summary>Only some persons, in their order.</summary>
    public ScoredSittings Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Persons).Where(keep)];
        return new ScoredSittings(Plan, [.. kept.Select(i => Sittings[i])], [.. kept.Select(i => Sheets[i])]);
    }
}
