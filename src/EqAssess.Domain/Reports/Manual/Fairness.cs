using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>Whether scenarios work alike for groups, and whether groups score alike.</summary>
public static class Fairness
{
    /// <param name="facts">Null where too few people answered the voluntary questions.</param>
    public static ReportSection Of(FairnessFacts? facts, ReportWords words) => words.Chapter(
        "dif",
        [
            words.Say("dif.Lead"),
            .. facts is null || facts.Comparisons.Count == 0
                ? [words.NotYet("dif", DifSample.FewestFocal, DifSample.FewestInAll)]
                : new Block[]
                {
                    words.Say("dif.People", facts.Attempts, facts.CountedOn, facts.KeyVersion),
                    words.Grid("dif.List", ["People", "Gap", "Scenarios", "Flagged"], facts.Comparisons.Select(c => Row(c, words))),
                    words.Say("dif.Read"),
                }.Concat(words.Reviews(facts.Reviews)),
        ]);

    private static GridRow Row(FairnessPair pair, ReportWords words) => new(
        words("Manual.dif.Pair", pair.Question, pair.Focal, pair.Reference),
        [
            words("Manual.dif.About", pair.Comparison.AboutFocal, pair.Comparison.AboutReference),
            pair.Comparison.Gap is { } gap ? words("Manual.dif.Gap", gap.Standardised, gap.Lower, gap.Upper) : words("Manual.NotEnough"),
            pair.Comparison.Items.Count == 0 ? words("Manual.NotEnough") : words($"Manual.dif.{pair.Comparison.Standing}", pair.Comparison.Items.Count),
            pair.Comparison.Items.Count == 0 ? "–" : string.Join(", ", new[] { DifClass.B, DifClass.C }.Select(c => words("Manual.dif.Class", c, pair.Comparison.Items.Count(i => i.Class == c)))),
        ]);
}

public sealed record FairnessFacts(int Attempts, DateOnly CountedOn, string KeyVersion, IReadOnlyList<FairnessPair> Comparisons, IReadOnlyList<ReviewFacts> Reviews);

/// <param name="Question">In words, as the groups.</param>
public sealed record FairnessPair(string Question, string Focal, string Reference, GroupComparison Comparison);
