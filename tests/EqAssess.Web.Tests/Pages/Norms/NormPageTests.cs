using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Norms;

public sealed class NormPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Too_few_people_are_counted_and_make_no_group()
    {
        await site.FinishAsync(await site.OpenCampaignAsync(), "Amara Okafor", 1, 2, 3, 4);
        Browser hr = await site.SignInAsync("HrAdmin");
        Shown form = await hr.OpenAsync($"/norms/new?form={await site.FormAsync()}");

        Shown counted = await form.Form("Count people").PressAsync();
        Shown refused = await form.Form("Make a draft").Fill("Norm group", "Applicants").Fill("Kind of job", "customer care").Fill("Description", "All of them.").PressAsync();
        Shown empty = await form.Form("Make a draft").PressAsync();

        Assert.Contains("Not enough data: 1 of 100.", counted.Words);
        Assert.Equal("Not enough data: 1 of 100 valid first attempts.", Assert.Single(refused.Problems).Text);
        Assert.Equal(["groupTitle", "roleFamily", "description", "scoring"], empty.Problems.Select(p => p.Field));
        Assert.Equal(0, await site.ReadAsync(db => db.NormVersions.CountAsync()));
    }

    [Fact]
    public async Task A_draft_is_published_chosen_in_the_settings_and_stands_beside_every_score()
    {
        Guid norms = await site.AddNormsAsync(await site.FormAsync(), 200);
        Browser hr = await site.SignInAsync("HrAdmin");
        Shown published = await (await hr.OpenAsync($"/norms/{norms}")).Form("Publish").PressAsync();
        Guid campaign = await site.OpenCampaignAsync();
        Shown set = await (await hr.OpenAsync($"/campaigns/{campaign}/settings")).Form("Save").With("norms", $"{norms}").PressAsync();
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);

        Shown results = await hr.OpenAsync($"/campaigns/{campaign}/results");
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).FirstAsync());
        Shown report = await hr.OpenAsync($"/reports/{run}");
        Shown fixedNow = await hr.OpenAsync($"/campaigns/{campaign}/settings");

        Assert.Contains("The norm group is published.", published.Words);
        Assert.Contains("applicants for customer care (GB)", published.Words);
        Assert.Equal(norms, await site.ReadAsync(db => db.Campaigns.Where(c => c.Id == campaign).Select(c => c.NormVersionId).SingleAsync()));
        Assert.DoesNotContain(set.Problems, _ => true);
        Assert.Contains("Norm group: Applicants 2026, version 1, 200 people (applicants for customer care (GB))", results.Words);
        Assert.Matches(@"PR \d+ \(\d+–\d+\)", results.Words);
        Assert.Contains("Among other people", report.Words);
        Assert.Contains("The same for everybody since the first invitation.", fixedNow.Words);
        Assert.Null(fixedNow.Document.QuerySelector("select[name=norms]"));
    }

    [Fact]
    public async Task A_group_of_fewer_than_200_shows_bands_and_an_auditor_publishes_nothing()
    {
        Guid norms = await site.AddNormsAsync(await site.FormAsync(), 150);
        Browser auditor = await site.SignInAsync("Auditor");

        Shown page = await auditor.OpenAsync($"/norms/{norms}");
        Shown list = await auditor.OpenAsync("/norms");

        Assert.Contains("provisional: bands of ten percentile ranks", page.Words);
        Assert.Contains("90 to 100", page.Words);
        Assert.False(page.Offers("Publish"));
        Assert.Contains("There are no norms for a sex, an age, an origin or any other protected group.", list.Words);
        Assert.Contains("Draft", list.Words);
    }
}
