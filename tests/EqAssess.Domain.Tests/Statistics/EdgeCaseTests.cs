using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Where a statistic has no value it says why.</summary>
public sealed class EdgeCaseTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_estimate_cannot_hold_what_is_no_number(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Estimate)value);
    }

    [Fact]
    public void Descriptive_statistics_need_values()
    {
        Assert.Equal(NoEstimate.InsufficientData, Descriptive.Mean([]).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Descriptive.Median([]).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Descriptive.PopulationStandardDeviation([]).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Descriptive.StandardDeviation([5]).MissingBecause);
    }

    [Fact]
    public void The_two_standard_deviations_differ_in_their_denominator()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];

        Assert.Equal(2, Descriptive.PopulationStandardDeviation(values).OrNull!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(32 / 7.0), Descriptive.StandardDeviation(values).OrNull!.Value, 1e-12);
    }

    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 3 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7)]
    public void The_median_is_the_middle(double[] values, double median)
    {
        Assert.Equal(median, Descriptive.Median(values).OrNull);
    }

    [Fact]
    public void Correlation_needs_three_pairs_and_spread_on_both_sides()
    {
        Assert.Equal(NoEstimate.InsufficientData, Pearson.Correlation([1, 2], [2, 1]).MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, Pearson.Correlation([2.8, 2.8, 2.8], [1, 2, 3]).MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, Pearson.Correlation([1, 2, 3], [.1 + .2, .3, .3]).MissingBecause);
        Assert.Throws<ArgumentException>(() => Pearson.Correlation([1, 2, 3], [1, 2]));
    }

    [Fact]
    public void Alpha_needs_two_persons_two_parts_and_sums_that_differ()
    {
        Assert.Equal(NoEstimate.InsufficientData, CronbachAlpha.Of([]).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, CronbachAlpha.Of([[1, 2]]).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, CronbachAlpha.Of([[1], [2]]).MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, CronbachAlpha.Of([[1, 2], [2, 1]]).MissingBecause);
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([[1, 2], [1]]));
    }

    [Fact]
    public void Alpha_may_be_negative()
    {
        Estimate alpha = CronbachAlpha.Of([[1, 4], [2, 3], [4, 2]]);

        Assert.True(alpha.OrNull < 0);
    }

    [Fact]
    public void Discrimination_needs_a_part_that_varies_and_others_beside_it()
    {
        Assert.Equal(NoEstimate.InsufficientData, Discrimination.Of([], 0).MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Discrimination.Of([[1], [2], [3]], 0).MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, Discrimination.Of([[1, 1], [1, 2], [1, 3]], 0).MissingBecause);
    }

    [Fact]
    public void One_judge_has_no_agreement()
    {
        Assert.Equal(NoEstimate.InsufficientData, Rwg.Of([3], 4).MissingBecause);
    }

    [Fact]
    public void Judges_at_both_ends_agree_worse_than_at_random()
    {
        Estimate agreement = Rwg.Of([1, 1, 4, 4], 4);

        Assert.Equal(1 - (3 / 1.25), agreement.OrNull!.Value, 1e-12);
    }

    [Fact]
    public void A_profile_without_a_rating_is_a_defect()
    {
        Assert.Throws<ArgumentException>(() => ProfileSimilarity.Of([], []));
    }
}
