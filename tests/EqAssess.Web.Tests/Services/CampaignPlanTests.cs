using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A campaign keeps key, reliability and SD from its first invitation on; what is estimated meanwhile serves campaigns that begin later.</summary>
public sealed class CampaignPlanTests
{
    private const int Items = 8;

    [Theory]
    [OnEachEngine]
    public async Task An_estimate_in_the_middle_of_a_campaign_changes_no_score_of_it_and_serves_the_next_one(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await site.InviteAsync(sample.Campaign, "first");
        ScoringPlan before = await PlanOfAsync(site, sample.Campaign);
        await new FinishedAttempts(site, sample).AddAsync(100);
        await ScoreAllAsync(site);

        Guid? estimated = await AcceptAsync(site, sample.Form);
        await ScoreAllAsync(site);
        Guid next = await site.OpenAsync(sample.Form);
        await site.InviteAsync(next, "second");

        Assert.NotNull(estimated);
        Assert.Equal(before.Id, (await PlanOfAsync(site, sample.Campaign)).Id);
        Assert.Equal(EstimateBasis.Assumed, (await ResultsAsync(site, sample.Campaign)).Total.Basis);
        Assert.Equal(100, (await ResultsAsync(site, sample.Campaign)).Slice.Count);
        Assert.Equal(EstimateBasis.Estimated, (await ResultsAsync(site, next)).Total.Basis);
    }

    [Fact]
    public async Task A_person_who_finishes_after_the_estimate_is_scored_under_the_pinned_plan_and_under_the_new_one()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await site.InviteAsync(sample.Campaign, "first");
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(100);
        await ScoreAllAsync(site);
        await AcceptAsync(site, sample.Form);
        await ScoreAllAsync(site);

        await attempts.AddAsync(1, seed: 9);
        await ScoreAllAsync(site);

        Assert.Equal(202, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Equal(101, (await ResultsAsync(site, sample.Campaign)).Slice.Count);
        Assert.Equal(0, await site.RunAsync<ScoreAttempts>());
    }

    [Fact]
    public async Task Before_anybody_is_invited_a_campaign_is_on_the_current_plan()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);

        Assert.Null(await site.ReadAsync(db => db.Campaigns.Select(c => c.PlanId).SingleAsync()));
        Assert.Equal(
            (await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(sample.Form, CancellationToken.None))).Id, (await PlanOfAsync(site, sample.Campaign)).Id);
    }

    private static async Task<Guid?> AcceptAsync(TestSite site, Guid form)
    {
        await site.RunAsync<RefreshStatistics>();
        DrawnInsight drawn = (await site.AskAsync((InsightService s) => s.NewestAsync(InsightScope.OfForm(form), CancellationToken.None)))!;
        return await site.AskAsync((EstimateService s) => s.AcceptAsync(drawn, CancellationToken.None));
    }

    private static async Task ScoreAllAsync(TestSite site)
    {
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }
    }

    private static async Task<ScoringPlan> PlanOfAsync(TestSite site, Guid campaign)
    {
        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign));
        return await site.AskAsync((CampaignPlans plans) => plans.OfAsync(row, CancellationToken.None));
    }

    private static async Task<CampaignResults> ResultsAsync(TestSite site, Guid campaign)
    {
        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign));
        return await site.AskAsync((ResultsService results) => results.OfAsync(row, new ResultsQuery { State = Progress.Scored }, null, null, CancellationToken.None));
    }
}
