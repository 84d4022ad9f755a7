using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Tests.Reports;

/// <summary>A place in a norm group is said only where the group's size, age and scoring allow it, and never without its limits.</summary>
public sealed class NormPlaceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_group_of_200_gives_a_rank_with_its_limits_a_sten_and_the_reach_of_the_score()
    {
        var ranked = Assert.IsType<NormedScore.Ranked>(NormedScore.Of(SampleNorms.Of(200, Today), Shown(75.1), simulated: false, Today));

        Assert.Equal(("75", 7), (ranked.Rank.Display, ranked.Sten));
        Assert.InRange(ranked.Rank.Limits.Lower, 68, 69);
        Assert.InRange(ranked.Rank.Limits.Upper, 80, 81);
        Assert.True(ranked.AtLower.Value < ranked.Rank.Value && ranked.Rank.Value < ranked.AtUpper.Value);
    }

    [Theory]
    [InlineData(0, 0, 10, 0, 20)]
    [InlineData(57.2, 50, 60, 40, 70)]
    [InlineData(100, 90, 100, 80, 100)]
    public void A_provisional_group_gives_a_band_of_ten_ranks_and_the_bands_that_the_score_reaches(double percent, int from, int to, int lower, int upper)
    {
        var banded = Assert.IsType<NormedScore.Banded>(NormedScore.Of(SampleNorms.Of(199, Today), Shown(percent), simulated: false, Today));

        Assert.Equal((from, to, lower, upper), (banded.From, banded.To, banded.LowerFrom, banded.UpperTo));
    }

    [Fact]
    public void A_small_an_expired_and_a_differently_scored_group_say_nothing_and_why()
    {
        NormRefusal[] reasons =
        [
            .. new[] { SampleNorms.Of(99, Today), SampleNorms.Of(400, Today.AddYears(-8)), SampleNorms.Of(400, Today, fits: false) }
                .Select(g => Assert.IsType<NormedScore.Unusable>(NormedScore.Of(g, Shown(50), simulated: false, Today)).Reason),
        ];

        Assert.Equal([NormRefusal.TooFew, NormRefusal.Expired, NormRefusal.OtherScoring], reasons);
    }

    [Fact]
    public void Nobody_simulated_and_no_hidden_score_is_put_among_people()
    {
        NormGroup group = SampleNorms.Of(400, Today);

        Assert.Null(NormedScore.Of(group, Shown(50), simulated: true, Today));
        Assert.Null(NormedScore.Of(group, new OverallScore.ErrorUnknown(), simulated: false, Today));
        Assert.Null(NormedScore.Of(null, Shown(50), simulated: false, Today));
    }

    private static OverallScore Shown(double percent) =>
        new OverallScore.Shown(percent, new ScaleStatistics(ScoringPlan.Total, 0.75, 12, EstimateBasis.Estimated, 200, "tests"), 6, percent - 11.8, percent + 11.8, 0, 100);
}
