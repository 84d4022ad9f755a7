using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class UnexposedItemsTests
{
    private static readonly Blueprint Blueprint = new("b", "B", [Quota.Exactly("listen", 2), Quota.Exactly("express", 1)]) { MostAttempts = 100 };

    [Theory]
    [InlineData(100, 100, 0)] // At the limit an item may still be drawn.
    [InlineData(100, 101, 1)]
    [InlineData(101, 500, 1)]
    public void A_domain_lacks_when_fewer_items_than_a_form_needs_are_within_the_limit(int first, int second, int lacking) =>
        Assert.Equal(lacking, UnexposedItems.Lacking(Blueprint, [new("a", "listen", first), new("b", "listen", second), new("c", "express", 0)]).Count);

    [Fact]
    public void What_is_left_and_needed_is_said_and_anchors_are_exempt()
    {
        ExposedItem[] items = [new("a", "listen", 900), new("b", "listen", 3), new("c", "listen", 900), new("d", "express", 900)];

        Assert.Equal([new UnexposedShortage("listen", 1, 2), new UnexposedShortage("express", 0, 1)], UnexposedItems.Lacking(Blueprint, items));
        Assert.Equal([new UnexposedShortage("express", 0, 1)], UnexposedItems.Lacking(Blueprint with { Anchors = ["c"] }, items));
    }

    [Fact]
    public void Without_a_limit_nothing_is_ever_seen_too_often() =>
        Assert.Empty(UnexposedItems.Lacking(Blueprint with { MostAttempts = null }, []));
}
