using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Fairness;

/// <summary>Expected values: oracle cases 08_adverse_impact and 08_ll144, prop.test, fisher.test and dhyper in R 4.2.2.</summary>
public sealed class ImpactOracleTests
{
    private static readonly Oracle Case = Oracle.Load("08_adverse_impact");
    private static readonly Oracle Law = Oracle.Load("08_ll144");
    private static readonly JsonElement[] Tables = [.. Case.Values.GetProperty("tables").EnumerateArray()];

    [Fact]
    public void Rates_ratios_and_their_limits_are_those_of_R() => Assert.All(Tables, want =>
    {
        ImpactComparison got = Pair(want);
        Case.Agrees(want.GetProperty("focal_rate"), got.Focal.Rate);
        Case.Agrees(want.GetProperty("impact_ratio"), got.Ratio);
        Case.Agrees(want.GetProperty("impact_ratio_ci95_katz_log")[0], got.Katz.Lower);
        Case.Agrees(want.GetProperty("impact_ratio_ci95_katz_log")[1], got.Katz.Upper);
        Case.Agrees(want.GetProperty("rate_difference"), got.Difference);
        Case.Agrees(want.GetProperty("newcombe_ci95")[0], got.Newcombe.Lower);
        Case.Agrees(want.GetProperty("newcombe_ci95")[1], got.Newcombe.Upper);
        (Estimate lower, Estimate upper) = Proportion.Wilson(got.Focal.Selected, got.Focal.Applicants);
        Case.Agrees(want.GetProperty("wilson_focal")[0], lower);
        Case.Agrees(want.GetProperty("wilson_focal")[1], upper);
    });

    [Fact]
    public void Tests_are_those_of_R() => Assert.All(Tables, want =>
    {
        ImpactComparison got = Pair(want);
        Case.Agrees(want.GetProperty("z_pooled"), got.Z);
        Case.Agrees(want.GetProperty("p_z"), got.ZP);
        Case.Agrees(want.GetProperty("fisher_two_sided"), got.Exact.P);
        Case.Agrees(want.GetProperty("fisher_one_sided_lower"), got.Exact.Lower);
        Case.Agrees(want.GetProperty("mid_p_one_sided_lower"), got.Exact.MidLower);
        Case.Agrees(want.GetProperty("p_observed_table"), got.Exact.Observed);
        if (want.GetProperty("id").GetString() is "zero_both" or "all_selected")
        {
            // Only one table is possible: the case's own note asks for no mid-p.
            Assert.Equal(NoEstimate.NotEstimable, got.Exact.MidP.MissingBecause);
        }
        else
        {
            Case.Agrees(want.GetProperty("fisher_mid_p_two_sided_lancaster"), got.Exact.MidP);
        }
    });

    [Fact]
    public void Shortfalls_are_those_of_R() => Assert.All(Tables, want =>
    {
        ImpactComparison got = Pair(want);
        Case.Agrees(want.GetProperty("min_expected"), got.LeastExpected);
        Case.Agrees(want.GetProperty("expected_focal"), got.ExpectedFocal);
        Case.Agrees(want.GetProperty("shortfall"), got.Shortfall);
        Assert.Equal(want.GetProperty("extra_focal_for_80pct").GetInt32(), got.ExtraForFourFifths() ?? 0);
    });

    [Theory]
    [InlineData("one_person", true)]
    [InlineData("flip", true)]
    [InlineData("tea", false)]
    [InlineData("uge_qa12", false)]
    [InlineData("large", false)]
    [InlineData("zero_both", false)]
    public void One_selection_moved_makes_the_focal_rate_the_higher_one_or_does_not(string id, bool flips) =>
        Assert.Equal(flips, Pair(Tables.Single(t => t.GetProperty("id").GetString() == id)).FlipFlop);

    [Theory]
    [InlineData("sex", "Male", "Female")]
    [InlineData("race", "Hispanic or Latino")]
    public void The_example_of_the_New_York_rule_is_reproduced(string table, params string[] first)
    {
        JsonElement[] rows = [.. Law.Values.GetProperty("rule_example").GetProperty(table).EnumerateArray()];
        (string?, bool)[] people = [.. rows.SelectMany(r => Enumerable.Range(0, r.GetProperty("n").GetInt32())
            .Select(i => (r.GetProperty("category").GetString(), i < r.GetProperty("above_median").GetInt32())))];

        var got = LocalLaw144.OfSelection(people);

        Assert.Equal(first, rows.Take(first.Length).Select(r => r.GetProperty("category").GetString()!));
        Assert.All(rows, want =>
        {
            AuditRow row = got.Rows.Single(r => r.Category == want.GetProperty("category").GetString());
            Law.Agrees(want.GetProperty("scoring_rate"), row.Rate);
            Law.Agrees(want.GetProperty("impact_ratio"), row.ImpactRatio);
        });
    }

    [Fact]
    public void Scoring_rates_count_who_is_strictly_above_the_median_of_everybody()
    {
        JsonElement tiny = Law.Values.GetProperty("tiny");
        (string?, double)[] people = [.. tiny.GetProperty("group").EnumerateArray().Zip(
            tiny.GetProperty("scores").EnumerateArray(), (g, s) => (g.GetString(), s.GetDouble()))];

        var got = LocalLaw144.OfScores(people);

        Law.Agrees(tiny.GetProperty("rate_a"), got.Rows[0].Rate);
        Law.Agrees(tiny.GetProperty("rate_b"), got.Rows[1].Rate);
        Law.Agrees(tiny.GetProperty("impact_ratio_a"), got.Rows[0].ImpactRatio);
    }

    private static ImpactComparison Pair(JsonElement t) => new(
        new SelectionCount(t.GetProperty("focal_total").GetInt32(), t.GetProperty("focal_selected").GetInt32()),
        new SelectionCount(t.GetProperty("ref_total").GetInt32(), t.GetProperty("ref_selected").GetInt32()));
}
