using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>More time for one person, and a right address in the place of a wrong one.</summary>
public sealed class InvitationChangesTests
{
    [Theory]
    [OnEachEngine]
    public async Task One_person_may_start_after_the_campaign_closed_and_nobody_else(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");
        string extended = await site.MintLinkAsync(invitation);
        string other = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "bo"));

        ExtensionOutcome outcome = await ExtendAsync(site, invitation, new DateOnly(2026, 12, 6));
        site.Time.Instant = new DateTimeOffset(2026, 12, 6, 23, 59, 59, TimeSpan.Zero);

        Assert.Equal(ExtensionOutcome.Extended, outcome);
        LinkedInvitation linked = (await site.AskAsync((StartService s) => s.FindAsync(extended, CancellationToken.None)))!;
        Assert.Equal((LinkState.Ready, new DateOnly(2026, 12, 6)), (linked.State, linked.LastDay));
        Assert.Equal(LinkState.Closed, (await site.AskAsync((StartService s) => s.FindAsync(other, CancellationToken.None)))!.State);
        Assert.NotNull(await site.StartAsync(extended));
    }

    [Fact]
    public async Task Days_that_give_nobody_more_time_are_refused()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");

        Assert.Equal(ExtensionOutcome.WithinCampaign, await ExtendAsync(site, invitation, new DateOnly(2026, 12, 3)));
        Assert.Equal(ExtensionOutcome.BadDay, await ExtendAsync(site, invitation, new DateOnly(2026, 11, 22)));
        Assert.Equal(ExtensionOutcome.BadDay, await ExtendAsync(site, invitation, new DateOnly(2027, 3, 4)));
        await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));
        Assert.Equal(ExtensionOutcome.NotOpen, await ExtendAsync(site, invitation, new DateOnly(2026, 12, 6)));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_corrected_address_gets_a_new_link_and_those_that_went_out_stop(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");
        string wrong = await site.MintLinkAsync(invitation);

        CorrectionOutcome outcome = await CorrectAsync(site, invitation, " amara.okafor@example.test ");

        Assert.Equal(CorrectionOutcome.Corrected, outcome);
        Assert.Null(await site.AskAsync((StartService s) => s.FindAsync(wrong, CancellationToken.None)));
        Assert.Equal("amara.okafor@example.test", await site.ReadAsync(db => db.Candidates.Select(c => c.Email).SingleAsync()));
        Assert.Equal([0, 1], await site.ReadAsync(db => db.Messages.OrderBy(m => m.Slot).Select(m => m.Slot).ToListAsync()));
    }

    [Fact]
    public async Task An_address_that_cannot_be_corrected_so_says_why()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid amara = await site.InviteAsync(sample.Campaign, "amara");
        await site.InviteAsync(sample.Campaign, "bo");

        Assert.Equal(CorrectionOutcome.BadAddress, await CorrectAsync(site, amara, "amara at example.test"));
        Assert.Equal(CorrectionOutcome.Known, await CorrectAsync(site, amara, "BO@example.test"));
        await site.InviteAsync(await site.OpenAsync(sample.Form), "amara");
        Assert.Equal(CorrectionOutcome.InOtherCampaigns, await CorrectAsync(site, amara, "new@example.test"));
        Assert.Equal(CorrectionOutcome.Corrected, await CorrectAsync(site, amara, "new@example.test", everywhere: true));
        await site.StartAsync(await site.MintLinkAsync(amara));
        Assert.Equal(CorrectionOutcome.NotOpen, await CorrectAsync(site, amara, "newer@example.test", everywhere: true));
    }

    private static Task<ExtensionOutcome> ExtendAsync(TestSite site, Guid invitation, DateOnly day) =>
        site.AskAsync((InvitationChanges s) => s.ExtendAsync(invitation, day, CancellationToken.None));

    private static Task<CorrectionOutcome> CorrectAsync(TestSite site, Guid invitation, string address, bool everywhere = false) =>
        site.AskAsync((InvitationChanges s) => s.CorrectAsync(invitation, address, everywhere, CancellationToken.None));
}
