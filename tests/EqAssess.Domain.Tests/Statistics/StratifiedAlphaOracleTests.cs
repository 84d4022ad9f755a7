using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Expected values: oracle case 13_composite, base R 4.2.2, 400 simulated persons on 12 parts in four strata.</summary>
public sealed class StratifiedAlphaOracleTests
{
    private static readonly Oracle Case = Oracle.Load("13_composite");
    private static readonly double[][] Scores = Oracle.Scores("s1_poly_12x400", prefix: "i");

    [Fact]
    public void Reliability_of_the_sum_of_four_strata_is_that_of_R()
    {
        List<IReadOnlyList<IReadOnlyList<double>>> strata = [.. Strata().Select(s => Parts(s.Value))];

        Estimate got = StratifiedAlpha.Of(strata);

        Assert.Equal(400, strata[0].Count);
        Assert.Equal(4, strata.Count);
        Case.Agrees(Case.Values.GetProperty("stratified_alpha"), got);
    }

    [Fact]
    public void Alpha_of_each_stratum_and_of_the_whole_is_that_of_R()
    {
        Estimate whole = CronbachAlpha.Of(Scores);

        Case.Agrees(Case.Values.GetProperty("alpha_total"), whole);
        Assert.All(Strata(), s => Case.Agrees(Case.Values.GetProperty("subscale_alpha").GetProperty(s.Name), CronbachAlpha.Of(Parts(s.Value))));
    }

    [Fact]
    public void One_stratum_has_its_own_alpha()
    {
        Estimate got = StratifiedAlpha.Of([Scores]);

        Assert.Equal(CronbachAlpha.Of(Scores), got);
    }

    private static JsonElement.ObjectEnumerator Strata() => Case.Values.GetProperty("subscale_items").EnumerateObject();

    private static IReadOnlyList<IReadOnlyList<double>> Parts(JsonElement items) =>
        [.. Scores.Select(person => items.EnumerateArray().Select(i => person[i.GetInt32() - 1]).ToArray())];
}
