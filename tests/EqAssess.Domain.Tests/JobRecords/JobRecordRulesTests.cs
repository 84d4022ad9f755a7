using EqAssess.Domain.JobRecords;

namespace EqAssess.Domain.Tests.JobRecords;

public sealed class JobRecordRulesTests
{
    private static readonly string[] Domains = ["recognise", "listen", "express"];
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Theory]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, true)]
    [InlineData(new[] { 1, 1, 4, 4, 4, 4 }, true)] // A mean of exactly 3.
    [InlineData(new[] { 2, 3, 3, 3, 3, 3 }, false)] // 2.83, which is 3 only when rounded.
    [InlineData(new[] { 5, 5, 5, 5, 5 }, false)] // Five people are too few.
    [InlineData(new int[0], false)]
    public void A_task_matters_when_six_people_found_it_important_on_average(int[] importance, bool matters) =>
        Assert.Equal(matters, Rated(First, importance).Matters);

    [Fact]
    public void How_often_a_task_comes_up_decides_nothing() =>
        Assert.True(TaskEvidence.Of(First, [.. Enumerable.Repeat(new TaskRating(Importance: 5, Frequency: 1), 6)]).Matters);

    [Fact]
    public void Mean_and_standard_deviation_are_those_of_the_raters()
    {
        TaskEvidence evidence = TaskEvidence.Of(First, [new(2, 5), new(4, 5), new(4, 5), new(4, 1), new(5, 1), new(5, 1)]);

        Assert.Equal(6, evidence.Raters);
        Assert.Equal((4.0, 3.0), (evidence.Importance.Mean.OrNull, evidence.Frequency.Mean.OrNull));
        Assert.Equal(Math.Sqrt(6 / 5.0), evidence.Importance.StandardDeviation.OrNull!.Value, 12);
        Assert.Equal(Math.Sqrt(24 / 5.0), evidence.Frequency.StandardDeviation.OrNull!.Value, 12);
        Assert.Null(Rated(First, 3).Importance.StandardDeviation.OrNull);
    }

    [Fact]
    public void A_domain_is_linked_when_one_of_its_tasks_matters()
    {
        IReadOnlyList<string> linked = JobRecordRules.Linked(
            Domains,
            [(Second, "express"), (First, "recognise"), (First, "express"), (Second, "listen"), (First, "no-such-domain")],
            [Rated(First, 4, 4, 4, 4, 4, 4), Rated(Second, 2, 2, 2, 2, 2, 2)]);

        Assert.Equal(["recognise", "express"], linked);
    }

    [Fact]
    public void What_is_missing_is_said_in_full()
    {
        Assert.Equal([JobRecordShortfall.NoTasks, JobRecordShortfall.TooFewRaters], JobRecordRules.Shortfalls(0, [], []));
        Assert.Equal([JobRecordShortfall.TooFewRaters], JobRecordRules.Shortfalls(5, [Rated(First, 5, 5, 5, 5, 5)], []));
        Assert.Equal([JobRecordShortfall.NoTaskMatters], JobRecordRules.Shortfalls(6, [Rated(First, 1, 1, 1, 1, 1, 1)], []));
        Assert.Equal([JobRecordShortfall.NoDomainLinked], JobRecordRules.Shortfalls(6, [Rated(First, 5, 5, 5, 5, 5, 5)], []));
        Assert.Empty(JobRecordRules.Shortfalls(6, [Rated(First, 5, 5, 5, 5, 5, 5)], ["listen"]));
    }

    [Fact]
    public void A_record_opens_campaigns_for_twenty_four_months()
    {
        DateOnly finished = new(2026, 11, 23);

        Assert.Equal(new DateOnly(2028, 11, 23), JobRecordRules.ReviewOn(finished));
        Assert.True(JobRecordRules.IsCurrent(finished, new DateOnly(2028, 11, 22)));
        Assert.False(JobRecordRules.IsCurrent(finished, new DateOnly(2028, 11, 23)));
        Assert.Equal(new DateOnly(2028, 2, 29), JobRecordRules.ReviewOn(new DateOnly(2026, 2, 28)).AddDays(1)); // No day is lost to February.
    }

    private static TaskEvidence Rated(Guid task, params int[] importance) => TaskEvidence.Of(task, [.. importance.Select(i => new TaskRating(i, 3))]);
}
