using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>Selection rates of groups, over campaigns: taken together by Mantel–Haenszel, never added up.</summary>
public static class Impact
{
    public static ReportSection Of(IReadOnlyList<ImpactFacts> pairs, ReportWords words) => words.Chapter(
        "impact",
        [
            words.Say("impact.Lead"),
            .. pairs.Count == 0
                ? [words.NotYet("impact")]
                : new Block[] { words.Grid("impact.List", ["Campaigns", "People", "Odds", "P", "Alike"], pairs.Select(p => Row(p, words))), words.Say("impact.Read") },
        ]);

    private static GridRow Row(ImpactFacts pair, ReportWords words)
    {
        var together = FourfoldTables.Of(pair.Campaigns);
        return new GridRow(
            words("Manual.dif.Pair", pair.Question, pair.Focal, pair.Reference),
            [
                words.Count(pair.Campaigns.Count),
                words("Manual.dif.About", (int)pair.Campaigns.Sum(c => c.C + c.D), (int)pair.Campaigns.Sum(c => c.A + c.B)),
                together is { OddsRatio.OrNull: double odds, Limits: var (lower, upper) } ? words("Manual.impact.Odds", odds, lower, upper) : words("Manual.NotEstimable"),
                together.P.OrNull is double p ? P(words, p) : words("Manual.NotEstimable"),
                pair.Campaigns.Count > 1 && BreslowDay.Of(pair.Campaigns).P.OrNull is double alike ? P(words, alike) : "–",
            ]);
    }

    private static string P(ReportWords words, double p) => p < 0.001 ? words("Manual.impact.P.Least") : words("Manual.impact.P", p);
}

/// <param name="Campaigns">Reference group (A went on, B not) and focal group (C, D) of each campaign that shows all four.</param>
public sealed record ImpactFacts(string Question, string Focal, string Reference, IReadOnlyList<Fourfold> Campaigns);
