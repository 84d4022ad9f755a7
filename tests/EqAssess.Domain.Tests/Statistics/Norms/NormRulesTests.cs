using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Tests.Statistics.Norms;

public sealed class NormRulesTests
{
    [Theory]
    [InlineData(99, NormSize.TooFew)]
    [InlineData(100, NormSize.Provisional)]
    [InlineData(199, NormSize.Provisional)]
    [InlineData(200, NormSize.Adequate)]
    [InlineData(300, NormSize.Good)]
    [InlineData(400, NormSize.Excellent)]
    public void The_size_of_a_group_says_how_good_its_norms_are(int persons, NormSize size) => Assert.Equal(size, NormStanding.OfSize(persons));

    [Theory]
    [InlineData(2021, NormAge.Current)]
    [InlineData(2020, NormAge.Review)]
    [InlineData(2018, NormAge.Expired)]
    public void Norms_age(int year, NormAge age) => Assert.Equal(age, NormStanding.OfAge(new DateOnly(year, 6, 1), new DateOnly(2026, 6, 1)));

    [Theory]
    [InlineData(0, 0, 200, "<1")]
    [InlineData(1, 0, 300, "<1")]
    [InlineData(52, 1, 100, "53")]
    [InlineData(200, 0, 200, ">99")]
    public void A_rank_is_shown_as_a_whole_number_that_never_claims_to_know_the_ends(int below, int tied, int persons, string shown) =>
        Assert.Equal(shown, new PercentileRank(below, tied, persons).Display);

    [Theory]
    [InlineData(0, 6, 5)]
    [InlineData(-.5, 5, 4)]
    [InlineData(-9, 1, 1)]
    [InlineData(9, 10, 9)]
    public void A_z_on_a_border_belongs_to_the_higher_unit(double z, int sten, int stanine) =>
        Assert.Equal((sten, stanine), (new StandardScores(z).Sten, new StandardScores(z).Stanine));

    [Fact]
    public void A_group_of_one_score_has_ranks_and_no_standard_scores()
    {
        var sample = new NormSample([7, 7, 7]);

        Assert.Equal(50, sample.PercentileRank(7).Value);
        Assert.Null(sample.Linear(7));
        Assert.Null(sample.Area(7));
        Assert.Equal(NoEstimate.ZeroVariance, sample.Skewness.MissingBecause);
    }

    [Fact]
    public void A_clearly_skewed_group_uses_the_area_transformation() =>
        Assert.Equal(NormTransformation.Area, new NormSample([1, 1, 1, 1, 2, 2, 3, 9]).DefaultTransformation);

    [Fact]
    public void A_rebuilt_group_that_moved_little_may_be_published_and_one_that_moved_much_may_not()
    {
        double[] old = [.. Enumerable.Range(0, 200).Select(i => i % 40 / 1d)];

        Assert.True(NormComparison.Between(old, [.. old, .. old]).MayBePublished);
        Assert.False(NormComparison.Between(old, [.. old.Select(x => x + 4)]).MayBePublished);
        Assert.Equal(10, NormComparison.Between(old, [.. old.Select(x => x + 4)]).LargestRankChange, 1e-9);
    }
}
