using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>Another scenario takes the place of one that somebody is spared, in the test and in the score.</summary>
public sealed class EquivalentTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;
    private Browser officer = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync();
        officer = await Site.SignInAsync("Accommodations");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task The_spared_scenario_is_never_shown_and_the_other_one_is_answered_and_scored_in_its_place()
    {
        Guid campaign = await Site.OpenCampaignAsync();
        string token = await Site.LinkAsync(await Site.InviteAsync(campaign));
        await SpareAsync("scenario-01");

        Candidate candidate = await Site.BeginAsync(token);
        Shown page = candidate.First;
        for (int i = 0; i < 4; i++)
        {
            Assert.DoesNotContain("funeral", page.Html);
            page = await page.Form("Next").RateAll(3).PressAsync();
        }

        Assert.Contains("All 4 scenarios are complete.", page.Words);
        await page.Form("Hand in").PressAsync();
        await Site.RunAsync<ScoreAttempts>();
        ScoreSheet sheet = PlanJson.ReadSheet(await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Sheet).SingleAsync()));
        Assert.Equal(37.5, sheet.Total.Percent);
        Assert.All(sheet.Items, i => Assert.IsType<ItemResult.Scored>(i));
        Assert.Equal(["scenario-05", "scenario-02", "scenario-03", "scenario-04"], await IdsAsync(sheet.Items.Select(i => i.ItemVersion)));
        Assert.Equal(["Started", "ItemReplaced", "Presented"], (await Site.KindsAsync(candidate.Attempt)).Take(3));
    }

    [Fact]
    public async Task In_a_running_test_what_was_not_shown_yet_is_replaced_and_what_was_shown_stays()
    {
        Candidate candidate = await Site.BeginAsync();

        Shown saved = await SpareAsync("scenario-01", "scenario-03");

        Assert.Contains("One scenario stays in the test that runs", saved.Words);
        Assert.Equal(["Started", "Presented", "ItemReplaced"], await Site.KindsAsync(candidate.Attempt));
        Assert.Contains("funeral", (await candidate.Browser.OpenAsync("/take/1")).Html);
        Shown third = await candidate.Browser.OpenAsync("/take/3");
        Assert.Equal(["scenario-07"], await IdsAsync([Guid.Parse(third.Form("Next")["item"])]));
    }

    [Fact]
    public async Task Without_an_equivalent_the_officer_is_told_and_nothing_is_changed()
    {
        await Site.NewLinkAsync();
        await Site.ReadAsync(db => db.ItemVersions.Where(i => i.ItemId == "scenario-05").ExecuteUpdateAsync(s => s.SetProperty(i => i.Current, false)));

        Shown refused = await SpareAsync("scenario-01", "scenario-02");

        Assert.Contains("Nothing was saved: no equivalent scenario can stand in the place of The parcel for a funeral.", refused.Words);
        Assert.Equal(0, await Site.ReadAsync(db => db.Accommodations.CountAsync()));
    }

    [Fact]
    public async Task A_later_test_without_an_equivalent_waits_for_people_and_shows_no_spared_scenario()
    {
        await Site.NewLinkAsync();
        await SpareAsync("scenario-01");
        await Site.ReadAsync(db => db.ItemVersions.Where(i => i.ItemId == "scenario-05").ExecuteUpdateAsync(s => s.SetProperty(i => i.Current, false)));
        string later = await Site.NewLinkAsync();

        Shown link = await Site.NewBrowser().OpenAsync($"/t/{later}");

        Assert.Equal("We are still arranging your adjustment", link.Heading);
        Assert.False(link.Offers("Start the assessment"));
        Assert.Null(await Site.AskAsync(async (StartService start) => await start.StartAsync((await start.FindAsync(later, CancellationToken.None))!)));
    }

    [Fact]
    public async Task Estimates_leave_out_who_took_other_scenarios_or_wrote()
    {
        Guid campaign = await Site.OpenCampaignAsync();
        await Site.InviteAsync(campaign, "Amara");
        await SpareAsync("scenario-01");
        await Site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await Site.FinishAsync(campaign, "Bolin", 1, 2, 3, 4);
        Guid form = await Site.FormAsync();

        List<ScoreSheet> sheets = await Site.AskAsync(async (EstimateService estimates) =>
            await estimates.SheetsAsync(form, await Site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None)), CancellationToken.None));

        Assert.Equal(2, await Site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Single(sheets);
    }

    private async Task<Shown> SpareAsync(params string[] items) =>
        await (await adjusted.FindAsync(officer, "Amara")).Form("Save").With("grant.spared", items).PressAsync();

    private async Task<IReadOnlyList<string>> IdsAsync(IEnumerable<Guid> versions)
    {
        List<Guid> wanted = [.. versions];
        Dictionary<Guid, string> ids = await Site.ReadAsync(db => db.ItemVersions.Where(i => wanted.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.ItemId));
        return [.. wanted.Select(v => ids[v])];
    }
}
