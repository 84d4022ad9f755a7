using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Statistics;

public sealed class AgreementEdgeTests
{
    [Theory]
    [InlineData(new int[0], NoEstimate.InsufficientData)]
    [InlineData(new[] { 2, 3 }, NoEstimate.InsufficientData)]
    [InlineData(new[] { 4, 4, 4, 4 }, NoEstimate.NotEstimable)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 2 }, NoEstimate.NotEstimable)]
    public void A_wg_needs_judges_enough_and_a_mean_off_the_ends(int[] ratings, NoEstimate reason) =>
        Assert.Equal(reason, Awg.Of(ratings, 1, 4).MissingBecause);

    [Fact]
    public void A_wg_exists_for_a_mean_exactly_on_its_limit_and_is_minus_one_for_judges_at_both_ends()
    {
        Assert.NotNull(Awg.Of([1, 1, 1, 4], 1, 4).OrNull);
        Assert.Equal(-1, Awg.Of([1, 1, 4, 4], 1, 4).OrNull!.Value, 12);
    }

    [Fact]
    public void A_block_of_one_option_has_the_agreement_of_the_option_and_no_agreement_below_zero()
    {
        Assert.Equal(Rwg.Of([3, 3, 4, 4], 4).OrNull!.Value, Rwg.OfBlock([[3, 3, 4, 4]], 4).OrNull!.Value, 12);
        Assert.Equal(0, Rwg.OfBlock([[1, 4, 1, 4]], 4).OrNull);
        Assert.Equal(NoEstimate.InsufficientData, Rwg.OfBlock([[1, 2], [3]], 4).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Rwg.OfBlock([], 4).MissingBecause);
    }

    [Fact]
    public void Without_judges_there_is_no_average_deviation() => Assert.Equal(NoEstimate.InsufficientData, AverageDeviation.Of([]).MissingBecause);
}
