using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Statistics;

public sealed class SplitMix64Tests
{
    /// <summary>The first numbers of the reference program (Vigna, splitmix64.c) from seed 1234567.</summary>
    [Fact]
    public void The_numbers_are_those_of_the_published_generator()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Every_order_of_three_comes_up_about_equally_often()
    {
        var random = new SplitMix64(7);

        Dictionary<string, int> counts = Enumerable.Range(0, 6000).CountBy(_ => string.Concat(random.Shuffled("abc"))).ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1120));
    }
}
