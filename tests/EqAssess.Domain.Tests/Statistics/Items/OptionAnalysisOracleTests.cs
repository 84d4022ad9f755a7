using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Items;

/// <summary>Expected values: oracle case 14_option_analysis, base R 4.2.2, 300 simulated persons on eight items of four options.</summary>
public sealed class OptionAnalysisOracleTests
{
    private static readonly Oracle Case = Oracle.Load("14_option_analysis");
    private static readonly JsonElement[] Items = [.. Case.Values.GetProperty("items").EnumerateArray()];

    [Fact]
    public void Every_item_and_option_has_the_numbers_of_R()
    {
        string[] names = [.. Items.Select(i => i.GetProperty("item").GetString()!)];
        string[][] choices = [.. names.Select(n => Oracle.Column("s5_choices_8x300", n))];
        string[] keys = [.. names.Select(n => Case.Values.GetProperty("key").GetProperty(n).GetString()!)];

        IReadOnlyList<OptionAnalysis> got = OptionAnalysis.Of(choices, keys, [.. names.Select(_ => new[] { "A", "B", "C", "D" })]);

        Assert.Equal(8, got.Count);
        foreach ((JsonElement want, OptionAnalysis item) in Items.Zip(got))
        {
            Case.Agrees(want.GetProperty("facility"), item.Facility);
            Case.Agrees(want.GetProperty("item_rest_r"), item.ItemRest);
            Assert.Equal(["A", "B", "C", "D"], item.Options.Select(o => o.Option));
            Assert.All(item.Options, option => Agrees(want.GetProperty("options").GetProperty(option.Option), option));
        }
    }

    [Fact]
    public void Whoever_chose_none_counts_in_the_whole_and_earns_nothing()
    {
        OptionAnalysis got = OptionAnalysis.Of([["A", "A", "", null, "B"], ["A", "B", "A", "B", "A"]], ["A", "A"])[0];

        Assert.Equal((5, 2), (got.Persons, got.Omitted));
        Assert.Equal(.4, got.Facility.OrNull);
        Assert.Equal(.2, got.Options.Single(o => o.Option == "B").Share.OrNull);
    }

    [Fact]
    public void An_option_that_nobody_chose_has_a_share_of_0_and_no_correlation()
    {
        OptionAnalysis got = OptionAnalysis.Of([["A", "A", "B"], ["A", "B", "A"]], ["A", "A"], [["A", "B", "C"], ["A", "B"]])[0];

        OptionChoice dead = got.Options.Single(o => o.Option == "C");
        Assert.Equal((0, 0d), (dead.Persons, dead.Share.OrNull));
        Assert.Equal(NoEstimate.ZeroVariance, dead.PointBiserial.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, dead.MeanRest.MissingBecause);
    }

    private static void Agrees(JsonElement want, OptionChoice got)
    {
        Assert.Equal(want.GetProperty("n").GetInt32(), got.Persons);
        Case.Agrees(want.GetProperty("p"), got.Share);
        Case.Agrees(want.GetProperty("mean_rest"), got.MeanRest);
        Case.Agrees(want.GetProperty("pbis_rest"), got.PointBiserial);
    }
}
