using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Banks;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Marks of written answers become a sheet on the same scale as chosen ones.</summary>
public sealed class WrittenScorerTests
{
    private static readonly ScoringPlan Plan = Sample.Plan(
        Sample.Scenario(1, "listen", 4, 3, 2, 1), Sample.Scenario(2, "listen", 1, 2, 3, 4) with { Weight = 2 }, Sample.Scenario(3, "resolve", 4, 1, 4, 1));

    [Theory]
    [InlineData(new[] { 4, 4 }, 1.0)]
    [InlineData(new[] { 0, 0 }, 0.0)]
    [InlineData(new[] { 1, 2 }, 0.375)]
    [InlineData(new[] { 0, 4, 3 }, 0.75)]
    [InlineData(new[] { 4, 0, 1 }, 0.25)]
    [InlineData(new[] { 3, 1, 2 }, 0.5)]
    public void Two_marks_count_by_their_mean_and_three_by_their_median(int[] marks, double credit) => Assert.Equal(credit, WrittenMarks.Credit(marks));

    [Theory]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 2 }, true)]
    [InlineData(new[] { 2, 3 }, false)]
    [InlineData(new[] { 1, 3 }, true)]
    [InlineData(new[] { 1, 3, 3 }, false)]
    public void Two_people_mark_and_a_third_where_they_lie_two_points_apart(int[] marks, bool another)
    {
        Assert.Equal(another, WrittenMarks.NeedsAnother(marks));
        Assert.Equal(another, WrittenMarks.Credit(marks) is null);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_mark_outside_the_scale_is_a_defect(int mark) => Assert.Throws<ArgumentOutOfRangeException>(() => WrittenMarks.Credit([2, mark]));

    /// <summary>By hand: (1·1 + 2·0.5 + 1·0.25) / 4 = 56.25 %; listen (1 + 1) / 3.</summary>
    [Fact]
    public void A_scale_is_the_weighted_mean_of_the_credits()
    {
        ScoreSheet sheet = WrittenScorer.Score(Plan, [Marked(1, 4, 4), Marked(2, 2, 2), Marked(3, 1, 1)])!;

        Assert.Equal(56.25, sheet.Total.Percent!.Value, 1e-9);
        Assert.Equal(200 / 3d, sheet.Domains.Single(d => d.Scale == "listen").Percent!.Value, 1e-9);
        Assert.Equal((Plan.Id, 4.0, 3), (sheet.Plan, sheet.Total.MaximumPoints, sheet.Total.Items));
    }

    [Fact]
    public void While_an_answer_needs_a_mark_there_is_no_sheet()
    {
        Assert.Null(WrittenScorer.Score(Plan, [Marked(1, 4, 4), Marked(2, 2), Marked(3, 1, 1)]));
        Assert.Null(WrittenScorer.Score(Plan, [Marked(1, 4, 4), Marked(2, 0, 2), Marked(3, 1, 1)]));
    }

    [Fact]
    public void Omitted_and_not_presented_stay_apart_and_count_as_the_plan_says()
    {
        IReadOnlyList<WrittenAnswer> answers = [Marked(1, 4, 4), new WrittenAnswer(Sample.Version(2), Presented: true, Marks: null)];

        ScoreSheet all = WrittenScorer.Score(Plan, answers)!;
        ScoreSheet answered = WrittenScorer.Score(Plan with { Missing = MissingRule.ScoreAnswered }, answers)!;

        Assert.IsType<ItemResult.Omitted>(all.Items[1]);
        Assert.IsType<ItemResult.NotPresented>(all.Items[2]);
        Assert.Equal((25.0, null), (all.Total.Percent, answered.Total.Percent));
        Assert.Equal([ScoreFlag.ManyOmissions], all.Flags);
    }

    /// <summary>A reader of the sheet, and of every report made from it, cannot tell how answers were given.</summary>
    [Fact]
    public void The_sheet_has_the_shape_of_one_of_choices()
    {
        ScoreSheet chosen = Scorer.Score(Plan, Sample.Rate(Plan, (_, _) => 3));
        ScoreSheet written = WrittenScorer.Score(Plan, [Marked(1, 1, 2), Marked(2, 1, 2), Marked(3, 1, 1)])!;

        Assert.Equal((chosen.EngineVersion, chosen.ResponsesSha256.Length), (written.EngineVersion, written.ResponsesSha256.Length));
        Assert.Equal(chosen.Items.Select(i => (i.GetType(), i.ItemVersion)), written.Items.Select(i => (i.GetType(), i.ItemVersion)));
        Assert.Equal(chosen.Domains.Select(d => (d.Scale, d.MaximumPoints, d.Items)), written.Domains.Select(d => (d.Scale, d.MaximumPoints, d.Items)));
    }

    [Fact]
    public void A_better_mark_never_makes_a_lower_score_and_every_score_lies_from_0_to_100()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 4), 3).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(), (marks, better) =>
        {
            double before = PercentOf(marks);
            double after = PercentOf([.. marks.Select((m, i) => i == better ? Math.Min(4, m + 1) : m)]);

            Assert.InRange(before, 0, 100);
            Assert.True(after >= before);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_equivalent_item_counts_with_the_weight_of_the_one_that_it_stands_for()
    {
        var other = SampleBank.SoundItem with { Id = "other" };
        Key key = new("draft-1", KeyStatus.Draft, "keyed-credit", [1, 2, 3, 4], "one author", new Dictionary<string, KeyedItem>
        {
            ["other"] = new([], [.. other.Options.Select((o, i) => new KeyedOption(o.Id, (i % 4) + 1, "", []))]),
        });

        PlanMaking making = ScoringPlans.Replacing(Plan, key, new Dictionary<Guid, ItemToScore> { [Sample.Version(2)] = new(Sample.Version(7), other, "listen") });

        ScoringPlan own = Assert.IsType<PlanMaking.Made>(making).Plan;
        Assert.Equal([Sample.Version(1), Sample.Version(7), Sample.Version(3)], own.Items.Select(i => i.ItemVersion));
        Assert.Equal((2.0, "other", key.Items["other"].Options), (own.Items[1].Weight, own.Items[1].ItemId, own.Items[1].Options));
        Assert.Equal((Plan.Id, Plan.KeyVersionId, Plan.Scales), (own.Id, own.KeyVersionId, own.Scales));
        Assert.IsType<PlanMaking.Refused>(ScoringPlans.Replacing(
            Plan, key, new Dictionary<Guid, ItemToScore> { [Sample.Version(2)] = new(Sample.Version(7), other with { Id = "not-keyed" }, "listen") }));
    }

    private static double PercentOf(int[] marks) =>
        WrittenScorer.Score(Plan, [.. marks.Select((m, i) => Marked(i + 1, m, m))])!.Total.Percent!.Value;

    private static WrittenAnswer Marked(int item, params IReadOnlyList<int> marks) => new(Sample.Version(item), Presented: true, marks);
}
