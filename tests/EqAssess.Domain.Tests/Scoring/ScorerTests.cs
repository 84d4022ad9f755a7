using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly ScoringPlan Plan = Sample.Plan(
        Sample.Scenario(1, "listen", 4, 1),
        Sample.Scenario(2, "listen", 3, 2, 1, 4),
        Sample.Scenario(3, "resolve", 1, 2, 3, 4));

    [Fact]
    public void A_scenario_is_the_mean_credit_of_its_options_and_scenarios_weigh_alike()
    {
        ScoreSheet sheet = Scorer.Score(Plan, Sample.Answers(Plan, "a=4;b=4", "a=3;b=2;c=1;d=4", "a=2;b=1;c=1;d=1"));

        Assert.Equal(100 * (.5 + 1 + .25) / 3, sheet.Total.Percent!.Value, 1e-12);
        Assert.Equal([75.0, 25.0], sheet.Domains.Select(d => d.Percent!.Value));
        Assert.Equal(["listen", "resolve"], sheet.Domains.Select(d => d.Scale));
        Assert.Equal((1.75, 3.0, 3), (sheet.Total.Points, sheet.Total.MaximumPoints, sheet.Total.Items));
    }

    [Fact]
    public void A_weight_multiplies_credit_and_maximum()
    {
        ScoringPlan plan = Plan with { Items = [Plan.Items[0] with { Weight = 3 }, Plan.Items[1], Plan.Items[2]] };

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=1", null, null));

        Assert.Equal(60, sheet.Total.Percent!.Value, 1e-12);
        Assert.Equal(new ItemResult.Scored(Sample.Version(1), 3, 3), sheet.Items[0]);
    }

    [Fact]
    public void A_dropped_option_counts_for_nothing()
    {
        PlannedItem item = Plan.Items[0];
        ScoringPlan plan = Sample.Plan(item with { Options = [item.Options[0] with { DroppedBecause = "the judges disagree" }, item.Options[1]] });

        ScoreSheet right = Scorer.Score(plan, Sample.Answers(plan, "a=1;b=1"));
        ScoreSheet onlyDropped = Scorer.Score(plan, Sample.Answers(plan, "a=4"));

        Assert.Equal(100, right.Total.Percent);
        Assert.Equal(0, onlyDropped.Total.Percent);
        Assert.IsType<ItemResult.Omitted>(onlyDropped.Items[0]);
    }

    [Fact]
    public void Under_score_all_omitted_and_never_shown_items_count_0_and_are_told_apart()
    {
        var responses = new ResponseSet(
        [
            new ItemResponse(Sample.Version(1), Presented: true, "a=4;b=1"),
            new ItemResponse(Sample.Version(2), Presented: true, null),
            new ItemResponse(Sample.Version(3), Presented: false, null),
        ]);

        ScoreSheet sheet = Scorer.Score(Plan, responses);

        Assert.Equal(100 / 3.0, sheet.Total.Percent!.Value, 1e-12);
        Assert.Equal(
            [new ItemResult.Scored(Sample.Version(1), 1, 1), new ItemResult.Omitted(Sample.Version(2)), new ItemResult.NotPresented(Sample.Version(3))],
            sheet.Items);
    }

    [Fact]
    public void An_item_without_an_entry_was_not_presented()
    {
        ScoreSheet sheet = Scorer.Score(Plan, new ResponseSet([]));

        Assert.Equal(0, sheet.Total.Percent);
        Assert.All(sheet.Items, result => Assert.IsType<ItemResult.NotPresented>(result));
    }

    [Fact]
    public void Under_score_answered_eight_of_ten_options_are_enough_and_omissions_are_left_out()
    {
        ScoringPlan plan = Plan with { Missing = MissingRule.ScoreAnswered };

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, null, "a=3;b=2;c=1;d=4", "a=1;b=2;c=3;d=1"));

        Assert.Equal(87.5, sheet.Total.Percent!.Value, 1e-12);
        Assert.Equal((1.75, 2.0, 2), (sheet.Total.Points, sheet.Total.MaximumPoints, sheet.Total.Items));
        Assert.DoesNotContain(ScoreFlag.ManyOmissions, sheet.Flags);
    }

    [Fact]
    public void Under_score_answered_a_scale_with_seven_of_ten_options_has_no_percent_and_says_why()
    {
        ScoringPlan plan = Plan with { Missing = MissingRule.ScoreAnswered };

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, null, "a=3;b=2;c=1", "a=1;b=2;c=3;d=1"));

        Assert.Null(sheet.Total.Percent);
        Assert.Equal(NoEstimate.InsufficientData, sheet.Total.NotScoredBecause);
        Assert.Equal([null, 75.0], sheet.Domains.Select(d => d.Percent));
        Assert.Contains(ScoreFlag.ManyOmissions, sheet.Flags);
    }

    [Fact]
    public void Under_score_answered_a_scenario_is_the_mean_of_its_answered_options()
    {
        ScoringPlan plan = Plan with { Missing = MissingRule.ScoreAnswered };

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=1", "a=3;b=2;c=1", "a=1;b=2;c=3;d=1"));

        Assert.Equal(new ItemResult.Scored(Sample.Version(2), 1, 1), sheet.Items[1]);
    }

    [Fact]
    public void The_order_of_entries_changes_neither_score_nor_digest()
    {
        ResponseSet responses = Sample.Answers(Plan, "a=4;b=2", "a=3", "a=1;b=2;c=3;d=4");

        ScoreSheet got = Scorer.Score(Plan, new ResponseSet([.. responses.Items.Reverse()]));

        Assert.Equivalent(Scorer.Score(Plan, responses), got, strict: true);
    }

    [Fact]
    public void The_digest_is_the_documented_one_and_tells_answers_and_presentation_apart()
    {
        var responses = new ResponseSet([new ItemResponse(Sample.Version(2), true, null), new ItemResponse(Sample.Version(1), true, "a=4;b=1")]);

        string digest = Scorer.Sha256Of(responses);

        // printf '00000001-0000-0000-0000-000000000000|1|a=4;b=1\n00000002-0000-0000-0000-000000000000|1|\n' | sha256sum
        Assert.Equal("6dc45a4cbad59627b2e64e790b8de463f2c91297a4a8c3c01fe1b55e355b6dca", digest);
        Assert.NotEqual(digest, Scorer.Sha256Of(new ResponseSet([responses.Items[0] with { Presented = false }, responses.Items[1]])));
        Assert.NotEqual(digest, Scorer.Sha256Of(new ResponseSet([responses.Items[0], responses.Items[1] with { Response = "a=4;b=2" }])));
    }

    [Fact]
    public void A_sheet_names_its_plan_and_engine()
    {
        ScoreSheet sheet = Scorer.Score(Plan, new ResponseSet([]));

        Assert.Equal((Plan.Id, Scorer.EngineVersion), (sheet.Plan, sheet.EngineVersion));
    }

    [Fact]
    public void A_constant_rater_has_no_profile_correlation_and_a_flag()
    {
        ScoreSheet sheet = Scorer.Score(Plan, Sample.Rate(Plan, (_, _) => 2));

        Assert.Null(sheet.ProfileCorrelation);
        Assert.Equal([ScoreFlag.ConstantRatings], sheet.Flags);
    }

    [Fact]
    public void Ratings_are_constant_from_two_equal_ones_on()
    {
        ScoreSheet one = Scorer.Score(Plan, Sample.Answers(Plan, "a=4", null, null));
        ScoreSheet two = Scorer.Score(Plan, Sample.Answers(Plan, "a=4", "a=4", null));

        Assert.Equal([ScoreFlag.ManyOmissions], one.Flags);
        Assert.Equal([ScoreFlag.ConstantRatings, ScoreFlag.ManyOmissions], two.Flags);
    }

    [Theory]
    [InlineData("a=5")]
    [InlineData("a=0")]
    [InlineData("z=1")]
    [InlineData("a=x")]
    [InlineData("a")]
    [InlineData("a=1;a=2")]
    [InlineData("a=99999999999")]
    public void A_response_that_does_not_fit_the_item_is_a_defect(string response)
    {
        ResponseSet responses = Sample.Answers(Plan, response, null, null);

        Assert.Throws<FormatException>(() => Scorer.Score(Plan, responses));
    }

    [Fact]
    public void A_response_to_an_item_outside_the_plan_is_a_defect()
    {
        var responses = new ResponseSet([new ItemResponse(Sample.Version(77), Presented: true, "a=1")]);

        Assert.Throws<ArgumentException>(() => Scorer.Score(Plan, responses));
    }

    [Fact]
    public void Two_responses_to_one_item_are_a_defect()
    {
        var responses = new ResponseSet([new ItemResponse(Sample.Version(1), true, "a=1"), new ItemResponse(Sample.Version(1), true, "a=2")]);

        Assert.Throws<ArgumentException>(() => Scorer.Score(Plan, responses));
    }
}
