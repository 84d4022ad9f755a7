using System.Text.Json;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Expected values: oracle case 20, R 4.2.2, the default policy with twelve judges, six scenarios of four options and 300 candidates.</summary>
/// <remarks>
/// R pools options for percents. With four options in every scenario that is the scenario as the unit; once options are dropped it
/// is not, and <see cref="Panel.PoolingOptions"/> says so with weights. For alpha after dropping, R took the mean of each scenario.
/// </remarks>
public sealed class DefaultPolicyOracleTests
{
    private static readonly Oracle Case = Oracle.Load("20_default_policy");
    private static readonly Panel Judges = new("s8_sme_12x24_4pt", [1, 2, 3, 4]);
    private static readonly IReadOnlyList<(string Name, IReadOnlyDictionary<string, int?> Ratings)> Candidates = Oracle.Table("s8_ratings_300x24_4pt");
    private static readonly ScoringPlan Plan = Judges.Plan("keyed-credit", MissingRule.ScoreAll, KeyOf);
    private static readonly IReadOnlyList<ScoreSheet> Sheets = Score(Plan);

    [Fact]
    public void The_key_rule_gives_the_verdicts_of_R()
    {
        Assert.All(Judges.Columns, column =>
        {
            PanelVerdict got = Judges.VerdictOf(column);
            Case.Agrees(Want("key", column).GetDouble(), got.Effectiveness);
            Case.Agrees(Want("sme_mean", column).GetDouble(), got.Mean);
            Case.Agrees(Want("sme_sd_n1", column), got.StandardDeviation);
            Case.Agrees(Want("rwg", column), got.Agreement);
            Case.Agrees(Want("same_side_share", column), got.SameSideShare);
            Assert.Equal(Want("retained", column).GetBoolean(), got.DroppedBecause is null);
        });
        Assert.Equal(Number("n_retained"), Judges.Columns.Count(c => Judges.VerdictOf(c).DroppedBecause is null));
    }

    [Fact]
    public void Percents_of_the_first_twelve_are_those_of_R()
    {
        Assert.Empty(ScoringPlanChecks.Problems(Plan));
        AgreeInTurn("pomp_first12", 12, Sheets.Select(s => s.Total.Percent));
    }

    [Fact]
    public void Mean_and_SD_of_the_percents_are_those_of_R()
    {
        double[] percents = [.. Sheets.Select(s => s.Total.Percent!.Value)];

        Assert.Equal(300, percents.Length);
        Case.Agrees(Number("pomp_mean"), Descriptive.Mean(percents));
        Case.Agrees(Number("pomp_sd_n1"), Descriptive.StandardDeviation(percents));
    }

    [Fact]
    public void Scenario_means_are_those_of_R()
    {
        double[][] scenarios = Points(Sheets);

        for (int scenario = 0; scenario < 6; scenario++)
        {
            double mean = scenarios.Average(person => person[scenario]);
            Case.Agrees(Want("scenario_means", $"s{scenario + 1}").GetDouble(), 4 * mean);
        }
    }

    [Fact]
    public void Alpha_over_scenarios_and_their_discrimination_are_those_of_R()
    {
        double[][] scenarios = Points(Sheets);

        Case.Agrees(Number("alpha_scenarios"), CronbachAlpha.Of(scenarios));
        AgreeInTurn("scenario_rest_r", 6, Enumerable.Range(0, 6).Select(j => Discrimination.Of(scenarios, j).OrNull));
    }

    [Fact]
    public void Alpha_over_options_is_that_of_R()
    {
        PlannedItem[] oneOptionEach = [.. Plan.Items.SelectMany(i => i.Options).Select((o, n) => Sample.Scenario(n + 1, "all") with { Options = [o] })];

        double[][] options = Points(Score(Plan with { Items = oneOptionEach }));

        Case.Agrees(Number("alpha_options_inflated_by_shared_stimulus"), CronbachAlpha.Of(options));
    }

    [Fact]
    public void Percents_without_the_dropped_options_are_those_of_R_where_options_weigh_alike()
    {
        ScoringPlan pooled = Panel.PoolingOptions(Retained());

        IReadOnlyList<ScoreSheet> sheets = Score(pooled);

        Assert.Empty(ScoringPlanChecks.Problems(pooled));
        AgreeInTurn("pomp_retained_first12", 12, sheets.Select(s => s.Total.Percent));
    }

    [Fact]
    public void Alpha_without_the_dropped_options_is_that_of_R_where_scenarios_weigh_alike()
    {
        ScoringPlan plan = Retained();

        Estimate alpha = CronbachAlpha.Of(Points(Score(plan)));

        Case.Agrees(Number("alpha_scenarios_retained_options"), alpha);
    }

    [Theory]
    [InlineData("keyed-credit", "pomp_if_every_option_gets")]
    [InlineData("linear-near-miss", "pomp_if_every_option_gets_linear_near_miss")]
    public void One_rating_for_everything_earns_what_R_says(string method, string field)
    {
        ScoringPlan plan = Plan with { Method = method };

        for (int rating = 1; rating <= 4; rating++)
        {
            ScoreSheet sheet = Scorer.Score(plan, Sample.Rate(plan, (_, _) => rating));
            Case.Agrees(Want(field, $"{rating}").GetDouble(), sheet.Total.Percent);
            Assert.Contains(ScoreFlag.ConstantRatings, sheet.Flags);
        }
    }

    [Fact]
    public void A_random_rater_can_expect_the_chance_score_of_R()
    {
        double chance = ChanceScore.Percent(Plan);

        Case.Agrees(Number("chance_pomp_uniform_random"), chance);
    }

    private static ScoringPlan Retained() =>
        Judges.Plan("keyed-credit", MissingRule.ScoreAll, KeyOf, c => Judges.VerdictOf(c).DroppedBecause is not null);

    private static IReadOnlyList<ScoreSheet> Score(ScoringPlan plan) =>
        [.. Candidates.Select(c => Scorer.Score(plan, Sample.Rate(plan, (_, option) => c.Ratings[option.Option])))];

    private static double[][] Points(IReadOnlyList<ScoreSheet> sheets) => [.. sheets.Select(s => s.Items.Select(PointsOf).ToArray())];

    /// <summary>The policy of the case: an omission is worth 0.</summary>
    private static double PointsOf(ItemResult result) => result is ItemResult.Scored scored ? scored.Points : 0;

    private static void AgreeInTurn(string list, int count, IEnumerable<double?> got)
    {
        double[] want = [.. Case.Values.GetProperty(list).EnumerateArray().Select(v => v.GetDouble())];
        Assert.Equal(count, want.Length);
        Assert.All(want.Zip(got), pair => Case.Agrees(pair.First, pair.Second));
    }

    private static JsonElement Want(string table, string name) => Case.Values.GetProperty(table).GetProperty(name);

    private static double Number(string name) => Case.Values.GetProperty(name).GetDouble();

    private static double KeyOf(string column) => Judges.VerdictOf(column).Effectiveness;
}
