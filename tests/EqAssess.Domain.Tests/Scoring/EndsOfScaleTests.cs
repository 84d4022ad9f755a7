using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class EndsOfScaleTests
{
    [Theory]
    [InlineData(0.9, 100, 91, PatternFinding.MoreThanMost)]
    [InlineData(0.9, 100, 90, PatternFinding.Ordinary)]
    [InlineData(0.1, 1000, 901, PatternFinding.MoreThanMost)]
    [InlineData(1.0, 100, 0, PatternFinding.Ordinary)]
    public void From_a_hundred_people_on_it_is_the_base_rate_that_says_what_is_unusual(double share, int people, int below, PatternFinding finding) =>
        Assert.Equal(finding, EndsOfScale.FindingOf(share, people, below));

    [Theory]
    [InlineData(0.75, PatternFinding.MostlyEnds)]
    [InlineData(0.74, PatternFinding.Ordinary)]
    public void With_fewer_only_what_was_done_is_said_and_nothing_about_others(double share, PatternFinding finding) =>
        Assert.Equal(finding, EndsOfScale.FindingOf(share, 99, 99));

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public void Who_has_no_ratings_reads_like_everybody_else(int people) => Assert.Equal(PatternFinding.Ordinary, EndsOfScale.FindingOf(null, people, people));
}
