using EqAssess.Domain.Insights;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>What the newest stored statistics of the form say: precision with limits, flags with what was found, and drift.</summary>
public static class Observed
{
    /// <param name="facts">Null before the first statistics.</param>
    public static ReportSection Of(ObservedFacts? facts, ReportWords words) => words.Chapter(
        "observed",
        [
            words.Say("observed.Lead"),
            .. facts is null || facts.Insight.Persons < InsightLimits.Reliability
                ? [words.NotYet("observed", InsightLimits.Reliability)]
                : new Block[] { new Block.Table([.. People(facts, words), .. Numbers(facts.Insight, words)]) }
                    .Concat(Flags(facts, words)).Concat(Months(facts.Insight, words)),
        ]);

    private static IEnumerable<TableRow> People(ObservedFacts facts, ReportWords words)
    {
        yield return words.Fact("observed.People", words.Count(facts.Insight.Persons));
        if (facts.Insight is { From: DateOnly from, Until: DateOnly until })
        {
            yield return words.Fact("observed.Days", words("Manual.norms.Days.Value", from, until));
        }

        yield return words.Fact("observed.Filter", facts.LeftOut.Length == 0 ? words("Manual.observed.Filter.All") : words("Manual.observed.Filter.LeftOut", facts.LeftOut));
        yield return words.Fact("observed.Drawn", words("Manual.observed.Drawn.Value", facts.DrawnOn, facts.KeyVersion, facts.Definition));
    }

    private static IEnumerable<TableRow> Numbers(Insight insight, ReportWords words)
    {
        yield return words.Fact("observed.Mean", words.Number(insight.Mean, "observed.Plain"));
        yield return words.Fact("observed.Sd", words.Number(insight.StandardDeviation, "observed.Plain"));
        if (insight.Reliability is { } reliability)
        {
            yield return words.Fact("observed.Stratified", words.Limited(reliability.Stratified, reliability.StratifiedLimits));
            yield return words.Fact("observed.Alpha", reliability is { AlphaLower.OrNull: double lower, AlphaUpper.OrNull: double upper }
                ? words("Manual.observed.Range", words.Number(reliability.Alpha), lower, upper)
                : words.Number(reliability.Alpha));
            yield return words.Fact("observed.Omega", words.Limited(reliability.Omega, reliability.OmegaLimits));
            yield return words.Fact("observed.Sem", words.Number(reliability.Error, "Points"));
        }

        yield return words.Fact("observed.ReachedLast", insight.Speed.ReachedLast.OrNull is double share
            ? words("Manual.observed.Share", 100 * share)
            : words.Number(insight.Speed.ReachedLast));
    }

    private static string Limited(this ReportWords words, Estimate value, BootstrapLimits? limits) => limits switch
    {
        { TooManyFailed: true } => words("Manual.observed.NoLimits", words.Number(value), limits.Failed, limits.Draws),
        { Lower.OrNull: double lower, Upper.OrNull: double upper } => words("Manual.observed.Draws", words.Number(value), lower, upper, limits.Draws),
        _ => words.Number(value),
    };

    private static IEnumerable<Block> Flags(ObservedFacts facts, ReportWords words)
    {
        if (facts.Insight.Reliability is null)
        {
            yield return words.Say("observed.NoCredits");
        }
        else if (facts.Insight.Persons < InsightLimits.Flags)
        {
            yield return words.Say("observed.TooFew", InsightLimits.Flags);
        }
        else if (facts.Reviews.Count == 0)
        {
            yield return words.Say("observed.NoFlags");
        }

        foreach (Block.Grid grid in words.Reviews(facts.Reviews))
        {
            yield return grid;
        }
    }

    private static IEnumerable<Block> Months(Insight insight, ReportWords words) => insight.Months.Count < 2 ? [] :
    [
        words.Grid("observed.Months", ["People", "Mean", "Sd", "Shift"], insight.Months.Select(m => new GridRow(
            words("Manual.observed.Month", m.First),
            [
                words.Count(m.Persons),
                words.Number(m.Mean, "observed.Plain"),
                words.Number(m.StandardDeviation, "observed.Plain"),
                m.Stands ? words("Manual.observed.Stands", words.Number(m.Shift, "Signed")) : words.Number(m.Shift, "Signed"),
            ]))),
    ];
}

/// <param name="LeftOut">Attempts that do not count, with the reasons, in words; empty for none.</param>
/// <param name="Reviews">Of scenarios that are flagged, or have findings.</param>
public sealed record ObservedFacts(string KeyVersion, string Definition, DateOnly DrawnOn, Insight Insight, string LeftOut, IReadOnlyList<ReviewFacts> Reviews);
