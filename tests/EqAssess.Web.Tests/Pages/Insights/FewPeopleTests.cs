using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>With few people a page says what is missing; a button asks for new numbers; old numbers say that they are old.</summary>
public sealed class FewPeopleTests
{
    [Fact]
    public async Task With_two_people_the_page_says_how_many_are_needed_and_shows_no_number()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        (Guid form, _) = await FinishedAsync(site, 2);
        await site.RunAsync<RefreshStatistics>();
        Browser browser = await site.SignInAsync(Roles.Psychologist);

        Shown page = await browser.OpenAsync($"/insights/forms/{form}");
        Shown estimate = await browser.OpenAsync($"/insights/forms/{form}/estimate");

        Assert.Contains("2 attempts count so far, and 30 are needed", page.Words);
        Assert.Empty(page.Document.QuerySelectorAll("table, svg"));
        Assert.Contains("2 attempts count so far, and 100 are needed", estimate.Words);
        Assert.Empty(estimate.Document.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task Before_anybody_real_has_finished_the_page_says_so()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Browser browser = await site.SignInAsync(Roles.HrAdmin);

        Shown list = await browser.OpenAsync("/insights");
        Shown form = await browser.OpenAsync($"/insights/forms/{await site.FormAsync()}");

        Assert.Contains("No statistics yet", list.Words);
        Assert.Contains("Nobody real has finished this form yet.", form.Words);
        Assert.DoesNotContain("Work out now", form.Words);
    }

    [Fact]
    public async Task Numbers_that_are_older_than_the_data_say_so_until_somebody_asks_for_new_ones()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        (Guid form, Guid campaign) = await FinishedAsync(site, 1);
        await site.RunAsync<RefreshStatistics>();
        await AddAsync(site, form, campaign, 1);
        Browser browser = await site.SignInAsync(Roles.Psychologist);

        Shown stale = await browser.OpenAsync($"/insights/campaigns/{campaign}");
        Shown asked = await stale.Form("Work out now").PressAsync();
        await site.RunAsync<RefreshStatistics>();
        Shown fresh = await browser.OpenAsync($"/insights/campaigns/{campaign}");

        Assert.Contains("1 person has finished since.", stale.Words);
        Assert.Contains("Being worked out", asked.Words);
        Assert.Contains(typeof(RefreshStatistics), site.Jobs.Nudges);
        Assert.DoesNotContain("Older than the data", fresh.Words);
        Assert.Contains("2 attempts counted.", fresh.Words);
        Assert.Equal(2, await site.ReadAsync(db => db.Insights.CountAsync(i => db.InsightRequests.Any(r => r.Id == i.Id && r.CampaignId == campaign))));
    }

    [Fact]
    public async Task Nothing_is_worked_out_twice_for_the_same_people()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        await FinishedAsync(site, 1);
        await site.RunAsync<RefreshStatistics>();
        int before = await site.ReadAsync(db => db.Insights.CountAsync());

        await site.RunAsync<RefreshStatistics>();
        site.Time.Advance(TimeSpan.FromDays(2));
        await site.RunAsync<RefreshStatistics>();

        Assert.Equal((2, 2), (before, await site.ReadAsync(db => db.Insights.CountAsync())));
    }

    [Fact]
    public async Task While_another_node_is_at_work_this_one_does_nothing_and_a_dead_one_gives_way()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        await FinishedAsync(site, 1);
        await site.ReadAsync(async db =>
        {
            db.Leases.Add(new Lease { Name = nameof(RefreshStatistics), Holder = Guid.NewGuid(), Until = site.Time.Instant.AddMinutes(5) });
            return await db.SaveChangesAsync();
        });

        await site.RunAsync<RefreshStatistics>();
        int during = await site.ReadAsync(db => db.Insights.CountAsync());
        site.Time.Advance(TimeSpan.FromMinutes(6));
        await site.RunAsync<RefreshStatistics>();

        Assert.Equal((0, 2), (during, await site.ReadAsync(db => db.Insights.CountAsync())));
    }

    private static async Task<(Guid Form, Guid Campaign)> FinishedAsync(SiteFactory site, int people)
    {
        Guid campaign = await site.OpenCampaignAsync();
        Guid form = await site.FormAsync();
        await AddAsync(site, form, campaign, people);
        return (form, campaign);
    }

    private static async Task AddAsync(SiteFactory site, Guid form, Guid campaign, int people)
    {
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None));
        await site.ReadAsync(async db =>
        {
            await new Cohort(db, plan, campaign) { RapidEvery = 0 }.AddAsync(people);
            return 0;
        });
    }
}
