using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class PeopleComparisonTests
{
    private static readonly Guid Form = new("0199a1b2-0000-7000-8000-0000000000f1");

    private static readonly ReportInput Input = SampleReport.Input();

    /// <summary>Reliability .72, SD 13: 1.96·√2·13·√.28 = 19.07 points.</summary>
    [Theory]
    [InlineData(19.0, false)]
    [InlineData(19.1, true)]
    public void Two_people_differ_reliably_from_the_points_that_their_error_asks_for(double apart, bool differ)
    {
        PeopleComparison compared = PeopleComparison.Of([Person("A", 60), Person("B", 60 + apart)]);

        Assert.Equal(new ScoreComparison.Made(differ), compared.Between(0, 1));
        Assert.Equal(compared.Between(0, 1), compared.Between(1, 0));
        Assert.Equal(19.07, compared.Difference!.Points, 0.01);
    }

    [Fact]
    public void People_stand_in_the_order_in_which_they_were_given()
    {
        PeopleComparison compared = PeopleComparison.Of([Person("Low", 40), Person("High", 90), Person("Middle", 60)]);

        Assert.Equal(["Low", "High", "Middle"], compared.People.Select(p => p.Label));
    }

    [Fact]
    public void Where_the_band_is_wider_than_one_and_a_half_deviations_nobody_is_marked_and_the_points_are_still_known()
    {
        ScoringPlan weak = Input.Plan with { Scales = [SampleReport.Estimated with { Reliability = 0.66 }] };

        PeopleComparison compared = PeopleComparison.Of([Person("A", 10) with { Plan = weak }, Person("B", 95) with { Plan = weak }]);

        Assert.Equal(new ScoreComparison.Refused(ComparisonRefusal.ErrorTooLarge), compared.Between(0, 1));
        Assert.False(compared.Difference!.IsUseful);
        Assert.True(compared.Difference.Points > 1.5 * 12.4);
        Assert.False(compared.ComparesSomebody);
    }

    [Fact]
    public void Scores_too_unreliable_to_be_shown_are_not_compared_and_no_domain_has_a_word()
    {
        ScoringPlan unreliable = Input.Plan with { Scales = [SampleReport.Estimated with { Reliability = 0.59 }] };

        PeopleComparison compared = PeopleComparison.Of([Person("A", 10) with { Plan = unreliable }, Person("B", 95) with { Plan = unreliable }]);

        Assert.Equal(new ScoreComparison.Refused(ComparisonRefusal.NotScored), compared.Between(0, 1));
        Assert.All(compared.People.SelectMany(p => p.Domains), d => Assert.Equal(Standing.NotComparable, d.Standing));
        Assert.All(compared.People, p => Assert.Null(p.By.Percent));
    }

    [Fact]
    public void People_of_two_plans_are_not_compared_and_no_common_distance_is_stated()
    {
        PersonToCompare other = Person("B", 90) with { Plan = Input.Plan with { Id = new Guid(9, 0, 0, new byte[8]) } };

        PeopleComparison compared = PeopleComparison.Of([Person("A", 10), other]);

        Assert.Equal(new ScoreComparison.Refused(ComparisonRefusal.OtherPlan), compared.Between(0, 1));
        Assert.Null(compared.Difference);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Fewer_than_two_and_more_than_eight_people_are_not_compared(int people) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PeopleComparison.Of([.. Enumerable.Range(0, people).Select(i => Person($"{i}", 50))]));

    private static PersonToCompare Person(string label, double percent) =>
        new(label, Form, SampleReport.Sheet(percent, percent, percent, percent), Input.Plan, Simulated: false);
}
