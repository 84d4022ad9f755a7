using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

public sealed class StartServiceTests
{
    [Theory]
    [OnEachEngine]
    public async Task However_often_start_is_pressed_there_is_one_attempt(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));

        Guid?[] attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.StartAsync(token)));
        Guid? later = await site.StartAsync(token);

        Guid only = await site.ReadAsync(db => db.Attempts.Select(a => a.Id).SingleAsync());
        Assert.All(attempts.Append(later), a => Assert.Equal(only, a));
        Assert.Equal(1, await site.ReadAsync(db => db.AttemptLog.CountAsync()));
    }

    /// <summary>Both have looked before either has written: the unique invitation decides.</summary>
    [Theory]
    [OnEachEngine]
    public async Task Two_contexts_that_both_saw_no_attempt_find_the_same_one(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        LinkedInvitation one = (await FindAsync(site, token))!;
        LinkedInvitation two = (await FindAsync(site, token))!;

        Guid? first = await site.AskAsync((StartService s) => s.StartAsync(one));
        site.Time.Advance(TimeSpan.FromSeconds(30));
        Guid? second = await site.AskAsync((StartService s) => s.StartAsync(two));

        Assert.NotNull(first);
        Assert.Equal(first, second);
        AttemptRow row = await site.ReadAsync(db => db.Attempts.SingleAsync());
        Assert.Equal(TestSite.Start.AddMinutes(20), row.Deadline);
    }

    [Fact]
    public async Task The_clock_of_the_attempt_is_the_limit_of_the_form()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(minutes: 35);

        await site.BeginAttemptAsync(sample.Campaign);

        AttemptRow row = await site.ReadAsync(db => db.Attempts.SingleAsync());
        Assert.Equal(
            (TestSite.Start, TestSite.Start.AddMinutes(35), TestSite.Start.AddMinutes(35).AddSeconds(30), null),
            (row.StartedAt, row.Deadline, row.LastMoment, row.ClosedAt));
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing_however_often()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        string before = await RowsAsync(site);

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(LinkState.Ready, (await FindAsync(site, token))!.State);
        }

        Assert.Equal(before, await RowsAsync(site));
    }

    [Fact]
    public async Task A_revoked_invitation_cannot_be_started()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");
        string token = await site.MintLinkAsync(invitation);
        await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));

        LinkState? state = (await FindAsync(site, token))?.State;

        Assert.Equal(LinkState.Revoked, state);
        Assert.Null(await site.StartAsync(token));
        Assert.Equal(0, await site.ReadAsync(db => db.Attempts.CountAsync()));
    }

    [Fact]
    public async Task A_started_test_cannot_be_revoked()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign);
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());

        bool revoked = await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));

        Assert.False(revoked);
        Assert.Null(await site.ReadAsync(db => db.Invitations.Select(i => i.RevokedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_campaign_takes_starts_from_its_first_instant_to_its_last_and_no_other()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid later = await site.OpenAsync(sample.Form, firstDay: 1, lastDay: 2);
        string token = await site.MintLinkAsync(await site.InviteAsync(later, "amara"));
        DateTimeOffset opens = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset closes = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

        LinkState[] states = [await At(opens.AddMilliseconds(-1)), await At(opens), await At(closes.AddMilliseconds(-1)), await At(closes)];

        Assert.Equal([LinkState.NotYetOpen, LinkState.Ready, LinkState.Ready, LinkState.Closed], states);
        Assert.Null(await site.StartAsync(token));

        async Task<LinkState> At(DateTimeOffset now)
        {
            site.Time.Instant = now;
            return (await FindAsync(site, token))!.State;
        }
    }

    [Fact]
    public async Task A_test_that_is_started_before_the_campaign_closes_keeps_its_full_time()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        site.Time.Instant = new DateTimeOffset(2026, 12, 3, 23, 59, 0, TimeSpan.Zero);
        await site.StartAsync(token);

        site.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(LinkState.Running, (await FindAsync(site, token))!.State);
    }

    [Fact]
    public async Task After_the_end_the_link_shows_that_the_test_is_finished_also_before_a_sweep()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        await site.StartAsync(token);

        site.Time.Advance(TimeSpan.FromMinutes(21));

        Assert.Equal(LinkState.Finished, (await FindAsync(site, token))!.State);
    }

    [Fact]
    public async Task An_unknown_link_leads_nowhere()
    {
        await using TestSite site = await TestSite.CreateAsync();

        Assert.Null(await FindAsync(site, Tokens.Mint()));
    }

    private static Task<LinkedInvitation?> FindAsync(TestSite site, string token) =>
        site.AskAsync((StartService s) => s.FindAsync(token, CancellationToken.None));

    private static Task<string> RowsAsync(TestSite site) => site.ReadAsync(async db => string.Join(
        ',', await db.Attempts.CountAsync(), await db.AttemptLog.CountAsync(), await db.InvitationLinks.CountAsync(), await db.Messages.CountAsync(), await db.AuditLog.CountAsync()));
}
