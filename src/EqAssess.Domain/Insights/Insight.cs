using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Domain.Insights;

/// <summary>All that the pages of one form under one key show, worked out from the attempts of one moment.</summary>
/// <param name="Persons">First attempts that count.</param>
/// <param name="LeftOut">The others, by reason.</param>
/// <param name="From">Days of the first and the last attempt that counts, UTC; null without one.</param>
/// <param name="Noted">Persons with a note for fast answers, of those who handed in; some of them are left out.</param>
/// <param name="Speed">Whether the limit leaves time for all items, of all who had the limit of the form, also those whose time ended.</param>
/// <param name="Mean">Percent of maximum. Like all numbers insufficient data below its limit (<see cref="InsightLimits"/>).</param>
/// <param name="Reliability">Null below the limit, and under a method that gives no credits to single items.</param>
/// <param name="Items">In the order of the plan; empty below the limit, and without credits.</param>
/// <param name="Dependence">Null below the limit, and where one factor cannot be fitted.</param>
/// <param name="Estimates">What could take the place of planning values: the total and the domains; empty below the limit.</param>
public sealed record Insight(
    int Persons,
    IReadOnlyList<LeftOutAttempts> LeftOut,
    int Scenarios,
    DateOnly? From,
    DateOnly? Until,
    int Noted,
    Speededness Speed,
    Estimate Mean,
    Estimate StandardDeviation,
    ReliabilityInsight? Reliability,
    IReadOnlyList<ItemInsight> Items,
    IReadOnlyList<MonthInsight> Months,
    DependenceInsight? Dependence,
    IReadOnlyList<ScaleStatistics> Estimates)
{
    /// <param name="plan">Free of problems.</param>
    /// <param name="sittings">Those that count by their rows, and those whose time ended.</param>
    /// <param name="leftOut">The others, by reason.</param>
    /// <param name="seed">Of the draws behind limits of reliability; the order of the sittings has no part in them.</param>
    public static Insight Of(ScoringPlan plan, IReadOnlyList<Sitting> sittings, IReadOnlyList<LeftOutAttempts> leftOut, long seed)
    {
        Sitting[] handedIn = [.. sittings.Where(s => !s.TimedOut).OrderBy(s => s.Attempt)];
        var effort = Effort.Of(handedIn, plan.Items.Count);
        var all = ScoredSittings.Of(plan, handedIn);
        ScoredSittings sound = all.Where(i => !IsFlagged(all.Sheets[i]) && !effort.IsLow(i));
        LeftOutAttempts[] more =
        [
            new(LeftOutBecause.TimedOut, sittings.Count - handedIn.Length),
            new(LeftOutBecause.Flagged, all.Sheets.Count(IsFlagged)),
            new(LeftOutBecause.LowEffort, Enumerable.Range(0, all.Persons).Count(i => !IsFlagged(all.Sheets[i]) && effort.IsLow(i))),
        ];
        return Of(sound, sittings, effort, seed) with { LeftOut = [.. leftOut.Concat(more).Where(l => l.Attempts > 0).OrderBy(l => l.Because)] };
    }

    /// <summary>The persons of a comparison: the same as those of an insight under the plan.</summary>
    internal static IReadOnlyList<Sitting> Sound(ScoringPlan plan, IReadOnlyList<Sitting> sittings)
    {
        Sitting[] handedIn = [.. sittings.Where(s => !s.TimedOut)];
        var effort = Effort.Of(handedIn, plan.Items.Count);
        var all = ScoredSittings.Of(plan, handedIn);
        return all.Where(i => !IsFlagged(all.Sheets[i]) && !effort.IsLow(i)).Sittings;
    }

    private static bool IsFlagged(ScoreSheet sheet) => sheet.Total.Percent is null || sheet.Flags.Count > 0;

    private static Insight Of(ScoredSittings scored, IReadOnlyList<Sitting> reached, Effort effort, long seed)
    {
        bool enough = scored.Persons >= InsightLimits.Reliability;
        ScoreTable? credits = enough && scored.HasCredits ? scored.Credits() : null;
        ItemAnalysis? analysis = credits is null ? null : ItemAnalysis.Of(credits);
        ReliabilityInsight? reliability = analysis is null ? null : ReliabilityInsight.Of(scored, credits!, analysis).WithLimits(scored, credits!, seed);
        Estimate spread = enough ? Descriptive.StandardDeviation(scored.Percents()) : NoEstimate.InsufficientData;
        return new Insight(
            scored.Persons,
            [],
            scored.Plan.Items.Count,
            scored.Persons == 0 ? null : scored.Sittings.Min(s => s.ClosedOn),
            scored.Persons == 0 ? null : scored.Sittings.Max(s => s.ClosedOn),
            effort.Noted,
            enough ? Speededness.Of([.. reached.Where(s => !s.OtherLimit).Select(s => s.Reached)], scored.Plan.Items.Count) : new Speededness(NoEstimate.InsufficientData, NoEstimate.InsufficientData),
            enough ? Descriptive.Mean(scored.Percents()) : NoEstimate.InsufficientData,
            spread,
            reliability,
            analysis is null || scored.Persons < InsightLimits.Items ? [] : new ItemInsights(scored, credits!, analysis, reached, effort.Thresholds).All(),
            enough ? MonthInsight.Of(scored) : [],
            credits is null || scored.Persons < InsightLimits.Flags ? null : DependenceInsight.Of(credits, [.. scored.Plan.Items.Select(i => i.ItemVersion)]),
            scored.Persons < InsightLimits.Flags ? [] : EstimatesOf(reliability, spread, scored.Persons));
    }

    private static IReadOnlyList<ScaleStatistics> EstimatesOf(ReliabilityInsight? reliability, Estimate spread, int persons) =>
        reliability?.Coefficient.OrNull is double coefficient && spread.OrNull is double deviation
            ? [new ScaleStatistics(ScoringPlan.Total, coefficient, deviation, EstimateBasis.Estimated, persons, SourceOf(reliability.Used)), .. reliability.Domains]
            : [];

    private static string SourceOf(ReliabilityKind kind) => kind switch
    {
        ReliabilityKind.StratifiedAlpha => "stratified alpha over the domains",
        ReliabilityKind.Omega => "omega of one factor over the scenarios",
        _ => "alpha over the scenarios",
    };
}
