using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Four items of four options; a rating next to its key on the same side costs half of the option's credit, 100/32 points.</summary>
public sealed class ResultsServiceTests
{
    private const int Items = 4;
    private const double Step = 100 / 32d;

    [Theory]
    [OnEachEngine]
    public async Task The_list_runs_from_the_highest_score_to_those_who_were_only_invited(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample, 5, 0, 12);
        await site.RunAsync<ScoreAttempts>();
        await AddAsync(site, sample, 1);
        await site.BeginAttemptAsync(sample.Campaign, "running");
        await site.InviteAsync(sample.Campaign, "invited");

        CampaignResults results = await ResultsAsync(site, sample);

        Assert.Equal(
            [Progress.Scored, Progress.Scored, Progress.Scored, Progress.BeingScored, Progress.Started, Progress.Invited],
            results.Rows.Select(r => r.Progress));
        double[] percents = [.. results.Rows.Take(3).Select(r => r.Score!.Percent!.Value)];
        Assert.Equal(100, percents[0], 1e-9);
        Assert.Equal(100 - (5 * Step), percents[1], 1e-9);
        Assert.Equal(100 - (12 * Step), percents[2], 1e-9);
    }

    [Fact]
    public async Task Equal_scores_stand_in_an_order_that_is_drawn_once_and_stays()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample, [.. Enumerable.Repeat(3, 12)]);
        await site.RunAsync<ScoreAttempts>();

        Guid[] once = [.. (await ResultsAsync(site, sample)).Rows.Select(r => r.Invitation)];
        Guid[] twice = [.. (await ResultsAsync(site, sample)).Rows.Select(r => r.Invitation)];

        Assert.Equal(once, twice);
        Assert.Equal(once.OrderBy(i => CampaignPlans.DrawOf(FinishedAttempts.Seed, i)), once);
        Assert.NotEqual(once.OrderBy(i => CampaignPlans.DrawOf(FinishedAttempts.Seed + 1, i)), once);
        Assert.NotEqual(once.Order(), once);
    }

    [Fact]
    public async Task A_pilot_shows_no_scores_and_its_order_gives_none_away()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items, CampaignPurpose.Pilot);
        await AddAsync(site, sample, 0, 2, 4, 6, 8, 10, 12, 14, 16);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample);

        Assert.Equal(ScoresHidden.Pilot, results.Hidden);
        Assert.All(results.Rows, r => Assert.Null(r.Score));
        Guid[] byScore = await site.ReadAsync(db => (
            from run in db.ScoreRuns join a in db.Attempts on run.AttemptId equals a.Id orderby run.Percent descending select a.InvitationId).ToArrayAsync());
        Assert.NotEqual(byScore, results.Rows.Select(r => r.Invitation));
    }

    [Theory]
    [InlineData("0.59", ScoresHidden.ReliabilityTooLow)]
    [InlineData("0.60", null)]
    public async Task Under_a_reliability_of_60_no_hiring_view_shows_scores(string reliability, ScoresHidden? hidden)
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:PlanningReliability", reliability));
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample, 3);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample);

        Assert.Equal(hidden, results.Hidden);
        Assert.Equal(hidden is null, results.Rows[0].Score is not null);
    }

    /// <summary>SD 12 and reliability .80, so SEM = 12·√.2 = 5.37, SED = 7.59 and 1.96 SED = 14.87, which is less than 1.5 SD = 18.</summary>
    [Fact]
    public async Task Two_scores_differ_reliably_from_1_96_standard_errors_of_a_difference_on()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:PlanningReliability", "0.80"));
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        IReadOnlyList<Guid> attempts = await AddAsync(site, sample, 0, 1, 4, 5);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample, selected: attempts[0]);

        Assert.Equal(12 * Math.Sqrt(0.2), results.StandardError, 1e-9);
        Assert.Equal(1.959963984540054 * 12 * Math.Sqrt(0.4), results.Band, 1e-6);
        Assert.Equal(attempts[0], results.Selected!.Attempt);
        Assert.Equal([null, false, false, true], results.Rows.Select(results.DiffersFromSelected));
        Assert.Equal([4 * Step < results.Band, 5 * Step < results.Band], [true, false]);
    }

    /// <summary>SD 12 and reliability .60: 1.96 SED = 21.04, and 1.5 SD = 18.</summary>
    [Fact]
    public async Task Where_a_reliable_difference_is_wider_than_one_and_a_half_standard_deviations_nobody_is_marked()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:PlanningReliability", "0.60"));
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        IReadOnlyList<Guid> attempts = await AddAsync(site, sample, 0, 16);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample, selected: attempts[0]);

        Assert.False(results.Marks);
        Assert.Equal(21.04, results.Difference.Points, 0.005);
        Assert.All(results.Rows, r => Assert.Null(results.AgainstSelected(r)));
    }

    [Fact]
    public async Task An_interval_of_95_percent_stands_round_every_score_and_is_not_clipped()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample, 0);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample);

        Score score = results.Rows[0].Score!;
        double half = 1.959963984540054 * results.StandardError;
        Assert.Equal((100 - half, 100 + half), (score.Lower, score.Upper), new Near(1e-6));
    }

    [Fact]
    public async Task Nobody_is_compared_without_somebody_selected()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample, 0, 16);
        await site.RunAsync<ScoreAttempts>();

        CampaignResults results = await ResultsAsync(site, sample, selected: Guid.CreateVersion7());

        Assert.Null(results.Selected);
        Assert.All(results.Rows, r => Assert.Null(results.DiffersFromSelected(r)));
    }

    [Fact]
    public async Task Who_was_taken_back_is_not_in_the_list()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");
        await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));

        CampaignResults results = await ResultsAsync(site, sample);

        Assert.Empty(results.Rows);
    }

    /// <summary>Adds one person for each number of steps off the key.</summary>
    private static Task<IReadOnlyList<Guid>> AddAsync(TestSite site, SampleCampaign sample, params int[] stepsOff) =>
        new FinishedAttempts(site, sample).AddAsync([.. stepsOff.Select(Ratings)]);

    private static string?[] Ratings(int stepsOff)
    {
        int left = stepsOff;
        return
        [
            .. Enumerable.Range(1, Items).Select(item => string.Join(';', Enumerable.Range(0, 4).Select(option =>
            {
                int key = SampleBank.KeyOf(item, option);
                int rating = left-- > 0 ? (key > 2 ? 7 - key : 3 - key) : key;
                return $"{(char)('a' + option)}={rating}";
            }))),
        ];
    }

    private static async Task<CampaignResults> ResultsAsync(TestSite site, SampleCampaign sample, Guid? selected = null)
    {
        CampaignRow campaign = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == sample.Campaign));
        return await site.AskAsync((ResultsService s) => s.OfAsync(campaign, new ResultsQuery(), selected, null, CancellationToken.None));
    }

    private sealed class Near(double by) : IEqualityComparer<(double Lower, double Upper)>
    {
        public bool Equals((double Lower, double Upper) x, (double Lower, double Upper) y) => Math.Abs(x.Lower - y.Lower) <= by && Math.Abs(x.Upper - y.Upper) <= by;

        public int GetHashCode((double Lower, double Upper) obj) => 0;
    }
}
