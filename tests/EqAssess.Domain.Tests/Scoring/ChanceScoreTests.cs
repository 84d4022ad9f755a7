using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ChanceScoreTests
{
    private static readonly ScoringPlan Plan = Sample.Plan(
        WithRatings(Sample.Scenario(1, "listen", 4, 1), [4, 4, 3], [1, 1, 2]),
        WithRatings(Sample.Scenario(2, "listen", 3, 2, 4), [3, 3, 4, 2], [2, 2, 1], [4, 3, 4]));

    [Theory]
    [InlineData("keyed-credit")]
    [InlineData("mode-consensus")]
    [InlineData("proportion-consensus")]
    [InlineData("proportion-consensus-scaled")]
    [InlineData("dichotomous")]
    [InlineData("linear-near-miss")]
    [InlineData("raw-distance")]
    [InlineData("squared-distance")]
    [InlineData("standardised-distance")]
    [InlineData("profile-correlation")]
    public void The_chance_score_is_the_mean_over_all_ways_to_answer(string method)
    {
        ScoringPlan plan = Plan.WithMethod(method);

        double mean = AllRatings(5).Select(r => Scorer.Score(plan, Sample.RateInTurn(plan, r)).Total.Percent).OfType<double>().Average();

        Assert.Equal(mean, ChanceScore.Percent(plan), 1e-9);
    }

    [Fact]
    public void Weights_move_the_chance_score()
    {
        ScoringPlan plan = Plan.WithMethod("linear-near-miss") with { Items = [Plan.Items[0] with { Weight = 4 }, Plan.Items[1]] };

        double mean = AllRatings(5).Average(r => Scorer.Score(plan, Sample.RateInTurn(plan, r)).Total.Percent!.Value);

        Assert.Equal(mean, ChanceScore.Percent(plan), 1e-9);
        Assert.NotEqual(ChanceScore.Percent(Plan.WithMethod("linear-near-miss")), ChanceScore.Percent(plan), 1e-3);
    }

    [Fact]
    public void A_domain_has_a_chance_score_of_its_own()
    {
        ScoringPlan plan = Sample.Plan(Sample.Scenario(1, "listen", 4, 1), Sample.Scenario(2, "resolve", 2, 3)) with { Method = "linear-near-miss" };

        Assert.Equal(50, ChanceScore.Percent(plan, "listen"), 1e-12);
        Assert.Equal(100 * 2 / 3.0, ChanceScore.Percent(plan, "resolve"), 1e-12);
        Assert.Throws<ArgumentException>(() => ChanceScore.Percent(plan, "express"));
    }

    private static PlannedItem WithRatings(PlannedItem item, params int[][] ratings) =>
        item with { Options = [.. item.Options.Zip(ratings, (option, given) => option with { Ratings = given })] };

    private static IEnumerable<int?[]> AllRatings(int options) =>
        Enumerable.Range(0, (int)Math.Pow(4, options)).Select(code => Enumerable.Range(0, options).Select(o => (int?)(((code >> (2 * o)) & 3) + 1)).ToArray());
}
