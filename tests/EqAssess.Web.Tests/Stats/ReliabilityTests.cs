using System.Text.Json;
using EqAssess.Web.Tests.BankFiles;

namespace EqAssess.Web.Tests.Stats;

/// <summary>Expected values: psych::alpha 2.2.9 and qf in R 4.2.2 on the same twelve rows.</summary>
public sealed class ReliabilityTests : IDisposable
{
    private const string Rows = "3,2,4,1|4,4,4,3|1,2,1,2|2,1,3,2|4,3,4,4|2,2,1,1|3,4,3,2|1,1,2,1|4,3,3,4|3,2,2,3|2,3,2,1|1,1,1,2";
    private readonly StatsFile file = new("a,b,c,d\n" + Rows.Replace('|', '\n') + "\n");

    public void Dispose() => file.Dispose();

    [Fact]
    public void Alpha_its_limits_and_the_items_are_those_of_R()
    {
        JsonElement got = file.Json("reliability");

        Assert.Equal((12, 4), (got.GetProperty("n").GetInt32(), got.GetProperty("k").GetInt32()));
        StatsFile.Near(.854918612880, got, "alpha");
        StatsFile.Near(.650025261670, got, "alphaLower95");
        StatsFile.Near(.953158988172, got, "alphaUpper95");
        // lavaan finds a residual variance of −.29 for the first item (Heywood): no omega.
        StatsFile.Missing("NotEstimable", got, "omegaTotal");
        JsonElement first = StatsFile.Row(got, "a");
        StatsFile.Near(2.5, first, "mean");
        StatsFile.Near(.625, first, "facility");
        StatsFile.Near(.968506193209, first, "itemTotal");
        StatsFile.Near(.935528553927, first, "itemRest");
        StatsFile.Near(.705128205128, first, "alphaIfDeleted");
    }

    [Fact]
    public void Named_columns_and_a_named_maximum_are_used()
    {
        JsonElement got = file.Json("reliability", "--columns", "a,b,c", "--max", "5");

        Assert.Equal(3, got.GetProperty("k").GetInt32());
        StatsFile.Near(.864238410596, got, "alpha");
        StatsFile.Near(.5, StatsFile.Row(got, "a"), "facility");
    }

    [Fact]
    public void People_get_a_table_with_rounded_numbers()
    {
        CommandRun got = file.Run("reliability");

        Assert.Equal((0, ""), (got.Exit, got.Error));
        Assert.Contains("alpha: 0.8549\n", got.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^  a +2\\.5 +0\\.625 +0\\.9685 +0\\.9355 +0\\.7051$", got.Output);
    }

    [Fact]
    public void Rows_with_an_empty_cell_are_left_out_and_counted()
    {
        using var gaps = new StatsFile("id,a,b,c,d\n" + string.Join('\n', Rows.Split('|').Index().Select(r => $"P{r.Index},{r.Item}")) + "\nP12,,3,4,1\nP13,NA,1,1,1\n");

        JsonElement got = gaps.Json("reliability", "--id", "id");

        Assert.Equal((12, 2), (got.GetProperty("n").GetInt32(), got.GetProperty("rowsLeftOut").GetInt32()));
        StatsFile.Near(.854918612880, got, "alpha");
    }

    [Fact]
    public void An_item_that_nobody_missed_has_no_discrimination_and_says_why()
    {
        using var constant = new StatsFile("a,b,c\n1,0,1\n1,1,1\n1,0,0\n1,1,0\n");

        JsonElement got = constant.Json("reliability");

        StatsFile.Missing("ZeroVariance", StatsFile.Row(got, "a"), "itemRest");
        StatsFile.Missing("ZeroVariance", got, "omegaTotal");
    }

    [Fact]
    public void One_row_has_no_alpha_and_says_why()
    {
        using var one = new StatsFile("a,b\n1,2\n");

        StatsFile.Missing("InsufficientData", one.Json("reliability"), "alpha");
    }
}
