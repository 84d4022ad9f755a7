using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>One attempt per person in six months, across campaigns and addresses.</summary>
public sealed class RetestTests
{
    [Theory]
    [OnEachEngine]
    public async Task Somebody_who_took_a_test_is_not_invited_to_another_campaign_within_six_months(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign);
        Guid other = await site.OpenAsync(sample.Form);

        InvitationOutcome soon = await InviteAsync(site, other);
        site.Time.Instant = TestSite.Start.AddMonths(6);
        InvitationOutcome later = await InviteAsync(site, await site.OpenAsync(sample.Form));

        Assert.Equal((InvitationOutcome.TestedLately, InvitationOutcome.Invited), (soon, later));
    }

    [Fact]
    public async Task Whoever_was_invited_twice_before_starts_once_and_is_told_from_when_on_again()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string second = await site.MintLinkAsync(await site.InviteAsync(await site.OpenAsync(sample.Form), "amara"));
        await site.BeginAttemptAsync(sample.Campaign);

        LinkedInvitation linked = (await site.AskAsync((StartService s) => s.FindAsync(second, CancellationToken.None)))!;
        Guid? attempt = await site.StartAsync(second);

        Assert.Equal((LinkState.TestedLately, TestSite.Start.AddMonths(6)), (linked.State, linked.StartsFrom));
        Assert.Null(attempt);
        Assert.Equal(1, await site.ReadAsync(db => db.Attempts.CountAsync()));
    }

    [Fact]
    public async Task A_test_that_ended_without_an_answer_or_was_withdrawn_does_not_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid empty = await site.BeginAttemptAsync(sample.Campaign, "amara");
        await site.BeginAttemptAsync(sample.Campaign, "bo");
        Guid withdrawn = await site.ReadAsync(db => db.Invitations.Where(i => !db.Attempts.Any(a => a.Id == empty && a.InvitationId == i.Id)).Select(i => i.Id).SingleAsync());
        await site.DoAsync((Withdrawals s) => s.WithdrawAsync(withdrawn));
        site.Time.Advance(TimeSpan.FromHours(1));
        await site.RunAsync<CloseExpiredAttempts>();
        Guid other = await site.OpenAsync(sample.Form);

        Assert.Equal(InvitationOutcome.Invited, await InviteAsync(site, other, "amara"));
        Assert.Equal(InvitationOutcome.Invited, await InviteAsync(site, other, "bo"));
    }

    [Fact]
    public async Task A_campaign_that_is_open_when_the_months_are_over_invites_with_a_warning()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign);
        site.Time.Instant = TestSite.Start.AddMonths(6).AddDays(-3);
        Guid other = await site.OpenAsync(sample.Form);
        CampaignRow campaign = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == other));

        IReadOnlyList<CheckedRow> looked = await site.AskAsync((InvitationChecks s) => s.LookAsync(campaign, [Row("amara")], [], CancellationToken.None));

        Assert.Equal((InvitationOutcome.Invited, InvitationWarning.StartsLater, "2027-05-24"), (looked[0].Outcome, looked[0].Warning, looked[0].Note));
    }

    [Fact]
    public async Task The_months_can_be_set_and_turned_off()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Campaigns:RetestMonths", "0"));
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign);

        Assert.Equal(InvitationOutcome.Invited, await InviteAsync(site, await site.OpenAsync(sample.Form)));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_test_that_they_cannot_start()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:UseTls", "false"));
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid second = await site.InviteAsync(await site.OpenAsync(sample.Form), "amara");
        await site.RunAsync<SendMessages>();
        await site.BeginAttemptAsync(sample.Campaign);
        site.Time.Instant = new DateTimeOffset(2026, 12, 3, 12, 0, 0, TimeSpan.Zero);

        await site.RunAsync<RemindCandidates>();
        await site.RunAsync<SendMessages>();

        MessageRow reminder = await site.ReadAsync(db => db.Messages.SingleAsync(m => m.InvitationId == second && m.Kind == MessageKind.Reminder));
        Assert.Equal(MessageState.Dropped, reminder.State);
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_addresses_that_were_joined_are_one_person_until_that_is_undone(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign, "amara");
        await site.InviteAsync(sample.Campaign, "a.okafor");
        Guid other = await site.OpenAsync(sample.Form);
        Guid kept = await PersonAsync(site, "amara");

        MergeOutcome merged = await site.AskAsync((PersonMerges s) => s.MergeAsync(kept, "A.Okafor@example.test", null, CancellationToken.None));
        InvitationOutcome asOne = await InviteAsync(site, other, "a.okafor");
        await site.DoAsync(async (PersonMerges s) => await s.UndoAsync(await PersonAsync(site, "a.okafor"), null));
        InvitationOutcome asTwo = await InviteAsync(site, other, "a.okafor");

        Assert.Equal((MergeOutcome.Merged, InvitationOutcome.TestedLately, InvitationOutcome.Invited), (merged, asOne, asTwo));
        Assert.Equal(
            [AuditService.PeopleMerged, AuditService.MergeUndone],
            await site.ReadAsync(db => db.AuditLog.Where(a => a.Act == AuditService.PeopleMerged || a.Act == AuditService.MergeUndone).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Only_the_first_attempt_of_two_joined_addresses_counts_in_statistics()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await new FinishedAttempts(site, sample).AddAsync(1);
        var later = new FinishedAttempts(site, sample) { StartedAt = TestSite.Start.AddDays(-1) };
        await later.AddAsync(1, seed: 2);
        int two = await ValidAsync(site, sample);
        List<CandidateRow> people = await site.ReadAsync(db => db.Candidates.AsNoTracking().OrderBy(c => c.CreatedAt).ToListAsync());

        await site.AskAsync((PersonMerges s) => s.MergeAsync(people[0].Id, people[1].Email, null, CancellationToken.None));

        Assert.Equal((2, 1), (two, await ValidAsync(site, sample)));
    }

    [Fact]
    public async Task Erasing_somebody_erases_what_was_joined_to_them_and_a_hold_on_either_stops_it()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.InviteAsync(sample.Campaign, "amara");
        await site.InviteAsync(sample.Campaign, "a.okafor");
        (Guid kept, Guid joined) = (await PersonAsync(site, "amara"), await PersonAsync(site, "a.okafor"));
        await site.AskAsync((PersonMerges s) => s.MergeAsync(kept, "a.okafor@example.test", null, CancellationToken.None));
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) => await db.Candidates.Where(c => c.Id == kept).ExecuteUpdateAsync(s => s.SetProperty(c => c.HeldSince, TestSite.Start)));

        bool held = await site.AskAsync((ErasureService s) => s.EraseAsync(joined, null, CancellationToken.None));
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) => await db.Candidates.ExecuteUpdateAsync(s => s.SetProperty(c => c.HeldSince, (DateTimeOffset?)null)));
        bool erased = await site.AskAsync((ErasureService s) => s.EraseAsync(joined, null, CancellationToken.None));

        Assert.Equal((false, true), (held, erased));
        Assert.Equal(2, await site.ReadAsync(db => db.Candidates.CountAsync(c => c.ErasedAt != null && c.Name == "")));
    }

    [Fact]
    public async Task What_cannot_be_joined_says_why()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        foreach (string name in (string[])["amara", "bo", "carmen"])
        {
            await site.InviteAsync(sample.Campaign, name);
        }

        (Guid amara, Guid bo) = (await PersonAsync(site, "amara"), await PersonAsync(site, "bo"));

        Assert.Equal(MergeOutcome.Unknown, await MergeAsync(amara, "nobody@example.test"));
        Assert.Equal(MergeOutcome.Same, await MergeAsync(amara, "amara@example.test"));
        Assert.Equal(MergeOutcome.Merged, await MergeAsync(amara, "bo@example.test"));
        Assert.Equal(MergeOutcome.MergedAlready, await MergeAsync(bo, "carmen@example.test"));
        Assert.Equal(MergeOutcome.HasOthers, await MergeAsync(await PersonAsync(site, "carmen"), "amara@example.test"));

        Task<MergeOutcome> MergeAsync(Guid kept, string address) => site.AskAsync((PersonMerges s) => s.MergeAsync(kept, address, null, CancellationToken.None));
    }

    private static CsvRow Row(string name) => new(1, name, $"{name}@example.test", null);

    private static async Task<InvitationOutcome> InviteAsync(TestSite site, Guid campaign, string name = "amara") =>
        (await site.AskAsync((InvitationService s) => s.InviteAsync(campaign, [Row(name)], CancellationToken.None)))[0].Outcome;

    private static Task<Guid> PersonAsync(TestSite site, string name) => site.ReadAsync(db => db.Candidates.Where(c => c.Name == name).Select(c => c.Id).SingleAsync());

    private static Task<int> ValidAsync(TestSite site, SampleCampaign sample) =>
        site.AskAsync((EstimateService s) => s.ValidAttemptsAsync(sample.Form, CancellationToken.None));
}
