using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ShorterPlansTests
{
    private static readonly ScaleStatistics Whole = new(ScoringPlan.Total, .80, 12, EstimateBasis.Estimated, 240, "stratified alpha");

    private static readonly ScoringPlan Plan = Sample.Plan([.. Enumerable.Range(1, 12).Select(i => Sample.Scenario(i, i <= 6 ? "listen" : i <= 9 ? "express" : "resolve", 4, 3, 2, 1))]) with
    {
        Scales = [Whole, Whole with { Scale = "listen" }, Whole with { Scale = "resolve" }],
    };

    [Fact]
    public void Items_and_scales_of_the_other_domains_are_left_out_and_the_plan_says_which()
    {
        ScoringPlan shorter = ShorterPlans.Of(Plan, ["listen"], Sample.Version(950));

        Assert.Equal(Sample.Version(950), shorter.Id);
        Assert.Equal(Plan.Items.Take(6), shorter.Items);
        Assert.Equal([ScoringPlan.Total, "listen"], shorter.Scales.Select(s => s.Scale));
        Assert.Equal(["express", "resolve"], shorter.LeftOut);
        Assert.Empty(ScoringPlanChecks.Problems(shorter));
    }

    [Fact]
    public void Reliability_of_the_shorter_test_follows_Spearman_and_Brown_and_is_assumed_with_its_source()
    {
        ScaleStatistics total = ShorterPlans.Of(Plan, ["listen"], Sample.Version(950)).Scales[0];

        Assert.Equal(.40 / .60, total.Reliability, 12); // ½·.80 / (1 − ½·.80)
        Assert.Equal((EstimateBasis.Assumed, (int?)null), (total.Basis, total.Attempts));
        Assert.Equal("Spearman–Brown, for 6 scenarios from all 12 (estimated: stratified alpha)", total.Source);
    }

    [Fact]
    public void True_scores_keep_their_spread_and_the_error_grows_by_the_root_of_the_shortening()
    {
        ScaleStatistics total = ShorterPlans.Of(Plan, ["express"], Sample.Version(950)).Scales[0];

        Assert.Equal(Whole.Reliability * 12 * 12, total.Reliability * total.StandardDeviation * total.StandardDeviation, 9);
        Assert.Equal(
            2 * ErrorOfMeasurement.StandardError(Whole.StandardDeviation, Whole.Reliability),
            ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability),
            9);
    }

    [Fact]
    public void Responses_to_the_items_that_stay_are_scored_as_before()
    {
        ScoringPlan shorter = ShorterPlans.Of(Plan, ["listen", "resolve"], Sample.Version(950));

        ScoreSheet sheet = Scorer.Score(shorter, Sample.Rate(shorter, (item, option) => item.Domain == "listen" ? (int)option.Effectiveness : 1));

        Assert.Equal(["listen", "resolve"], sheet.Domains.Select(d => d.Scale));
        Assert.Equal(100, sheet.Domains[0].Percent);
        Assert.Equal(9, sheet.Items.Count);
    }

    [Fact]
    public void A_plan_is_shortened_only_where_a_domain_is_missing_and_never_to_nothing()
    {
        Assert.True(ShorterPlans.Shortens(Plan, ["listen", "express"]));
        Assert.False(ShorterPlans.Shortens(Plan, ["listen", "express", "resolve", "recognise"]));
        Assert.Throws<ArgumentException>(() => ShorterPlans.Of(Plan, ["recognise"], Sample.Version(950)));
    }
}
