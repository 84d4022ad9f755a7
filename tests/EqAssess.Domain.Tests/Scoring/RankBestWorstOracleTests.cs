using System.Text.Json;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Expected values: oracle case 10_sjt_rank_bestworst, R 4.2.2; five ranked options keyed A to E, and every pair of four options.</summary>
public sealed class RankBestWorstOracleTests
{
    private static readonly Oracle Case = Oracle.Load("10_sjt_rank_bestworst");
    private static readonly PlannedItem Ranked = Sample.Scenario(1, "listen", 5, 4, 3, 2, 1) with { Format = "rank" };
    private static readonly PlannedItem Picked = PickedItem();

    [Fact]
    public void Near_miss_spearman_and_footrule_of_every_ranking_are_those_of_R()
    {
        JsonElement[] wanted = [.. Case.Values.GetProperty("ranking").EnumerateArray()];

        Assert.Equal(7, wanted.Length);
        Assert.All(wanted, want =>
        {
            string response = string.Join('>', want.GetProperty("response").GetString()!.ToLowerInvariant().AsEnumerable());
            Case.Agrees(want.GetProperty("near_miss_20").GetDouble(), NearMiss(response));
            Case.Agrees(want.GetProperty("spearman_rho").GetDouble(), (2 * Credit("rank-spearman", Ranked, response)) - 1);
            Case.Agrees(want.GetProperty("footrule").GetDouble(), 20 - NearMiss(response));
        });
    }

    [Fact]
    public void The_near_miss_marks_of_all_permutations_spread_as_those_of_R()
    {
        JsonElement want = Case.Values.GetProperty("all_permutations");

        double[] marks = [.. Orders("abcde").Select(NearMiss)];

        double mean = marks.Average();
        Assert.Equal(want.GetProperty("n").GetInt32(), marks.Length);
        Case.Agrees(want.GetProperty("mean").GetDouble(), mean);
        Case.Agrees(want.GetProperty("sd_pop").GetDouble(), Math.Sqrt(marks.Average(m => (m - mean) * (m - mean))));
        Case.Agrees(want.GetProperty("min").GetDouble(), marks.Min());
        Case.Agrees(want.GetProperty("max").GetDouble(), marks.Max());
        Case.Agrees(mean, 20 * Chance("rank-near-miss", Ranked));
        Assert.Equal(
            want.GetProperty("distribution").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.GetInt32()),
            marks.GroupBy(m => $"{Math.Round(m)}").ToDictionary(g => g.Key, g => g.Count()));
    }

    [Fact]
    public void Every_pair_of_a_most_and_a_least_effective_option_scores_as_in_R()
    {
        JsonElement[] wanted = [.. Case.Values.GetProperty("best_worst").GetProperty("pairs").EnumerateArray()];

        Assert.Equal(12, wanted.Length);
        Assert.All(wanted, want =>
        {
            string best = want.GetProperty("best").GetString()!.ToLowerInvariant();
            string worst = want.GetProperty("worst").GetString()!.ToLowerInvariant();
            string response = $"best={best};worst={worst}";
            Case.Agrees(want.GetProperty("diff").GetDouble(), Picked.OptionCalled(best).Effectiveness - Picked.OptionCalled(worst).Effectiveness);
            Case.Agrees(want.GetProperty("score01").GetDouble(), Credit("most-least-effectiveness", Picked, response));
            Case.Agrees(want.GetProperty("key_points_2").GetDouble(), 2 * Credit("most-least-points", Picked, response));
            Case.Agrees(want.GetProperty("key_points_pm").GetDouble(), (4 * Credit("most-least-symmetric", Picked, response)) - 2);
        });
    }

    private static double NearMiss(string response) => 20 * Credit("rank-near-miss", Ranked, response);

    private static double Credit(string method, PlannedItem item, string response) =>
        Picks.MethodCalled(method).Credit(item, response, new RatingRange(1, 5)) is var credit ? credit.Sum / credit.Choices : 0;

    private static double Chance(string method, PlannedItem item) => Picks.MethodCalled(method).ChanceCredit(item, new RatingRange(1, 5));

    private static IEnumerable<string> Orders(string options) => Picks.Orders([.. options.Select(o => o.ToString())]).Select(order => string.Join('>', order));

    private static PlannedItem PickedItem()
    {
        double[] keys = [.. Case.Values.GetProperty("best_worst").GetProperty("effectiveness").EnumerateObject().Select(e => e.Value.GetDouble())];
        return Sample.Scenario(2, "listen", keys) with { Format = "most-least" };
    }
}
