using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class KeyRuleTests
{
    private static readonly RatingRange FourPoints = new(1, 4);

    [Theory]
    [InlineData(new[] { 1, 1, 2, 2 }, 2)]
    [InlineData(new[] { 3, 3, 4, 4 }, 4)]
    [InlineData(new[] { 3, 4, 4 }, 4)]
    [InlineData(new[] { 2, 2, 3, 4 }, 3)]
    [InlineData(new[] { 1, 2, 3, 3 }, 2)]
    [InlineData(new[] { 2, 2, 2, 3, 3, 4 }, 3)]
    public void The_key_is_the_median_rounded_half_up_and_the_mean_settles_the_midpoint(int[] ratings, double key)
    {
        PanelVerdict verdict = KeyRule.Judge(ratings, FourPoints);

        Assert.Equal(key, verdict.Effectiveness);
    }

    [Fact]
    public void A_panel_with_median_and_mean_on_the_midpoint_takes_no_side()
    {
        PanelVerdict verdict = KeyRule.Judge([2, 2, 2, 3, 3, 3], FourPoints);

        Assert.Equal(2.5, verdict.Effectiveness);
        Assert.Equal("the judges put it on neither side of the midpoint", verdict.DroppedBecause);
        Assert.Equal(NoEstimate.NotEstimable, verdict.SameSideShare.MissingBecause);
    }

    [Fact]
    public void On_an_odd_scale_a_key_on_the_midpoint_takes_no_side()
    {
        PanelVerdict verdict = KeyRule.Judge([3, 3, 3, 4], new RatingRange(1, 5));

        Assert.Equal(3, verdict.Effectiveness);
        Assert.NotNull(verdict.DroppedBecause);
    }

    [Fact]
    public void Exactly_four_fifths_on_the_keys_side_are_enough()
    {
        PanelVerdict eight = KeyRule.Judge([3, 3, 3, 3, 3, 3, 3, 3, 2, 2], FourPoints);
        PanelVerdict seven = KeyRule.Judge([3, 3, 3, 3, 3, 3, 3, 2, 2, 2], FourPoints);

        Assert.Null(eight.DroppedBecause);
        Assert.Equal("fewer than 80 % of the judges are on the key's side", seven.DroppedBecause);
    }

    [Fact]
    public void An_agreement_of_exactly_70_is_enough()
    {
        // s² = 0.6 against 2 on five points.
        PanelVerdict verdict = KeyRule.Judge([2, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5], new RatingRange(1, 5));

        Assert.Equal(.7, verdict.Agreement.OrNull);
        Assert.Null(verdict.DroppedBecause);
    }

    [Fact]
    public void Judges_who_disagree_drop_the_option()
    {
        PanelVerdict verdict = KeyRule.Judge([1, 4, 1, 4, 4], FourPoints);

        Assert.Equal("the judges disagree (r_wg below .70)", verdict.DroppedBecause);
        Assert.True(verdict.Agreement.OrNull < 0);
    }

    [Fact]
    public void One_judge_is_no_panel()
    {
        PanelVerdict verdict = KeyRule.Judge([4], FourPoints);

        Assert.Equal(4, verdict.Effectiveness);
        Assert.Equal("one judge is no panel", verdict.DroppedBecause);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 3 })]
    [InlineData(new[] { 3, 5 })]
    public void Ratings_off_the_scale_or_none_at_all_are_a_defect(int[] ratings)
    {
        Assert.Throws<ArgumentException>(() => KeyRule.Judge(ratings, FourPoints));
    }
}
