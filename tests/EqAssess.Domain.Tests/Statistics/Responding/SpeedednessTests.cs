using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Domain.Tests.Statistics.Responding;

/// <summary>Swineford's rule, on counts that lie on either side of it.</summary>
public sealed class SpeedednessTests
{
    [Theory]
    [InlineData(80, 20, 9, false)]
    [InlineData(79, 21, 9, true)]
    [InlineData(99, 1, 8, true)]
    [InlineData(100, 0, 0, false)]
    public void Four_of_five_reach_the_end_and_everybody_three_quarters(int all, int others, int othersReached, bool speeded)
    {
        Speededness found = Speededness.Of([.. Enumerable.Repeat(12, all), .. Enumerable.Repeat(othersReached, others)], 12);

        Assert.Equal(speeded, found.IsSpeeded);
        Assert.Equal(all / 100d, found.ReachedLast.OrNull!.Value, 1e-12);
    }

    [Fact]
    public void Nobody_says_nothing()
    {
        Assert.Null(Speededness.Of([], 12).IsSpeeded);
        Assert.Equal(NoEstimate.InsufficientData, Speededness.Of([], 12).ReachedLast.MissingBecause);
    }
}
