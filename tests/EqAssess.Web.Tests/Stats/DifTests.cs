using System.Text.Json;

namespace EqAssess.Web.Tests.Stats;

/// <summary>Expected values: mantelhaen.test and glm (epsilon 1e-14) in R 4.2.2 on the same 120 simulated persons; q3 is harder for the group F.</summary>
public sealed class DifTests : IDisposable
{
    private const string Reference =
        "11110 11000 11100 11000 11101 11111 11000 11011 10111 11110 11000 11000 11111 11000 11000 11100 11110 00001 11000 01100 11110 10100 11101 10110 "
        + "11100 10010 11111 11101 10000 11110 11001 11010 01100 00000 10111 01100 11000 11110 00000 10000 11110 11110 11100 10100 11000 10001 10010 10000 "
        + "11111 01000 10000 10100 11110 11110 11111 01000 10001 11111 01001 11111 00000 11101 10000 11011 01100 00100 00011 01111 10110 00100";

    private const string Focal =
        "11001 01000 10000 00001 11011 00000 11110 11100 01100 11100 11111 10000 00000 10000 10010 00000 10100 10000 10111 11001 11001 10000 10100 11010 "
        + "11000 11100 11111 01110 11010 11011 01010 11111 10000 10100 11000 10000 11111 11000 01000 10000 11111 11010 11110 10010 11000 11000 11000 11000 "
        + "11111 11110";

    private readonly StatsFile file = new(
        "group,q1,q2,q3,q4,q5\n" + string.Concat(Reference.Split(' ').Select(p => $"R,{string.Join(',', p.AsEnumerable())}\n"))
        + string.Concat(Focal.Split(' ').Select(p => $"F,{string.Join(',', p.AsEnumerable())}\n")));

    public void Dispose() => file.Dispose();

    [Fact]
    public void Mantel_and_Haenszel_of_an_item_are_those_of_R()
    {
        JsonElement got = file.Json("dif", "--group", "group", "--focal", "F");

        Assert.Equal("mh", got.GetProperty("method").GetString());
        JsonElement item = StatsFile.Row(got, "q3");
        Assert.Equal((70, 50), (item.GetProperty("nReference").GetInt32(), item.GetProperty("nFocal").GetInt32()));
        StatsFile.Near(2.637122996871, item, "chiSquare");
        StatsFile.Near(.104392434593, item, "p");
        StatsFile.Near(2.525690067975, item, "oddsRatio");
        StatsFile.Near(-2.177308651146, item, "delta");
        StatsFile.Near(1.201673170754, item, "deltaSe");
        Assert.Equal("A", item.GetProperty("class").GetString());
    }

    [Fact]
    public void Logistic_regression_of_an_item_is_that_of_R()
    {
        JsonElement item = StatsFile.Row(file.Json("dif", "--group", "group", "--focal", "F", "--reference", "R", "--method", "logistic"), "q3");

        StatsFile.Near(3.620737790853, item, "lrBoth", 1e-8);
        StatsFile.Near(3.612366241950, item, "lrUniform", 1e-8);
        StatsFile.Near(.163593776674, item, "pBoth", 1e-9);
    }

    [Fact]
    public void Without_its_correction_Mantel_Haenszel_is_Mantel()
    {
        JsonElement mantel = StatsFile.Row(file.Json("dif", "--group", "group", "--focal", "F", "--method", "mantel"), "q3");

        Assert.True(mantel.GetProperty("chiSquare").GetDouble() > 2.637);
        Assert.True(mantel.GetProperty("smd").GetDouble() < 0);
        Assert.Equal("AA", mantel.GetProperty("class").GetString());
    }

    [Fact]
    public void Scores_beyond_1_take_Mantel_by_default_and_are_refused_by_mh()
    {
        using var rich = new StatsFile("g,a,b\nx,2,1\nx,0,1\ny,1,0\ny,2,2\n");

        Assert.Equal("mantel", rich.Json("dif", "--group", "g", "--focal", "x").GetProperty("method").GetString());
        var refused = rich.Run("dif", "--group", "g", "--focal", "x", "--method", "mh");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("column 'a': mh takes scores of 0 and 1 only", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_nobody_belongs_to_is_named()
    {
        var got = file.Run("dif", "--group", "group", "--focal", "Z");

        Assert.Equal(1, got.Exit);
        Assert.Contains("has no group 'Z': there are ", got.Error, StringComparison.Ordinal);
    }
}
