using System.Data.Common;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A decision is one person's, about one person, after reading, with a reason.</summary>
public sealed class DecisionServiceTests
{
    [Theory]
    [OnEachEngine]
    public async Task A_decision_holds_who_decided_what_why_and_on_which_score(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.ReadAsync(person, Desk.Ada);

        DecisionTaken taken = await desk.DecideAsync(person, Desk.Ada, DecisionOutcome.Reserve, "  Two answers were strong.  ");

        Assert.IsType<DecisionTaken.Done>(taken);
        DecisionRow row = await site.ReadAsync(db => db.Decisions.SingleAsync());
        Assert.Equal((1, DecisionOutcome.Reserve, Desk.Ada, site.Time.Instant), (row.Number, row.Outcome, row.StaffId, row.DecidedAt));
        Assert.Equal(await site.ReadAsync(db => db.ScoreRuns.Select(r => (Guid?)r.Id).SingleAsync()), row.ScoreRunId);
        Assert.Equal("Two answers were strong.", Assert.Single(await desk.RecordAsync(person)).Reason);
        Assert.Equal(1, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.DecisionRecorded && e.Subject == person && e.Actor == Desk.Ada)));
    }

    [Fact]
    public async Task Whoever_has_not_opened_the_report_of_the_score_that_stands_decides_nothing()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 2);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await desk.ReadAsync(people[0], Desk.Ben);
        await desk.ReadAsync(people[1], Desk.Ada);

        DecisionTaken taken = await desk.DecideAsync(people[0], Desk.Ada);

        Assert.Equal(new DecisionTaken.Refused(DecisionRefusal.ReportNotOpened), taken);
        Assert.Equal(0, await site.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task Where_there_is_no_report_there_is_none_to_open()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 0);
        Guid person = await site.InviteAsync(desk.Sample.Campaign, "amara");

        Assert.IsType<DecisionTaken.Done>(await desk.DecideAsync(person, Desk.Ada, DecisionOutcome.Withdrawn, "She called and takes another job."));
        Assert.Null((await site.ReadAsync(db => db.Decisions.SingleAsync())).ScoreRunId);
    }

    [Theory]
    [InlineData(null, "A reason.", DecisionRefusal.NoOutcome)]
    [InlineData(DecisionOutcome.Reopened, "A reason.", DecisionRefusal.NoOutcome)]
    [InlineData(DecisionOutcome.Reject, "   ", DecisionRefusal.NoReason)]
    [InlineData(DecisionOutcome.Reject, null, DecisionRefusal.NoReason)]
    public async Task A_decision_needs_an_outcome_that_a_person_may_choose_and_a_reason(DecisionOutcome? outcome, string? reason, DecisionRefusal refusal)
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.ReadAsync(person, Desk.Ada);

        Assert.Equal(new DecisionTaken.Refused(refusal), await desk.DecideAsync(person, Desk.Ada, outcome, reason));
        Assert.Equal(0, await site.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task Of_two_who_decide_at_once_the_second_is_told_what_the_first_decided_and_decides_again(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.ReadAsync(person, Desk.Ada);
        await desk.ReadAsync(person, Desk.Ben);

        DecisionTaken[] taken = await Task.WhenAll(
            desk.DecideAsync(person, Desk.Ada, DecisionOutcome.Shortlist), desk.DecideAsync(person, Desk.Ben, DecisionOutcome.Reject));
        DecisionOutcome stands = (await site.ReadAsync(db => db.Decisions.SingleAsync())).Outcome;
        DecisionTaken again = await desk.DecideAsync(person, Desk.Ben, DecisionOutcome.Reserve, "After talking to Ada.", seen: 1);

        Assert.Single(taken.OfType<DecisionTaken.Done>());
        Assert.Equal(stands, Assert.Single(taken.OfType<DecisionTaken.Meanwhile>()).Last.Outcome);
        Assert.IsType<DecisionTaken.Done>(again);
        Assert.Equal([stands, DecisionOutcome.Reserve], (await desk.RecordAsync(person)).Select(d => d.Outcome));
    }

    [Fact]
    public async Task Nothing_is_decided_about_people_of_a_pilot_or_who_withdrew()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.ReadAsync(person, Desk.Ada);
        CampaignRow hiring = await desk.CampaignAsync();
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.Purpose, CampaignPurpose.Pilot)));

        DecisionTaken inPilot = await desk.DecideAsync(person, Desk.Ada);
        await site.DoAsync((Withdrawals withdrawals) => withdrawals.WithdrawAsync(person));
        DecisionTaken withdrawn = await site.AskAsync((DecisionService s) => s.DecideAsync(
            hiring, new NewDecision(person, DecisionOutcome.Reject, "Late.", Desk.Ada, 0), CancellationToken.None));

        Assert.All([inPilot, withdrawn], t => Assert.Equal(new DecisionTaken.Refused(DecisionRefusal.NotOpenToDecisions), t));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_database_refuses_a_decision_that_no_person_took_and_any_change_of_one(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.ReadAsync(person, Desk.Ada);
        await desk.DecideAsync(person, Desk.Ada);

        await Assert.ThrowsAsync<DbUpdateException>(() => site.ReadAsync(db =>
        {
            db.Decisions.Add(new DecisionRow { InvitationId = person, Number = 2, Outcome = DecisionOutcome.Reject, StaffId = null, DecidedAt = site.Time.Instant, ScoreRunId = null });
            return db.SaveChangesAsync();
        }));
        DbException changed = await Assert.ThrowsAnyAsync<DbException>(() => site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE decision SET outcome = 'Reject'")));

        Assert.Contains("decision is append-only", changed.Message, StringComparison.Ordinal);
        Assert.Equal(DecisionOutcome.Shortlist, (await site.ReadAsync(db => db.Decisions.SingleAsync())).Outcome);
    }
}
