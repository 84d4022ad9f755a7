using System.Globalization;
using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Fairness;

/// <summary>Expected values: oracle cases 05_mh_dif_s2 and 05_mh_ucb, stats::mantelhaen.test in R 4.2.2 (checked there with difR).</summary>
public sealed class MantelHaenszelOracleTests
{
    private static readonly Oracle Dif = Oracle.Load("05_mh_dif_s2");
    private static readonly Oracle Admissions = Oracle.Load("05_mh_ucb");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s2_dich_15x800", "q");
    private static readonly bool[] Focal = [.. Oracle.Column("s2_dich_15x800", "group").Select(g => g == "F")];

    [Fact]
    public void Both_passes_are_those_of_R()
    {
        (IReadOnlyList<MantelHaenszelDif> first, _) = Run(purify: false);
        (IReadOnlyList<MantelHaenszelDif> second, IReadOnlyList<int> dropped) = Run(purify: true);

        Assert.Equal(Dif.Values.GetProperty("purification_removed").EnumerateArray().Select(i => i.GetString()), dropped.Select(j => $"q{j + 1:00}"));
        AllAgree("first_pass", first);
        AllAgree("second_pass", second);
    }

    [Fact]
    public void Admissions_over_departments_are_those_of_R()
    {
        var got = FourfoldTables.Of(Departments());

        Admissions.Agrees(Admissions.Values.GetProperty("chisq_corrected"), got.ChiSquare);
        Admissions.Agrees(Admissions.Values.GetProperty("p_corrected"), got.P);
        Admissions.Agrees(Admissions.Values.GetProperty("chisq_uncorrected"), got.Uncorrected);
        Admissions.Agrees(Admissions.Values.GetProperty("common_or"), got.OddsRatio);
        Admissions.Agrees(Admissions.Values.GetProperty("or_ci95")[0], got.Limits!.Value.Lower);
        Admissions.Agrees(Admissions.Values.GetProperty("or_ci95")[1], got.Limits!.Value.Upper);
    }

    [Fact]
    public void Whether_departments_share_one_odds_ratio_is_answered_as_in_R()
    {
        JsonElement want = Admissions.Values.GetProperty("breslow_day");

        var got = BreslowDay.Of(Departments());

        Admissions.Agrees(want.GetProperty("X2"), got.ChiSquare);
        Admissions.Agrees(want.GetProperty("X2_tarone"), got.Tarone);
        Admissions.Agrees(want.GetProperty("p_tarone"), got.P);
        Assert.Equal(want.GetProperty("df").GetInt32(), got.Freedom);
    }

    private static (IReadOnlyList<MantelHaenszelDif> Results, IReadOnlyList<int> Dropped) Run(bool purify) => Purification.Run(
        Scores, purify, (j, totals) => MantelHaenszelDif.Of(Scores.Column(j), Focal, MatchingStrata.Thin(totals)), dif => dif.Class);

    private static void AllAgree(string pass, IReadOnlyList<MantelHaenszelDif> got)
    {
        Assert.Equal(15, got.Count);
        Assert.All(Dif.Values.GetProperty(pass).EnumerateArray().Zip(got), pair =>
        {
            (JsonElement want, MantelHaenszelDif dif) = pair;
            Dif.Agrees(want.GetProperty("abs_sum_A_minus_E"), dif.Tables.Excess);
            Dif.Agrees(want.GetProperty("chisq"), dif.Tables.ChiSquare);
            Dif.Agrees(want.GetProperty("p"), dif.Tables.P);
            Dif.Agrees(want.GetProperty("chisq_uncorrected"), dif.Tables.Uncorrected);
            Dif.Agrees(want.GetProperty("alpha_mh"), dif.Tables.OddsRatio);
            Dif.Agrees(want.GetProperty("ci95")[0], dif.Tables.Limits!.Value.Lower);
            Dif.Agrees(want.GetProperty("ci95")[1], dif.Tables.Limits!.Value.Upper);
            Dif.Agrees(want.GetProperty("delta_mh"), dif.Delta);
            Dif.Agrees(want.GetProperty("se_delta"), dif.DeltaSe);
            Dif.Agrees(want.GetProperty("std_p_dif"), dif.StdPDif);
            Assert.Equal(want.GetProperty("ets").GetString(), dif.Class.ToString());
        });
    }

    private static IEnumerable<Fourfold> Departments()
    {
        (_, string[][] rows) = Oracle.Cells("ucb_admissions");
        return rows.GroupBy(r => r[2]).Select(department =>
        {
            double Count(string admitted, string gender) =>
                double.Parse(department.Single(r => r[0] == admitted && r[1] == gender)[3], CultureInfo.InvariantCulture);
            return new Fourfold(Count("Admitted", "Male"), Count("Rejected", "Male"), Count("Admitted", "Female"), Count("Rejected", "Female"));
        });
    }
}
