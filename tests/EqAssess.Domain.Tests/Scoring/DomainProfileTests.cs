using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class DomainProfileTests
{
    private static readonly ScoringPlan Plan = Sample.Plan() with
    {
        Scales = [new ScaleStatistics(ScoringPlan.Total, .75, 12, EstimateBasis.Assumed, Attempts: null, "planning value")],
    };

    [Fact]
    public void Difference_and_error_are_those_of_the_formula()
    {
        ScoreSheet sheet = SheetOf((4, 2), (4, 3), (8, 6));

        DomainStanding first = DomainProfile.Of(sheet, Plan)[0];

        // SEM = 12·√0.25 = 6; N = 16, n = 4: 6·√(16/4 + 16/12).
        Assert.Equal(50 - 75, first.Difference!.Value, 1e-9);
        Assert.Equal(6 * Math.Sqrt(4 + (16 / 12.0)), first.StandardError!.Value, 1e-9);
        Assert.Equal(Standing.LikeTheOthers, first.Standing);
    }

    [Fact]
    public void A_difference_counts_from_196_hundredths_of_its_error()
    {
        double error = 6 * Math.Sqrt(2 + 2);

        IReadOnlyList<DomainStanding> apart = DomainProfile.Of(SheetOf((8, 0), (8, 8 * (1.96 * error) / 100)), Plan);
        IReadOnlyList<DomainStanding> close = DomainProfile.Of(SheetOf((8, 0), (8, 8 * (1.959 * error) / 100)), Plan);

        Assert.Equal([Standing.ReliablyBelow, Standing.ReliablyAbove], apart.Select(d => d.Standing));
        Assert.Equal([Standing.LikeTheOthers, Standing.LikeTheOthers], close.Select(d => d.Standing));
    }

    [Fact]
    public void Without_an_error_or_without_a_percent_nothing_is_compared()
    {
        ScoreSheet sheet = SheetOf((4, 2), (4, 3));
        ScoreSheet partly = sheet with { Domains = [sheet.Domains[0], sheet.Domains[1] with { Percent = null, NotScoredBecause = NoEstimate.InsufficientData }] };

        Assert.All(DomainProfile.Of(sheet, Plan with { Scales = [] }), d => Assert.Equal(Standing.NotComparable, d.Standing));
        Assert.All(DomainProfile.Of(partly, Plan), d => Assert.Equal(Standing.NotComparable, d.Standing));
        Assert.All(DomainProfile.Of(SheetOf((4, 2)), Plan), d => Assert.Equal(Standing.NotComparable, d.Standing));
    }

    [Fact]
    public void Two_domains_are_each_others_opposite()
    {
        Gen<(int, int, int, int)> any =
            from firstItems in Gen.Choose(1, 9)
            from secondItems in Gen.Choose(1, 9)
            from first in Gen.Choose(0, 100)
            from second in Gen.Choose(0, 100)
            select (firstItems, secondItems, first, second);

        Prop.ForAll(any.ToArbitrary(), draw =>
        {
            (int firstItems, int secondItems, int first, int second) = draw;
            IReadOnlyList<DomainStanding> both = DomainProfile.Of(SheetOf((firstItems, firstItems * first / 100.0), (secondItems, secondItems * second / 100.0)), Plan);

            Assert.Equal(both[0].Difference!.Value, -both[1].Difference!.Value, 1e-9);
            Assert.Equal(both[0].StandardError!.Value, both[1].StandardError!.Value, 1e-9);
            Assert.Equal(both[0].Standing == Standing.ReliablyBelow, both[1].Standing == Standing.ReliablyAbove);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Differences_of_domains_of_one_size_cancel_out()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 100), 4).ToArbitrary(), percents =>
        {
            IReadOnlyList<DomainStanding> all = DomainProfile.Of(SheetOf([.. percents.Select(p => (3, 3 * p / 100.0))]), Plan);

            Assert.Equal(0, all.Sum(d => d.Difference!.Value), 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    private static ScoreSheet SheetOf(params (int Items, double Points)[] domains) => new(
        Plan.Id,
        Scorer.EngineVersion,
        "",
        new ScaleScore(ScoringPlan.Total, 50, null, 0, 0, domains.Sum(d => d.Items)),
        [.. domains.Select((d, i) => new ScaleScore($"domain-{i}", 100 * d.Points / d.Items, null, d.Points, d.Items, d.Items))],
        [],
        [],
        null);
}
