using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Expected values: oracle case 01_alpha_s1, psych::alpha 2.2.9 in R 4.2.2, 400 simulated persons on 12 parts.</summary>
public sealed class ItemAnalysisOracleTests
{
    private static readonly Oracle Case = Oracle.Load("01_alpha_s1");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s1_poly_12x400", "i");

    [Fact]
    public void Alpha_and_the_sum_are_those_of_R()
    {
        var got = ItemAnalysis.Of(Scores);

        Assert.Equal((400, 12), (got.Persons, got.Parts));
        Case.Agrees(Case.Values.GetProperty("raw_alpha"), got.Alpha);
        Case.Agrees(Case.Values.GetProperty("total_mean"), got.Mean);
        Case.Agrees(Case.Values.GetProperty("total_sd_n1"), got.StandardDeviation);
        Case.Agrees(Case.Values.GetProperty("standardized_alpha"), StandardisedAlpha.Of(Scores));
        Case.Agrees(Case.Values.GetProperty("guttman_lambda6"), StandardisedAlpha.Lambda6(Scores));
        Case.Agrees(
            Case.Values.GetProperty("sem"), ErrorOfMeasurement.StandardError(got.StandardDeviation.OrNull!.Value, got.Alpha.OrNull!.Value));
    }

    [Fact]
    public void Every_part_has_the_numbers_of_R()
    {
        var got = ItemAnalysis.Of(Scores);

        foreach ((int j, ItemStatistics item) in got.Items.Index())
        {
            Case.Agrees(Want("item_mean", j), item.Mean);
            Case.Agrees(Want("item_sd_n1", j), item.StandardDeviation);
            Case.Agrees(Want("facility", j), item.Mean.OrNull / 4);
            Case.Agrees(Want("item_rest_r", j), item.ItemRest);
            Case.Agrees(Want("alpha_if_deleted", j), item.AlphaIfDeleted);
        }
    }

    [Fact]
    public void It_says_the_same_as_alpha_and_discrimination_of_rows()
    {
        double[][] rows = Oracle.Scores("s1_poly_12x400", "i");

        var got = ItemAnalysis.Of(Scores);

        Assert.Equal(CronbachAlpha.Of(rows).OrNull!.Value, got.Alpha.OrNull!.Value, 1e-12);
        Assert.All(got.Items.Index(), i => Assert.Equal(Discrimination.Of(rows, i.Index).OrNull!.Value, i.Item.ItemRest.OrNull!.Value, 1e-12));
    }

    private static double Want(string table, int part) => Case.Values.GetProperty(table).EnumerateObject().ElementAt(part).Value.GetDouble();
}
