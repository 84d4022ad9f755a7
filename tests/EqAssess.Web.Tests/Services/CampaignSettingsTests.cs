using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>What changes in a campaign that people are in: its end, its reminders; and what does not.</summary>
public sealed class CampaignSettingsTests
{
    [Theory]
    [OnEachEngine]
    public async Task A_campaign_that_closes_during_a_test_leaves_it_its_full_time_and_starts_no_other(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid attempt = await site.BeginAttemptAsync(sample.Campaign, "amara");
        string waiting = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "bo"));
        DateTimeOffset deadline = await site.ReadAsync(db => db.Attempts.Select(a => a.Deadline).SingleAsync());

        await CloseAsync(site, sample.Campaign);
        site.Time.Instant = deadline.AddSeconds(-1);
        RunningAttempt running = await site.AskAsync((AttemptService s) => s.LookAsync(attempt, CancellationToken.None));

        Assert.True(running.Open);
        Assert.Equal(deadline, await site.ReadAsync(db => db.Attempts.Select(a => a.Deadline).SingleAsync()));
        Assert.Equal(LinkState.Closed, (await site.AskAsync((StartService s) => s.FindAsync(waiting, CancellationToken.None)))!.State);
        Assert.Null(await site.StartAsync(waiting));
    }

    [Fact]
    public async Task Closing_ends_more_time_of_the_hiring_team_and_leaves_an_end_that_was_agreed_for_an_adjustment()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        (Guid amara, Guid bo) = (await site.InviteAsync(sample.Campaign, "amara"), await site.InviteAsync(sample.Campaign, "bo"));
        (string first, string second) = (await site.MintLinkAsync(amara), await site.MintLinkAsync(bo));
        await site.AskAsync((InvitationChanges s) => s.ExtendAsync(amara, new DateOnly(2026, 12, 20), CancellationToken.None));
        DateTimeOffset agreed = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero);
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) => await db.Invitations.Where(i => i.Id == bo).ExecuteUpdateAsync(s => s.SetProperty(i => i.StartUntil, agreed)));

        await CloseAsync(site, sample.Campaign);

        Assert.Equal(LinkState.Closed, (await site.AskAsync((StartService s) => s.FindAsync(first, CancellationToken.None)))!.State);
        Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(second, CancellationToken.None)))!.State);
    }

    [Fact]
    public async Task A_later_day_extends_a_campaign_also_one_that_is_over()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string link = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        await CloseAsync(site, sample.Campaign);
        site.Time.Advance(TimeSpan.FromDays(1));

        IReadOnlyList<SettingProblem> problems = await ChangeAsync(site, sample.Campaign, c => c with { ClosesOn = new DateOnly(2026, 12, 1) });

        Assert.Empty(problems);
        Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(link, CancellationToken.None)))!.State);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), await site.ReadAsync(db => db.Campaigns.Select(c => c.ClosesAt).SingleAsync()));
    }

    [Fact]
    public async Task Saving_other_settings_does_not_open_a_campaign_again_that_was_closed_today()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await CloseAsync(site, sample.Campaign);
        site.Time.Advance(TimeSpan.FromMinutes(5));

        await ChangeAsync(site, sample.Campaign, c => c with { Contact = "other@example.test" });

        Assert.Equal(TestSite.Start, await site.ReadAsync(db => db.Campaigns.Select(c => c.ClosesAt).SingleAsync()));
    }

    [Fact]
    public async Task Names_are_kept_no_longer_than_candidates_were_told()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        IReadOnlyList<SettingProblem> before = await ChangeAsync(site, sample.Campaign, c => c with { RetentionMonths = 12 });
        await site.InviteAsync(sample.Campaign, "amara");

        IReadOnlyList<SettingProblem> longer = await ChangeAsync(site, sample.Campaign, c => c with { RetentionMonths = 24 });
        IReadOnlyList<SettingProblem> shorter = await ChangeAsync(site, sample.Campaign, c => c with { RetentionMonths = 3 });

        Assert.Empty(before);
        Assert.Equal([SettingProblem.KeptLonger], longer);
        Assert.Empty(shorter);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-12-02T00:00Z")]
    [InlineData(null, "2026-12-02T08:00Z")]
    [InlineData("America/Los_Angeles", "2026-12-02T00:00Z")]
    public async Task A_reminder_waits_for_the_morning_of_the_person(string? zone, string due)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid invitation = await site.InviteAsync(sample.Campaign, "amara");
        Guid person = await site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());
        await site.DoAsync((CandidateZones s) => s.KeepAsync(person, zone));
        site.Time.Instant = new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero);

        await site.RunAsync<RemindCandidates>();

        Assert.Equal(
            DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            await site.ReadAsync(db => db.Messages.Where(m => m.InvitationId == invitation && m.Kind == MessageKind.Reminder).Select(m => m.DueAt).SingleAsync()));
    }

    [Fact]
    public async Task A_plan_has_its_own_hours_and_an_end_to_reminding()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.InviteAsync(sample.Campaign, "amara");
        await ChangeAsync(site, sample.Campaign, c => c with { Reminders = new TypedReminders("120 72 6", 2, 0, 0) });

        List<int> slots = [];
        for (int hours = 130; hours > 0; hours -= 2)
        {
            site.Time.Instant = new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero).AddHours(-hours);
            await site.RunAsync<RemindCandidates>();
        }

        slots.AddRange(await site.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.Reminder).OrderBy(m => m.CreatedAt).Select(m => m.Slot).ToListAsync()));
        Assert.Equal([120, 72], slots);
    }

    private static Task CloseAsync(TestSite site, Guid campaign) => site.DoAsync((CampaignSettings s) => s.CloseAsync(campaign, CancellationToken.None));

    private static async Task<IReadOnlyList<SettingProblem>> ChangeAsync(TestSite site, Guid campaign, Func<ChangedCampaign, ChangedCampaign> with)
    {
        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign));
        var same = new ChangedCampaign
        {
            JobTitle = row.JobTitle,
            ClosesOn = row.ClosesOn,
            Contact = row.Contact,
            RetentionMonths = row.RetentionMonths,
            GivesFeedback = row.GivesFeedback,
            Monitors = row.Monitors,
            Blind = row.Blind,
            Reminders = new TypedReminders(row.ReminderSlots, row.ReminderCap, row.QuietFrom, row.QuietUntil),
        };
        return await site.AskAsync((CampaignSettings s) => s.ChangeAsync(campaign, with(same), CancellationToken.None));
    }
}
