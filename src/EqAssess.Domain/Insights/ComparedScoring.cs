using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Insights;

/// <summary>One key and method among those that are compared.</summary>
/// <param name="Mean">Percent of maximum.</param>
/// <param name="Alpha">Over the scenarios; not estimable where a method gives no credits to single ones.</param>
/// <param name="Error">Standard error of measurement in points, with stratified alpha where there are domains.</param>
/// <param name="Shift">Against the first scoring; null for the first itself.</param>
/// <param name="Gaps">Differences between groups that are large enough.</param>
public sealed record ComparedScoring(
    string Key,
    KeyStatus Status,
    string Method,
    IReadOnlyList<string> Problems,
    Estimate Mean,
    Estimate StandardDeviation,
    Estimate Alpha,
    Estimate AlphaLower,
    Estimate AlphaUpper,
    Estimate Error,
    ScoringShift? Shift,
    IReadOnlyList<GroupGap> Gaps)
{
    /// <summary>A scoring of which there are no numbers: it has problems, or too few people are there.</summary>
    internal static ComparedScoring Without(ScoringToCompare scoring)
    {
        Estimate none = scoring.Plan is null ? NoEstimate.NotEstimable : NoEstimate.InsufficientData;
        return new ComparedScoring(scoring.Key, scoring.Status, scoring.Method, scoring.Problems, none, none, none, none, none, none, null, []);
    }

    internal static IReadOnlyList<ComparedScoring> Of(
        IReadOnlyList<ScoringToCompare> scorings, IReadOnlyList<ScoredSittings> scored, IReadOnlyList<GroupAnswers> groups)
    {
        double[] first = scored[0].Percents();
        Estimate error = ReliabilityOf(scored[0])?.Error ?? NoEstimate.NotEstimable;
        return [.. scorings.Select((s, i) => Of(s, scored[i], i == 0 ? null : ScoringShift.Of(first, scored[i].Percents(), error), groups))];
    }

    private static ComparedScoring Of(ScoringToCompare scoring, ScoredSittings scored, ScoringShift? shift, IReadOnlyList<GroupAnswers> groups)
    {
        double[] percents = scored.Percents();
        ReliabilityInsight? reliability = ReliabilityOf(scored);
        Estimate none = NoEstimate.NotEstimable;
        return new ComparedScoring(
            scoring.Key,
            scoring.Status,
            scoring.Method,
            [],
            Descriptive.Mean(percents),
            Descriptive.StandardDeviation(percents),
            reliability?.Alpha ?? none,
            reliability?.AlphaLower ?? none,
            reliability?.AlphaUpper ?? none,
            reliability?.Error ?? none,
            shift,
            [.. groups.SelectMany(g => GroupGap.Of(g, percents))]);
    }

    private static ReliabilityInsight? ReliabilityOf(ScoredSittings scored)
    {
        ScoreTable? credits = scored.HasCredits ? scored.Credits() : null;
        return credits is null ? null : ReliabilityInsight.Of(scored, credits, ItemAnalysis.Of(credits));
    }
}
