using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class OptionOrdersTests
{
    [Theory]
    [InlineData(3, 6)]
    [InlineData(4, 24)]
    [InlineData(5, 24)]
    public void Every_order_of_few_options_is_tried_and_a_draw_of_many(int options, int orders)
    {
        IReadOnlyList<IReadOnlyList<int>> tried = OptionOrders.Of(options);

        Assert.Equal(orders, tried.Count);
        Assert.All(tried, order => Assert.Equal(Enumerable.Range(0, options), order.Order()));
        Assert.True(tried.Select(o => string.Join(',', o)).Distinct().Count() > orders / 2);
    }

    /// <summary>Two items, two orders each, one pattern for each place: only opposite orders leave nothing to gain.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_orders_leave_the_best_pattern_as_little_as_can_be(long seed)
    {
        var item = new OrderGains([[0.5, -0.5], [-0.5, 0.5]]);

        IReadOnlyList<int> chosen = OptionOrders.Choose([item, item], seed);

        Assert.NotEqual(chosen[0], chosen[1]);
    }

    [Fact]
    public void The_same_seed_chooses_the_same_orders_and_seeds_differ()
    {
        OrderGains[] items = [.. Enumerable.Range(0, 12).Select(_ => new OrderGains([[0.5, -0.5], [-0.5, 0.5]]))];

        Assert.Equal(OptionOrders.Choose(items, 5), OptionOrders.Choose(items, 5));
        Assert.True(Enumerable.Range(0, 10).Select(seed => string.Concat(OptionOrders.Choose(items, seed))).Distinct().Count() > 3);
    }
}
