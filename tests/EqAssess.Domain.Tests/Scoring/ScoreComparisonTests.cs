using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ScoreComparisonTests
{
    private static readonly ScoredBy First = new(Sample.Version(1), Sample.Version(11), 61, 5);

    /// <summary>1.96 × √2 × 5 = 13.86 points.</summary>
    [Theory]
    [InlineData(47.2, false)]
    [InlineData(47.1, true)]
    [InlineData(75, true)]
    public void Scores_of_one_form_and_plan_are_compared_by_their_error(double other, bool differ) =>
        Assert.Equal(new ScoreComparison.Made(differ), ScoreComparison.Of(First, First with { Percent = other }));

    [Fact]
    public void Scores_of_two_forms_are_never_compared_however_far_apart() => Assert.Equal(
        new ScoreComparison.Refused(ComparisonRefusal.OtherForm),
        ScoreComparison.Of(First, First with { FormVersion = Sample.Version(2), Plan = Sample.Version(12), Percent = 0 }));

    [Fact]
    public void Scores_by_two_plans_are_never_compared() => Assert.Equal(
        new ScoreComparison.Refused(ComparisonRefusal.OtherPlan), ScoreComparison.Of(First, First with { Plan = Sample.Version(12), Percent = 0 }));

    [Fact]
    public void What_was_not_scored_is_not_compared() => Assert.Equal(
        new ScoreComparison.Refused(ComparisonRefusal.NotScored), ScoreComparison.Of(First, First with { Percent = null }));
}
