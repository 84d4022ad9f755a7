using System.Text.Json;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Expected values: oracle case 10, R 4.2.2, a five-point scale, ten judges, forty candidates; C02 and C03 rate everything alike, C05 omits three options.</summary>
public sealed class RateScoringOracleTests
{
    private static readonly Oracle Case = Oracle.Load("10_sjt_rate_scoring");
    private static readonly Panel Judges = new("s3_sme_10x24", [1, 2, 3, 4, 5]);
    private static readonly IReadOnlyList<(string Name, IReadOnlyDictionary<string, int?> Ratings)> Candidates = Oracle.Table("s4_ratings_40x24");

    [Fact]
    public void The_key_is_the_judges_mean()
    {
        JsonElement want = Case.Values.GetProperty("key_mean");

        Assert.Equal(24, Judges.Columns.Count);
        Assert.All(Judges.Columns, column => Case.Agrees(want.GetProperty(column), KeyOf(column)));
    }

    [Fact]
    public void Mode_consensus_pays_for_every_modal_rating_and_no_other()
    {
        JsonElement want = Case.Values.GetProperty("key_mode_sets");
        var method = new ModeConsensus();

        Assert.All(Judges.Columns, column =>
        {
            var option = new KeyedOption(column, 3, "", [], Ratings: Judges.RatingsOf(column));
            IEnumerable<int> paid = Enumerable.Range(1, 5).Where(rating => method.CreditOf(option, rating, new RatingRange(1, 5)) == 1);
            Assert.Equal(want.GetProperty(column).EnumerateArray().Select(m => m.GetInt32()), paid);
        });
    }

    [Fact]
    public void Distances_and_their_parts_are_those_of_R()
    {
        ForEveryCandidate("candidates", (ratings, want) =>
        {
            List<string> answered = [.. Judges.Columns.Where(c => ratings[c] is not null)];
            ProfileSimilarity got = ProfileSimilarity.Of([.. answered.Select(c => (double)ratings[c]!)], [.. answered.Select(MeanOf)]);
            Assert.Equal(want.GetProperty("answered").GetInt32(), answered.Count);
            Case.Agrees(want.GetProperty("mean_abs_distance"), got.MeanAbsolute);
            Case.Agrees(want.GetProperty("mean_sq_distance"), got.MeanSquared);
            Case.Agrees(want.GetProperty("elevation_component"), got.Elevation);
            Case.Agrees(want.GetProperty("scatter_component"), got.Scatter);
            Case.Agrees(want.GetProperty("shape_component"), got.Shape);
            Case.Agrees(want.GetProperty("profile_r"), got.Correlation);
            Case.Agrees(want.GetProperty("within_person_z_mean_sq"), got.MeanSquaredZ);
        });
    }

    [Theory]
    [InlineData("raw-distance", "pom_abs")]
    [InlineData("squared-distance", "pom_sq")]
    [InlineData("standardised-distance", "within_person_score_0_100")]
    public void A_distance_method_gives_the_percent_of_R(string method, string field)
    {
        ScoringPlan plan = Judges.Plan(method, MissingRule.ScoreAnswered, MeanOf);

        Assert.Empty(ScoringPlanChecks.Problems(plan));
        ForEveryCandidate("candidates", (ratings, want) =>
            Case.Agrees(want.GetProperty(field).GetDouble(), Scorer.Score(plan, Panel.Responses(plan, ratings)).Total.Percent));
    }

    [Fact]
    public void Profile_correlation_is_that_of_R_or_missing()
    {
        ScoringPlan plan = Judges.Plan("profile-correlation", MissingRule.ScoreAnswered, MeanOf);

        Assert.Empty(ScoringPlanChecks.Problems(plan));
        ForEveryCandidate("candidates", (ratings, want) =>
        {
            ScoreSheet sheet = Scorer.Score(plan, Panel.Responses(plan, ratings));
            double? r = want.GetProperty("profile_r").ValueKind == JsonValueKind.Null ? null : want.GetProperty("profile_r").GetDouble();
            Assert.Equal(r is null, sheet.ProfileCorrelation is null);
            Assert.Equal(r is null ? NoEstimate.ZeroVariance : null, sheet.Total.NotScoredBecause);
            Assert.Equal(r is null, sheet.Flags.Contains(ScoreFlag.ConstantRatings));
            Case.Agrees(r ?? 0, sheet.ProfileCorrelation ?? 0);
            Case.Agrees(50 * (1 + (r ?? -1)), sheet.Total.Percent ?? 0);
        });
    }

    [Theory]
    [InlineData("proportion-consensus", "proportion")]
    [InlineData("proportion-consensus-scaled", "proportion_scaled_by_modal")]
    [InlineData("mode-consensus", "mode")]
    [InlineData("dichotomous", "dichotomous_agree")]
    public void A_consensus_method_over_the_answered_options_gives_the_share_of_R(string method, string field)
    {
        ScoringPlan plan = Judges.Plan(method, MissingRule.ScoreAnswered, MeanOf);

        Assert.Empty(ScoringPlanChecks.Problems(plan));
        ForEveryCandidate("consensus", (ratings, want) =>
        {
            ScoreSheet sheet = Scorer.Score(Panel.PoolingOptions(plan, ratings), Panel.Responses(plan, ratings));
            Case.Agrees(100 * want.GetProperty(field).GetDouble(), sheet.Total.Percent);
        });
    }

    [Fact]
    public void Linear_near_miss_with_omissions_at_0_gives_the_percent_of_R()
    {
        ScoringPlan plan = Judges.Plan("linear-near-miss", MissingRule.ScoreAll, MeanOf);

        Assert.Empty(ScoringPlanChecks.Problems(plan));
        ForEveryCandidate("consensus", (ratings, want) =>
            Case.Agrees(want.GetProperty("near_miss_percent").GetDouble(), Scorer.Score(plan, Panel.Responses(plan, ratings)).Total.Percent));
    }

    private static void ForEveryCandidate(string list, Action<IReadOnlyDictionary<string, int?>, JsonElement> check)
    {
        JsonElement[] wanted = [.. Case.Values.GetProperty(list).EnumerateArray()];
        Assert.Equal(40, wanted.Length);
        Assert.All(wanted, want => check(Candidates.Single(c => c.Name == want.GetProperty("candidate").GetString()).Ratings, want));
    }

    private static Estimate KeyOf(string column) => Descriptive.Mean([.. Judges.RatingsOf(column).Select(r => (double)r)]);

    private static double MeanOf(string column) => Judges.RatingsOf(column).Average();
}
