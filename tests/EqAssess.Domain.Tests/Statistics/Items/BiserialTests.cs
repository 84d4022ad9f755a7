using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Distributions;
using EqAssess.Domain.Statistics.Items;

namespace EqAssess.Domain.Tests.Statistics.Items;

/// <summary>No oracle case holds a biserial; it is held against what it claims to recover, and against the point-biserial.</summary>
public sealed class BiserialTests
{
    /// <summary>A bivariate normal of r = .60 on a grid of its quantiles, the first variable cut at several places.</summary>
    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.0)]
    [InlineData(0.7)]
    public void It_recovers_the_correlation_behind_a_cut(double cut)
    {
        const int steps = 400;
        const double r = .60;
        double[] z = [.. Enumerable.Range(0, steps).Select(i => Normal.Quantile((i + .5) / steps))];
        var pairs = (from x in z from e in z select (Answer: x > cut ? 1d : 0d, Score: (r * x) + (Math.Sqrt(1 - (r * r)) * e))).ToArray();

        Estimate found = Biserial.Of([.. pairs.Select(p => p.Answer)], [.. pairs.Select(p => p.Score)]);

        Assert.Equal(r, found.OrNull!.Value, 5e-3);
    }

    [Fact]
    public void With_equal_halves_it_is_the_point_biserial_times_the_root_of_half_pi()
    {
        double[] answers = [0, 0, 0, 1, 1, 1];
        double[] scores = [3, 5, 4, 6, 4, 8];

        Assert.Equal(Pearson.Correlation(answers, scores).OrNull!.Value * Math.Sqrt(Math.PI / 2), Biserial.Of(answers, scores).OrNull!.Value, 1e-12);
    }

    [Fact]
    public void An_answer_that_all_give_has_none() => Assert.Equal(NoEstimate.ZeroVariance, Biserial.Of([1, 1, 1], [1, 2, 3]).MissingBecause);
}
