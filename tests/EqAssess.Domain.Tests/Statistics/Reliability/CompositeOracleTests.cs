using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Expected values: oracle case 13_composite, base R 4.2.2.</summary>
public sealed class CompositeOracleTests
{
    private static readonly Oracle Case = Oracle.Load("13_composite");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s1_poly_12x400", "i");

    [Fact]
    public void A_weighted_sum_has_the_reliability_of_R() => Assert.All(["weighted", "weighted_standardised"], name =>
    {
        ScoreTable[] parts = [.. Subscales().Select(s => s.Scores)];
        double[] weights = [.. Case.Values.GetProperty(name).GetProperty("w").EnumerateArray().Select(w => w.GetDouble())];
        double[] reliabilities = [.. parts.Select(p => ItemAnalysis.Of(p).Alpha.OrNull!.Value)];
        double[][] sums = [.. parts.Select(p => name == "weighted" ? p.Totals() : Standardised(p.Totals()))];

        Case.Agrees(Case.Values.GetProperty(name).GetProperty("reliability"), Mosier.Of(sums, reliabilities, weights));
    });

    [Fact]
    public void Halves_agree_as_in_R()
    {
        var got = SplitHalf.OddEven(Scores);

        Case.Agrees(Case.Values.GetProperty("odd_even_r"), got.Correlation);
        Case.Agrees(Case.Values.GetProperty("split_half_spearman_brown"), got.SteppedUp);
        Case.Agrees(Case.Values.GetProperty("lambda4_odd_even"), got.Lambda4);
    }

    [Fact]
    public void No_subscore_of_three_parts_says_more_of_itself_than_the_total_does() => Assert.All(Subscales(), subscale =>
    {
        JsonElement want = Case.Values.GetProperty("prmse").GetProperty(subscale.Name);

        var got = SubscoreValue.Of(subscale.Scores.Totals(), Scores.Totals(), ItemAnalysis.Of(subscale.Scores).Alpha.OrNull!.Value);

        Case.Agrees(want.GetProperty("subscore"), got.FromSubscore);
        Case.Agrees(want.GetProperty("from_total"), got.FromTotal);
        Assert.False(got.MayBeReported);
    });

    private static IEnumerable<(string Name, ScoreTable Scores)> Subscales() => Case.Values.GetProperty("subscale_items").EnumerateObject()
        .Select(s => (s.Name, Scores.Only(s.Value.EnumerateArray().Select(i => i.GetInt32() - 1))));

    private static double[] Standardised(double[] sums)
    {
        double spread = Descriptive.StandardDeviation(sums).OrNull!.Value;
        return Array.ConvertAll(sums, s => s / spread);
    }
}
