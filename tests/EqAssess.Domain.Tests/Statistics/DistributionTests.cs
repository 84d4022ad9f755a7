using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Expected values: pnorm, qnorm and <c>pchisq(lower.tail = FALSE)</c> in R 4.2.2; held to a relative 1e-10.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(-8, 6.22096057427178e-16)]
    [InlineData(0, .5)]
    [InlineData(1.959963984540054, .975)]
    public void The_normal_distribution_is_that_of_R(double z, double p) => Near(p, Normal.Cumulative(z));

    [Theory]
    [InlineData(1e-10, -6.36134090240406)]
    [InlineData(.975, 1.95996398454005)]
    public void Normal_quantiles_are_those_of_R(double p, double z) => Near(z, Normal.Quantile(p));

    [Theory]
    [InlineData(30, 5, 1.47485810384431e-05)]
    [InlineData(300, 50, 2.31413641651407e-37)]
    [InlineData(2, 54, 1)]
    [InlineData(.001, 1, .97477287936996)]
    [InlineData(700, 1, 2.99022697512462e-154)]
    [InlineData(0, 3, 1)]
    public void The_chi_square_distribution_is_that_of_R(double value, int freedom, double p) => Near(p, ChiSquare.UpperTail(value, freedom));

    private static void Near(double want, double got) => Assert.Equal(want, got, 1e-10 * Math.Abs(want));
}
