using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Fairness;

/// <summary>Expected values: oracle case 06_mantel_smd_s1, base R 4.2.2 and coin 1.4-2, 240 and 160 simulated persons on 12 parts.</summary>
public sealed class MantelOracleTests
{
    private static readonly Oracle Case = Oracle.Load("06_mantel_smd_s1");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s1_poly_12x400", "i");
    private static readonly bool[] Focal = [.. Oracle.Column("s1_poly_12x400", "group").Select(g => g == "F")];

    [Fact]
    public void Thick_strata_lie_between_the_deciles_of_R() => Assert.Equal(
        Case.Values.GetProperty("thick_breaks").EnumerateArray().Select(b => b.GetDouble()), MatchingStrata.Thick(Scores.Totals()).Breaks);

    [Theory]
    [InlineData("thin")]
    [InlineData("thick")]
    public void Every_part_has_the_numbers_of_R(string width)
    {
        MatchingStrata strata = width == "thin" ? MatchingStrata.Thin(Scores.Totals()) : MatchingStrata.Thick(Scores.Totals());

        Assert.All(Case.Values.GetProperty("items").EnumerateArray().Index(), item =>
        {
            JsonElement want = item.Item.GetProperty(width);
            var got = MantelDif.Of(Scores.Column(item.Index), Focal, strata);
            Assert.Equal((want.GetProperty("strata_used").GetInt32(), want.GetProperty("persons_lost").GetInt32()), (got.Strata, got.Lost));
            Case.Agrees(want.GetProperty("sum_F_minus_E"), got.Excess);
            Case.Agrees(want.GetProperty("var"), got.Variance);
            Case.Agrees(want.GetProperty("mantel_chisq"), got.ChiSquare);
            Case.Agrees(want.GetProperty("p"), got.P);
            Case.Agrees(want.GetProperty("smd"), got.Smd);
            Case.Agrees(want.GetProperty("smd_over_sd"), got.Effect);
            Assert.Equal(want.GetProperty("class").GetString(), $"{got.Class}{got.Class}");
        });
    }
}
