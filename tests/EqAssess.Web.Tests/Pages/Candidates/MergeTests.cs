using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>Two addresses, one person: joined and taken apart on the person's page.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task Invitations_of_joined_addresses_stand_together_until_that_is_undone()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Guid campaign = await site.OpenCampaignAsync(with: c => c with { JobTitle = "First job" });
        Guid other = await site.OpenCampaignAsync(with: c => c with { JobTitle = "Second job" });
        await site.InviteAsync(campaign, "Amara");
        await site.InviteAsync(other, "Amara Okafor");
        Guid person = await site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Amara").Select(c => c.Id).SingleAsync());
        Browser hr = await site.SignInAsync("HrAdmin");

        Shown page = await hr.OpenAsync($"/candidates/{person}");
        Shown unknown = await page.Form("Join").Fill("The other address", "nobody@example.test").PressAsync();
        Shown joined = await page.Form("Join").Fill("The other address", "Amara-Okafor@example.test").PressAsync();
        Shown apart = await joined.Form("Undo: amara-okafor@example.test is another person").PressAsync();

        Assert.Equal([("other", "Nobody is known under this address.")], unknown.Problems);
        Assert.DoesNotContain("Second job", page.Words);
        Assert.Contains("Second job amara-okafor@example.test", joined.Words);
        Assert.DoesNotContain("Second job", apart.Words);
        Assert.Equal(2, await site.ReadAsync(db => db.AuditLog.CountAsync(a => a.Act == AuditService.PeopleMerged || a.Act == AuditService.MergeUndone)));
    }
}
