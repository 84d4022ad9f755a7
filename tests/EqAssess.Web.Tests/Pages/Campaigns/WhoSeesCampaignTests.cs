using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

/// <summary>Recruiters see their own campaigns, those shared with them and those shared with all.</summary>
public sealed class WhoSeesCampaignTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private string[] addresses = [];

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        Guid hr = await StaffAsync(Roles.HrAdmin);
        campaign = await site.OpenCampaignAsync(with: c => c with { JobTitle = "Claims handler", OpenedBy = hr });
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        addresses = [$"/campaigns/{campaign}", $"/campaigns/{campaign}/invite", $"/campaigns/{campaign}/results", $"/reports/{run}"];
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_recruiter_with_whom_it_is_not_shared_finds_no_trace_of_it()
    {
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);

        foreach (string address in addresses)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync(address)).Status);
        }

        Assert.DoesNotContain("Claims handler", (await recruiter.OpenAsync("/campaigns")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Claims handler", (await recruiter.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recruiter_with_whom_it_is_shared_sees_all_of_it()
    {
        Guid colleague = await StaffAsync(Roles.Recruiter);
        await site.ReadAsync(async db =>
        {
            db.CampaignAccesses.Add(new CampaignAccess { CampaignId = campaign, StaffId = colleague, Owner = false, GrantedAt = site.Time.Instant, GrantedBy = null });
            return await db.SaveChangesAsync();
        });
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);

        foreach (string address in addresses)
        {
            Assert.Equal(HttpStatusCode.OK, (await recruiter.OpenAsync(address)).Status);
        }

        Assert.Contains("Claims handler", (await recruiter.OpenAsync("/campaigns")).Words);
    }

    [Theory]
    [InlineData(Roles.HrAdmin)]
    [InlineData(Roles.Auditor)]
    public async Task Those_who_answer_for_the_whole_see_every_campaign(string role)
    {
        Browser reader = await site.SignInAsync(role);

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync($"/campaigns/{campaign}/results")).Status);
        Assert.Contains("Claims handler", (await reader.OpenAsync("/campaigns")).Words);
    }

    /// <summary>A page that stayed open after the access was taken away.</summary>
    [Fact]
    public async Task Whoever_lost_access_changes_nothing_with_a_page_that_is_still_open()
    {
        Guid invitation = await site.InviteAsync(campaign, "Bo Lind");
        await site.ReadAsync(db => db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(s => s.SetProperty(c => c.SharedWithAll, true)));
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}");
        await site.ReadAsync(db => db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(s => s.SetProperty(c => c.SharedWithAll, false)));

        Shown after = await page.Form("Revoke the invitation of Bo Lind").PressAsync();

        Assert.Equal(HttpStatusCode.NotFound, after.Status);
        Assert.Null(await site.ReadAsync(db => db.Invitations.Where(i => i.Id == invitation).Select(i => i.RevokedAt).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_opens_a_campaign_owns_it()
    {
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);
        Shown page = await recruiter.OpenAsync("/campaigns/new");
        Shown after = await page.Form("Create the campaign").Fill("Job title", "Night desk agent").PressAsync();

        Guid staff = await StaffAsync(Roles.Recruiter);
        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.JobTitle == "Night desk agent"));
        CampaignAccess access = await site.ReadAsync(db => db.CampaignAccesses.AsNoTracking().SingleAsync(a => a.CampaignId == row.Id));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal((staff, true, false), (access.StaffId, access.Owner, row.SharedWithAll));
    }

    private Task<Guid> StaffAsync(string role)
    {
        string email = PreparedDatabase.EmailOf(role);
        return site.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
    }
}
