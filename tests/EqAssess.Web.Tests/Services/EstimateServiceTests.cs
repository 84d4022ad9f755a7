using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Planning values stand until 100 people have handed the form in and somebody accepts what the data say; a new plan then holds it.</summary>
public sealed class EstimateServiceTests
{
    private const int Items = 8;

    [Fact]
    public async Task Planning_values_stand_with_99_attempts()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await ScoredAsync(site, sample, 99);

        int plans = await AcceptAsync(site, sample);

        Assert.Equal(0, plans);
        Assert.Equal(EstimateBasis.Assumed, (await TotalAsync(site, sample)).Basis);
    }

    [Theory]
    [OnEachEngine]
    public async Task With_the_hundredth_attempt_a_new_plan_holds_estimates(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await ScoredAsync(site, sample, 100);
        List<ScoreRun> runs = await site.ReadAsync(db => db.ScoreRuns.ToListAsync());

        int plans = await AcceptAsync(site, sample);
        int again = await AcceptAsync(site, sample);

        ScaleStatistics total = await TotalAsync(site, sample);
        Assert.Equal((1, 0), (plans, again));
        Assert.Equal((EstimateBasis.Estimated, 100), (total.Basis, total.Attempts));
        Assert.Equal(Descriptive.StandardDeviation([.. runs.Select(r => r.Percent!.Value)]).OrNull!.Value, total.StandardDeviation, 1e-9);
        Assert.Equal(StratifiedAlphaOf(runs), total.Reliability, 1e-9);
        Assert.InRange(total.Reliability, 0.5, 0.99);
        Assert.Equal([1, 2], await site.ReadAsync(db => db.ScoringPlans.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync()));
    }

    [Fact]
    public async Task Without_anybody_who_accepts_them_estimates_change_nothing()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await ScoredAsync(site, sample, 100);

        await site.RunAsync<RefreshStatistics>();

        Assert.Equal(EstimateBasis.Assumed, (await TotalAsync(site, sample)).Basis);
        Assert.Equal(1, await site.ReadAsync(db => db.ScoringPlans.CountAsync()));
    }

    [Fact]
    public async Task Under_the_new_plan_everybody_is_scored_anew_and_no_score_moves()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await ScoredAsync(site, sample, 100);
        await AcceptAsync(site, sample);

        await ScoreAllAsync(site);

        ILookup<Guid, ScoreRun> byAttempt = (await site.ReadAsync(db => db.ScoreRuns.ToListAsync())).ToLookup(r => r.AttemptId);
        Assert.Equal(100, byAttempt.Count);
        Assert.All(byAttempt, runs => Assert.Equal(2, runs.Count()));
        Assert.All(byAttempt, runs => Assert.Single(runs.Select(r => r.Percent).Distinct()));
    }

    [Fact]
    public async Task Simulated_attempts_those_that_ran_out_of_time_and_second_ones_do_not_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        var attempts = new FinishedAttempts(site, sample);
        IReadOnlyList<Guid> real = await attempts.AddAsync(98);
        await attempts.AddAsync(40, simulated: true, seed: 2);
        await attempts.AddAsync(10, timedOut: true, seed: 3);
        attempts.StartedAt += TimeSpan.FromDays(1);
        Guid other = await site.OpenAsync(sample.Form);
        foreach (Guid attempt in real.Take(10))
        {
            Guid candidate = await site.ReadAsync(db => (
                from a in db.Attempts join i in db.Invitations on a.InvitationId equals i.Id where a.Id == attempt select i.CandidateId).SingleAsync());
            await attempts.AddAgainAsync(candidate, other, [.. Enumerable.Repeat<string?>("a=1;b=2;c=3;d=4", Items)]);
        }

        await ScoreAllAsync(site);

        Assert.Equal(98, await site.AskAsync((EstimateService s) => s.ValidAttemptsAsync(sample.Form, CancellationToken.None)));
        Assert.Equal(0, await AcceptAsync(site, sample));
    }

    [Fact]
    public async Task An_estimate_is_made_anew_only_when_a_quarter_more_has_come()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(100);
        await RefreshedAsync(site, sample);

        await attempts.AddAsync(24, seed: 2);
        int with124 = await RefreshedAsync(site, sample);
        await attempts.AddAsync(1, seed: 3);
        int with125 = await RefreshedAsync(site, sample);

        Assert.Equal((0, 1), (with124, with125));
        Assert.Equal(125, (await TotalAsync(site, sample)).Attempts);
    }

    /// <summary>Flagged attempts are handed in and stay out of the estimate; they must not make a new plan at every run of the job.</summary>
    [Fact]
    public async Task Attempts_with_a_data_quality_flag_neither_count_nor_ask_for_another_plan()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(100);
        await attempts.AddAsync([.. Enumerable.Range(0, 40).Select(_ => Enumerable.Repeat<string?>("a=2;b=2;c=2;d=2", Items).ToArray())]);

        int first = await RefreshedAsync(site, sample);
        int second = await RefreshedAsync(site, sample);

        Assert.Equal((1, 0), (first, second));
        Assert.Equal(100, (await TotalAsync(site, sample)).Attempts);
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_who_accept_at_once_make_one_plan(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await ScoredAsync(site, sample, 100);

        DrawnInsight drawn = await NewestAsync(site, sample);

        Guid?[] made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.AskAsync((EstimateService s) => s.AcceptAsync(drawn, CancellationToken.None))));

        Assert.Single(made.OfType<Guid>());
        Assert.Equal(2, await site.ReadAsync(db => db.ScoringPlans.CountAsync()));
    }

    private static async Task ScoredAsync(TestSite site, SampleCampaign sample, int people)
    {
        await new FinishedAttempts(site, sample).AddAsync(people);
        await ScoreAllAsync(site);
    }

    private static async Task<int> RefreshedAsync(TestSite site, SampleCampaign sample)
    {
        await ScoreAllAsync(site);
        return await AcceptAsync(site, sample);
    }

    /// <returns>How many plans were made: one or none.</returns>
    private static async Task<int> AcceptAsync(TestSite site, SampleCampaign sample)
    {
        DrawnInsight drawn = await NewestAsync(site, sample);
        return await site.AskAsync((EstimateService s) => s.AcceptAsync(drawn, CancellationToken.None)) is null ? 0 : 1;
    }

    private static async Task<DrawnInsight> NewestAsync(TestSite site, SampleCampaign sample)
    {
        var scope = InsightScope.OfForm(sample.Form);
        await site.AskAsync((InsightService s) => s.AskAsync(scope, staff: null, CancellationToken.None));
        await site.RunAsync<RefreshStatistics>();
        return (await site.AskAsync((InsightService s) => s.NewestAsync(scope, CancellationToken.None)))!;
    }

    private static async Task ScoreAllAsync(TestSite site)
    {
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }
    }

    private static async Task<ScaleStatistics> TotalAsync(TestSite site, SampleCampaign sample) =>
        (await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(sample.Form, CancellationToken.None))).Scales.Single(s => s.Scale == ScoringPlan.Total);

    /// <summary>The sample bank turns its four domains from item to item: item i belongs to stratum i mod 4.</summary>
    private static double StratifiedAlphaOf(IReadOnlyList<ScoreRun> runs)
    {
        double[][] credits = [.. runs.Select(r => PlanJson.ReadSheet(r.Sheet).Items.Select(i => ((ItemResult.Scored)i).Points).ToArray())];
        IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> strata =
            [.. Enumerable.Range(0, 4).Select(d => credits.Select(p => (IReadOnlyList<double>)[.. p.Where((_, i) => i % 4 == d)]).ToArray())];
        return StratifiedAlpha.Of(strata).OrNull!.Value;
    }
}
