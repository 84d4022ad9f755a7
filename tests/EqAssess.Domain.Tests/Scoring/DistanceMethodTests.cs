using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class DistanceMethodTests
{
    private static readonly ScoringPlan Plan = Sample.Plan(
        Sample.Scenario(1, "listen", 4, 1, 2.5, 3),
        Sample.Scenario(2, "resolve", 1, 2, 3, 3.5));

    [Theory]
    [InlineData("raw-distance")]
    [InlineData("squared-distance")]
    [InlineData("standardised-distance")]
    [InlineData("profile-correlation")]
    public void A_distance_method_needs_four_fifths_of_the_options(string method)
    {
        ScoringPlan plan = Plan.WithMethod(method);

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=1;c=2;d=3", "a=1;b=2"));

        Assert.Equal([false, true], sheet.Domains.Select(d => d.Percent is null));
        Assert.Equal((null, NoEstimate.InsufficientData), (sheet.Total.Percent, sheet.Total.NotScoredBecause));
        Assert.Contains(ScoreFlag.ManyOmissions, sheet.Flags);
    }

    [Fact]
    public void A_constant_rater_stands_at_the_neutral_50_when_standardised()
    {
        ScoringPlan plan = Plan.WithMethod("standardised-distance");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Rate(plan, (_, _) => 4));

        Assert.Equal(50, sheet.Total.Percent);
        Assert.Equal([ScoreFlag.ConstantRatings], sheet.Flags);
    }

    [Fact]
    public void A_constant_rater_is_not_scored_by_profile_correlation()
    {
        ScoringPlan plan = Plan.WithMethod("profile-correlation");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Rate(plan, (_, _) => 4));

        Assert.Equal((null, NoEstimate.ZeroVariance), (sheet.Total.Percent, sheet.Total.NotScoredBecause));
    }

    [Fact]
    public void An_item_gets_no_points_of_its_own()
    {
        ScoringPlan plan = Plan.WithMethod("raw-distance");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=1;c=2;d=3", null));

        Assert.Equal([new ItemResult.CountedInScale(Sample.Version(1)), new ItemResult.Omitted(Sample.Version(2))], sheet.Items);
        Assert.Equal((1, 1.0), (sheet.Domains[0].Items, sheet.Domains[0].MaximumPoints));
    }

    [Fact]
    public void Only_answered_items_count_in_a_scale()
    {
        ScoringPlan plan = Sample.Plan([.. Enumerable.Range(1, 5).Select(n => Sample.Scenario(n, "listen", 4, 1))]).WithMethod("raw-distance");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=1", "a=4;b=1", "a=4;b=1", "a=1;b=4", null));

        Assert.Equal(75, sheet.Total.Percent);
        Assert.Equal((4, 4.0, 3.0), (sheet.Total.Items, sheet.Total.MaximumPoints, sheet.Total.Points));
    }

    [Fact]
    public void Raw_distance_counts_from_the_farthest_rating_that_each_key_allows()
    {
        ScoringPlan plan = Sample.Plan(Sample.Scenario(1, "listen", 4, 2.5)).WithMethod("raw-distance");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=3;b=4"));

        Assert.Equal(100 * (1 - (2.5 / 4.5)), sheet.Total.Percent!.Value, 1e-12);
    }
}
