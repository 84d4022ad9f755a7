using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Statistics;

public sealed class ScoreBandsTests
{
    private static readonly double[] Scores = [70, 81, 90, 80, 72, 60];

    [Fact]
    public void Each_fixed_band_hangs_from_the_highest_score_outside_the_last() =>
        Assert.Equal([2, 1, 1, 1, 2, 3], ScoreBands.Fixed(Scores, 10));

    [Fact]
    public void A_sliding_band_moves_down_when_its_top_is_taken()
    {
        Assert.Equal([1, 2, 3], ScoreBands.Sliding(Scores, 10, new HashSet<int>()));
        Assert.Equal([0, 1, 3, 4], ScoreBands.Sliding(Scores, 11, new HashSet<int> { 2 }));
        Assert.Empty(ScoreBands.Sliding([90], 10, new HashSet<int> { 0 }));
    }

    [Fact]
    public void A_band_wider_than_one_and_a_half_SD_is_no_use()
    {
        Assert.True(ScoreBands.IsUseful(9, 6));
        Assert.False(ScoreBands.IsUseful(9.1, 6));
    }

    [Fact]
    public void The_error_of_right_answers_is_largest_in_the_middle_and_0_at_the_ends()
    {
        Assert.Equal(0, ConditionalError.OfRightAnswers(0, 10).OrNull);
        Assert.Equal(Math.Sqrt(25 / 9d), ConditionalError.OfRightAnswers(5, 10).OrNull!.Value, 1e-12);
        Assert.Equal(NoEstimate.InsufficientData, ConditionalError.OfRightAnswers(1, 1).MissingBecause);
    }

    /// <summary>R 4.2.2: tanh(atanh(.5) + c(-1, 1) * qnorm(.975) / sqrt(27)).</summary>
    [Fact]
    public void Limits_of_a_correlation_are_those_of_R()
    {
        (Estimate lower, Estimate upper) = CorrelationLimits.Of(.5, 30);

        Assert.Equal(0.17043136511180007, lower.OrNull!.Value, 1e-12);
        Assert.Equal(0.7289585563883555, upper.OrNull!.Value, 1e-12);
        Assert.Equal(NoEstimate.InsufficientData, CorrelationLimits.Of(.5, 3).Lower.MissingBecause);
    }
}
