using EqAssess.Domain.Monitoring;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>Counts at cut scores point nobody out.</summary>
public sealed class CutCountsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    public void Counts_are_rounded_to_fives(int count, int shown) => Assert.Equal(shown, CutCounts.Rounded(count));

    [Fact]
    public void One_person_between_two_cuts_is_not_seen()
    {
        double[] many = [.. Enumerable.Repeat(30d, 20)];

        Assert.Equal(CutCounts.Of([.. many, 62]), CutCounts.Of([.. many, 32]));
    }

    [Fact]
    public void Groups_below_ten_have_no_counts_and_open_campaigns_none_at_all()
    {
        GroupCounts counts = Counted.Of(("female", 9, 5), ("male", 40, 20), ("unknown", 12, 6));

        Assert.Equal([true, false, true], Disclosure.Of(counts, Counted.Then, closed: true).Rows.Select(r => r.Cuts is null));
        Assert.All(Disclosure.Of(counts, Counted.Then).Rows, r => Assert.Null(r.Cuts));
    }

    [Fact]
    public void Rates_at_a_cut_come_from_the_rounded_counts()
    {
        GroupTable table = Disclosure.Of(Counted.Of(("female", 50, 20), ("male", 101, 40), ("unknown", 12, 6)), Counted.Then, closed: true);

        CutRate[] rates = [.. CutCounts.RatesAt(table, 40)];

        Assert.Equal([(50, 10), (100, 60)], rates.Select(r => (r.People, r.Reach)));
        Assert.Equal([0.2 / 0.6, 1], rates.Select(r => r.Ratio!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
