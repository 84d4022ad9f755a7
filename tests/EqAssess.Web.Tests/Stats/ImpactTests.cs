using System.Text.Json;

namespace EqAssess.Web.Tests.Stats;

/// <summary>Expected values: the table of UGESP question 12 in R 4.2.2 (prop.test, fisher.test, dhyper).</summary>
public sealed class ImpactTests
{
    [Fact]
    public void The_worked_table_has_its_ratio_its_tests_and_its_verdict()
    {
        using var file = new StatsFile("group,applicants,selected\nA,80,48\nB,40,12\n");

        JsonElement json = file.Json("impact");

        Assert.Equal("A", json.GetProperty("reference").GetString());
        JsonElement focal = StatsFile.Row(json, "B", "groups", "group");
        StatsFile.Near(.5, focal, "impactRatio");
        StatsFile.Near(-3.09838667696593, focal, "z");
        StatsFile.Near(.00194577369373915, focal, "zP");
        StatsFile.Near(.00340922176784918, focal, "fisherP");
        StatsFile.Near(.00214224013038954, focal, "midP");
        StatsFile.Near(8, focal, "shortfall");
        Assert.False(focal.GetProperty("flipFlop").GetBoolean());
        Assert.StartsWith("Selection rates differ (ratio 0.50", focal.GetProperty("verdict").GetString(), StringComparison.Ordinal);
        StatsFile.Missing("Reference", StatsFile.Row(json, "A", "groups", "group"), "z");
    }

    [Fact]
    public void One_row_a_person_is_counted_first_and_an_empty_group_left_out()
    {
        using var file = new StatsFile("g,in\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"A,{(i < 48 ? 1 : 0)}\n"))
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"B,{(i < 12 ? "yes" : "no")}\n")) + ",1\n");

        JsonElement focal = StatsFile.Row(file.Json("impact", "--group", "g", "--selected", "in"), "B", "groups", "group");

        Assert.Equal((40, 12), (focal.GetProperty("n").GetInt32(), focal.GetProperty("selected").GetInt32()));
        StatsFile.Near(.5, focal, "impactRatio");
    }

    [Fact]
    public void Equal_rates_take_the_first_name_as_the_reference() =>
        Assert.Equal("A", Of("group,applicants,selected\nC,10,5\nA,20,10\nB,40,20\n").GetProperty("reference").GetString());

    [Fact]
    public void Where_nobody_was_selected_there_is_no_ratio_and_no_z()
    {
        JsonElement focal = StatsFile.Row(Of("group,applicants,selected\nA,9,0\nB,5,0\n"), "B", "groups", "group");

        StatsFile.Missing("NotEstimable", focal, "impactRatio");
        StatsFile.Missing("ZeroVariance", focal, "z");
        StatsFile.Missing("NotEstimable", focal, "midP");
        StatsFile.Near(1, focal, "fisherP");
    }

    [Fact]
    public void Few_applicants_are_not_judged() => Assert.Equal(
        "Not enough data: 12 of 30 applicants",
        StatsFile.Row(Of("group,applicants,selected\nA,80,48\nB,12,2\n"), "B", "groups", "group").GetProperty("verdict").GetString());

    [Fact]
    public void More_selected_than_applied_is_named_with_its_place()
    {
        using var file = new StatsFile("group,applicants,selected\nA,80,48\nB,12,13\n");

        var got = file.Run("impact");

        Assert.Equal(1, got.Exit);
        Assert.Contains(":3: column 'selected': 13 selected of 12 applicants", got.Error, StringComparison.Ordinal);
    }

    private static JsonElement Of(string text)
    {
        using var file = new StatsFile(text);
        return file.Json("impact");
    }
}
