using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Where there is no number there is a reason.</summary>
public sealed class ReliabilityEdgeTests
{
    private static readonly ScoreTable Constant = new([[1, 1, 1, 1], [0, 1, 0, 1], [1, 0, 0, 1]]);

    [Fact]
    public void Nobody_and_nothing_give_no_alpha()
    {
        Assert.Equal(NoEstimate.InsufficientData, ItemAnalysis.Of(new ScoreTable([])).Alpha.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, ItemAnalysis.Of(new ScoreTable([[], []])).Mean.MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, ItemAnalysis.Of(new ScoreTable([[1, 2], [2, 1]])).Alpha.MissingBecause);
    }

    [Fact]
    public void A_constant_part_has_no_correlations_and_no_omega_beside_it()
    {
        ItemStatistics item = ItemAnalysis.Of(Constant).Items[0];

        Assert.Equal(NoEstimate.ZeroVariance, item.ItemRest.MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, item.ItemTotal.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Omega.Of(Constant.Only([0, 1])).Total.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, Omega.Of(new ScoreTable([[1, 2], [2, 1], [1, 1]])).Total.MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, Omega.Of(Constant).Total.MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, StandardisedAlpha.Of(Constant).MissingBecause);
    }

    [Fact]
    public void A_part_that_repeats_another_has_no_omega() =>
        Assert.Equal(NoEstimate.NotEstimable, Omega.Of(new ScoreTable([[1, 2, 3, 4, 2], [1, 2, 3, 4, 2], [2, 1, 4, 3, 3]])).Total.MissingBecause);

    /// <summary>lavaan::cfa 0.6-14 in R 4.2.2 on the same rows: residual variance −.293 for the first part.</summary>
    [Fact]
    public void A_residual_variance_that_wants_to_be_negative_gives_no_omega()
    {
        var scores = new ScoreTable(
        [
            [3, 4, 1, 2, 4, 2, 3, 1, 4, 3, 2, 1], [2, 4, 2, 1, 3, 2, 4, 1, 3, 2, 3, 1], [4, 4, 1, 3, 4, 1, 3, 2, 3, 2, 2, 1], [1, 3, 2, 2, 4, 1, 2, 1, 4, 3, 1, 2],
        ]);

        Assert.Equal(NoEstimate.NotEstimable, Omega.Of(scores).Total.MissingBecause);
    }

    [Fact]
    public void Omega_of_three_parts_fits_exactly_and_has_no_test_of_fit()
    {
        // Loadings from the three covariances: λ₁² = s₁₂·s₁₃/s₂₃.
        var scores = new ScoreTable([[1, 2, 3, 4, 5, 6], [3, 1, 2, 1, 1, 6], [2, 3, 5, 5, 1, 6]]);
        CovarianceMatrix s = CovarianceMatrix.Of(scores);

        var got = Omega.Of(scores);

        double first = Math.Sqrt(s.Values[0, 1] * s.Values[0, 2] / s.Values[1, 2] * 5 / 6);
        Assert.Equal(first, got.Model!.Loadings[0], 1e-6);
        Assert.Equal(0, got.Model.Fit.Freedom);
        Assert.Equal(NoEstimate.NotEstimable, got.Model.Fit.P.MissingBecause);
    }

    [Fact]
    public void A_subscore_without_reliability_is_not_reported()
    {
        var got = SubscoreValue.Of([1, 2, 3, 2], [4, 5, 7, 5], -.1);

        Assert.Equal(NoEstimate.NotEstimable, got.FromTotal.MissingBecause);
        Assert.False(got.MayBeReported);
    }

    [Fact]
    public void Halves_that_run_against_each_other_are_not_stepped_up()
    {
        var got = SplitHalf.Of([1, 2, 3, 4], [4, 3, 1, 2]);

        Assert.True(got.Correlation.OrNull < 0);
        Assert.Equal(NoEstimate.NotEstimable, got.SteppedUp.MissingBecause);
    }

    [Fact]
    public void Columns_of_different_length_are_a_defect() => Assert.Throws<ArgumentException>(() => new ScoreTable([[1, 2], [1]]));
}
