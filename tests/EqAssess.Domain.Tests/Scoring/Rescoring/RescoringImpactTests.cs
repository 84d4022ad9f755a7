using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Rescoring;

namespace EqAssess.Domain.Tests.Scoring.Rescoring;

/// <summary>Worked by hand: with r = .75 and SD = 10 the SEM is 5, the SED 7.071, and scores differ reliably from 13.86 points on.</summary>
public sealed class RescoringImpactTests
{
    private static readonly ScaleStatistics Total = new(ScoringPlan.Total, 0.75, 10, EstimateBasis.Estimated, 200, "tests");

    [Fact]
    public void Who_comes_near_the_highest_score_and_who_leaves_it_is_found()
    {
        IReadOnlyList<PersonImpact> found = Of((80, 80), (70, 60), (60, 67));

        Assert.Equal([(true, true), (true, false), (false, true)], found.Select(f => (f.NearTopBefore, f.NearTopAfter)));
    }

    [Fact]
    public void An_order_that_turns_round_appears_or_disappears_counts_for_both()
    {
        // 1 and 2 turn round; 3 was reliably above 2 and is no more; 1 and 3 are never told apart.
        IReadOnlyList<PersonImpact> found = Of((60, 40), (40, 60), (54, 53));

        Assert.Equal([1, 2, 1], found.Select(f => f.OrderChanges));
    }

    [Fact]
    public void The_order_hangs_on_the_error_of_each_plan()
    {
        IReadOnlyList<PersonImpact> found = RescoringImpact.Of([new(60, 60), new(40, 40)], Total, Total with { Reliability = 0 });

        Assert.Equal([1, 1], found.Select(f => f.OrderChanges));
    }

    [Fact]
    public void Scores_that_stay_change_nothing_and_a_missing_one_has_no_order()
    {
        Assert.All(Of((80, 80), (50, 50), (20, 20)), f => Assert.Equal((f.NearTopBefore, 0), (f.NearTopAfter, f.OrderChanges)));
        Assert.Equal([1, 1], Of((80, 80), (20, null)).Select(f => f.OrderChanges));
        Assert.Empty(Of());
    }

    private static IReadOnlyList<PersonImpact> Of(params (double? Before, double? After)[] scores) =>
        RescoringImpact.Of([.. scores.Select(s => new ScoreUnderBoth(s.Before, s.After))], Total, Total);
}
