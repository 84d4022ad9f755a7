using System.Text.Json;

namespace EqAssess.Web.Tests.Stats;

public sealed class ChoicesTests
{
    [Fact]
    public void Shares_and_point_biserials_are_those_of_a_hand_made_example()
    {
        using var file = new StatsFile("who,p,q\n1,A,A\n2,A,A\n3,B,A\n4,B,B\n5,,B\n");
        using var key = new StatsFile("item,key\np,A\nq,A\n");

        JsonElement got = StatsFile.Row(file.Json("options", "--key", key.Path), "p");

        // Right on p: 1 1 0 0 0; right on q: 1 1 1 0 0. r = (2/5 − .4·.6)/√(.24·.24) = 2/3; chose B: 0 0 1 1 0, r = (.2 − .24)/.24 = −1/6.
        Assert.Equal((5, 1), (got.GetProperty("n").GetInt32(), got.GetProperty("omitted").GetInt32()));
        StatsFile.Near(.4, got, "facility");
        StatsFile.Near(2 / 3d, got, "itemRest");
        JsonElement keyed = StatsFile.Row(got, "A", "options", "option");
        StatsFile.Near(2 / 3d, keyed, "pointBiserial");
        StatsFile.Near(1, keyed, "meanRest");
        JsonElement other = StatsFile.Row(got, "B", "options", "option");
        StatsFile.Near(-1 / 6d, other, "pointBiserial");
        StatsFile.Near(.4, other, "share");
    }

    [Fact]
    public void A_wrong_key_is_suspected_from_a_hundred_persons_on()
    {
        string rows = string.Concat(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? "A,A,B\n" : "B,B,A\n"));
        using var file = new StatsFile("p,q,r\n" + rows);
        using var key = new StatsFile("item,key\np,A\nq,A\nr,A\n");
        using var few = new StatsFile("p,q,r\n" + rows[..(99 * 6)]);

        Assert.Contains("KeySuspect", Flags(file.Json("options", "--key", key.Path), "r"));
        Assert.Contains("NegativeDiscrimination", Flags(file.Json("options", "--key", key.Path), "r"));
        Assert.Empty(Flags(few.Json("options", "--key", key.Path), "r"));
    }

    [Fact]
    public void An_item_without_a_key_is_named()
    {
        using var file = new StatsFile("p,q\nA,B\n");
        using var key = new StatsFile("item,key\np,A\n");

        var got = file.Run("options", "--key", key.Path, "--columns", "p,q");

        Assert.Equal(1, got.Exit);
        Assert.Contains("there is no key for the item 'q'", got.Error, StringComparison.Ordinal);
    }

    private static string[] Flags(JsonElement json, string item) =>
        [.. StatsFile.Row(json, item).GetProperty("flags").EnumerateArray().Select(f => f.GetString()!)];
}
