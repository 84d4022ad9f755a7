using EqAssess.Domain.Insights;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Web.Tests.Rendering;

/// <summary>Stored statistics as a manual may meet them, in every state that has words of its own.</summary>
internal static class ObservedSample
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    public static IEnumerable<ObservedFacts> All()
    {
        yield return Of(Whole, "3 simulated", Reviews());
        yield return Of(Whole with { LeftOut = [] }, "", []);
        yield return Of(Whole with { Persons = 60, Reliability = Reliability with { Stratified = NoEstimate.ZeroVariance, OmegaLimits = new(NoEstimate.NotEstimable, NoEstimate.NotEstimable, 2000, 150, 1) } }, "", []);
        yield return Of(Whole with { Reliability = null, Speed = new Speededness(NoEstimate.NotEstimable, NoEstimate.NotEstimable) }, "", []);
    }

    private static ReliabilityInsight Reliability { get; } = new(
        ReliabilityKind.StratifiedAlpha, .74, 6.1, .71, .67, .75, .74, .75, null, .72, .72, [], new BootstrapLimits(.70, .77, 2000, 0, 1), new BootstrapLimits(.71, .78, 2000, 3, 1));

    private static Insight Whole { get; } = new(
        400, [], 12, Day, Day, 3, new Speededness(.97, .99), 61, 12, Reliability, [],
        [new MonthInsight(Day, 200, 60, 12, -.1, []), new MonthInsight(Day.AddMonths(1), 180, 66, 12, .5, []), new MonthInsight(Day.AddMonths(2), 20, NoEstimate.InsufficientData, NoEstimate.InsufficientData, NoEstimate.InsufficientData, [])],
        null, []);

    private static ObservedFacts Of(Insight insight, string leftOut, IReadOnlyList<ReviewFacts> reviews) => new("panel-1", "insight-2", Day, insight, leftOut, reviews);

    private static IReadOnlyList<ReviewFacts> Reviews() =>
    [
        new("scenario-1", ["key suspect"], true, []),
        .. Enum.GetValues<ReviewVerdict>().Select(v => new ReviewFacts("scenario-2", ["too hard"], v == ReviewVerdict.ToWithdraw, [new FoundFacts(v, "Read again.", Day)])),
    ];
}
