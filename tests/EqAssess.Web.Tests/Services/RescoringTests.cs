using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A campaign goes over to another key by the word of two people: nothing before the second one speaks, and no score is ever lost.</summary>
public sealed class RescoringTests
{
    private const string Reason = "The panel found that scenario 1 was keyed the wrong way round.";
    private const string Remark = "Looked at the touched decisions one by one.";

    [Theory]
    [OnEachEngine]
    public async Task A_proposal_shows_what_would_change_and_changes_nothing(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 6);
        await PinAsync(site, desk);
        List<ScoreRun> before = await RunsAsync(site);

        Guid rescoring = await ProposeAsync(site, desk);

        RescoringRow row = await RowAsync(site, rescoring);
        List<RescoringScore> scores = await site.ReadAsync(db => db.RescoringScores.AsNoTracking().ToListAsync());
        Assert.Equal((RescoringState.Proposed, 1, 6), (row.State, row.Look, row.People));
        Assert.Equal(before.ToDictionary(r => r.AttemptId, r => r.Percent), scores.ToDictionary(s => s.AttemptId, s => s.Before));
        Assert.Contains(scores, s => Math.Abs(s.After!.Value - s.Before!.Value) > 1);
        Assert.Equal(before.Select(r => r.Id).Order(), (await RunsAsync(site)).Select(r => r.Id).Order());
        Assert.Equal(row.FromPlanId, (await desk.CampaignAsync()).PlanId);
        Assert.Equal(1, await site.ReadAsync(db => db.ScoringPlans.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task What_was_shown_is_what_everybody_then_scores_and_the_old_runs_stay(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 5);
        await PinAsync(site, desk);
        List<ScoreRun> before = await RunsAsync(site);
        Guid rescoring = await ProposeAsync(site, desk);

        RescoringAnswer answer = await ApproveAsync(site, rescoring, Desk.Ben);
        await site.RunAsync<ScoreAttempts>();

        CampaignRow campaign = await desk.CampaignAsync();
        List<ScoreRun> after = await RunsAsync(site);
        Dictionary<Guid, double?> shown = await site.ReadAsync(db => db.RescoringScores.ToDictionaryAsync(s => s.AttemptId, s => s.After));
        Assert.Equal(RescoringAnswer.Done, answer);
        Assert.Equal(10, after.Count);
        Assert.Superset(before.Select(r => r.Id).ToHashSet(), after.Select(r => r.Id).ToHashSet());
        Assert.Equal(shown, after.Where(r => r.PlanId == campaign.PlanId).ToDictionary(r => r.AttemptId, r => r.Percent));
        Assert.Equal(
            [AuditService.CampaignRescored, AuditService.RescoringApproved, AuditService.RescoringProposed],
            await site.ReadAsync(db => db.AuditLog.Where(a => a.Act.Contains("rescor")).OrderBy(a => a.Act).Select(a => a.Act).ToListAsync()));
        Assert.Equal((Desk.Ada, Desk.Ben), ((await RowAsync(site, rescoring)).ProposedBy, (await RowAsync(site, rescoring)).DecidedBy!.Value));
    }

    [Fact]
    public async Task Who_proposed_it_cannot_approve_it_and_two_people_at_once_approve_it_once()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);
        await PinAsync(site, desk);
        Guid rescoring = await ProposeAsync(site, desk);

        RescoringAnswer own = await ApproveAsync(site, rescoring, Desk.Ada);
        RescoringAnswer wordless = await site.AskAsync((RescoringDecisions d) => d.ApproveAsync(rescoring, 1, "ok", Desk.Ben, CancellationToken.None));
        RescoringAnswer[] both = await Task.WhenAll(ApproveAsync(site, rescoring, Desk.Ben), ApproveAsync(site, rescoring, Guid.NewGuid()));

        Assert.Equal((RescoringAnswer.SamePerson, RescoringAnswer.NoReason), (own, wordless));
        Assert.Single(both, RescoringAnswer.Done);
        Assert.Equal(2, await site.ReadAsync(db => db.ScoringPlans.CountAsync()));
    }

    [Fact]
    public async Task A_preview_that_others_have_overtaken_is_not_approved_until_it_is_computed_again()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);
        await PinAsync(site, desk);
        Guid rescoring = await ProposeAsync(site, desk);
        await new FinishedAttempts(site, desk.Sample).AddAsync(1, seed: 9);
        await site.RunAsync<ScoreAttempts>();

        RescoringAnswer late = await ApproveAsync(site, rescoring, Desk.Ben);
        RescoringStale? why = await StaleAsync(site, rescoring);
        await site.DoAsync((Rescorings r) => r.LookAgainAsync(rescoring, CancellationToken.None));
        RescoringAnswer unseen = await ApproveAsync(site, rescoring, Desk.Ben, seen: 1);
        RescoringAnswer seen = await ApproveAsync(site, rescoring, Desk.Ben, seen: 2);

        Assert.Equal((RescoringAnswer.Stale, RescoringStale.OtherPeople), (late, why));
        Assert.Equal((RescoringAnswer.Stale, RescoringAnswer.Done), (unseen, seen));
        Assert.Equal(4, (await RowAsync(site, rescoring)).People);
    }

    [Fact]
    public async Task Of_two_proposals_the_second_falls_when_the_first_is_approved()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);
        await PinAsync(site, desk);
        Guid first = await ProposeAsync(site, desk);
        Guid second = await ProposeAsync(site, desk, "draft-3");
        await ApproveAsync(site, first, Desk.Ben);

        RescoringAnswer late = await ApproveAsync(site, second, Desk.Ben);
        RescoringStale? why = await StaleAsync(site, second);
        RescoringAnswer ended = await site.AskAsync((RescoringDecisions d) => d.RejectAsync(second, Remark, Desk.Ben));

        Assert.Equal((RescoringAnswer.Stale, RescoringStale.OtherPlan, RescoringAnswer.Done), (late, why, ended));
        Assert.Equal(RescoringState.Rejected, (await RowAsync(site, second)).State);
    }

    [Fact]
    public async Task A_report_from_before_says_when_and_why_it_is_superseded_and_so_does_its_code()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 2);
        await PinAsync(site, desk);
        Guid run = (await RunsAsync(site))[0].Id;
        ComposedReport drawn = (await ReportAsync(site, run))!;
        await site.AskAsync((ReportService s) => s.StoreAsync(drawn.Document, drawn.Canonical, drawn.ScoreRuns, staff: null, CancellationToken.None));
        string code = await site.ReadAsync(db => db.ReportSeals.Select(s => s.Code).SingleAsync());
        await ApproveAsync(site, await ProposeAsync(site, desk), Desk.Ben);
        ComposedReport meanwhile = (await ReportAsync(site, run))!;
        await site.RunAsync<ScoreAttempts>();

        ComposedReport later = (await ReportAsync(site, run))!;
        var check = Assert.IsType<SealCheck.Genuine>(await site.AskAsync((ReportSeals s) => s.CheckAsync(code, CancellationToken.None)));

        Assert.True(drawn.Counts);
        Assert.Equal((false, (Guid?)null, Reason), (meanwhile.Counts, meanwhile.NewerRun, meanwhile.Superseded!.Because));
        Assert.NotNull(later.NewerRun);
        Assert.Equal(drawn.Canonical, later.Canonical);
        Assert.Equal((true, Reason), (check.Superseded, check.Rescored!.Because));
        Assert.True((await ReportAsync(site, later.NewerRun.Value))!.Counts);
    }

    [Fact]
    public async Task Who_was_rejected_and_rises_comes_before_a_person_again()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 8);
        await new FinishedAttempts(site, desk.Sample).AddAsync([["a=2;b=3;c=4;d=1", "a=2;b=1;c=4;d=3", "a=1;b=4;c=3;d=2", "a=4;b=3;c=2;d=1"]]);
        await site.RunAsync<ScoreAttempts>();
        await PinAsync(site, desk);
        foreach (Guid person in await desk.PeopleAsync())
        {
            await desk.ReadAsync(person, Desk.Ada);
            await desk.DecideAsync(person, Desk.Ada, DecisionOutcome.Reject);
        }

        Guid rescoring = await ProposeAsync(site, desk);
        RescoringFound found = (await FindAsync(site, desk, rescoring))!;
        await ApproveAsync(site, rescoring, Desk.Ben);
        await site.RunAsync<ScoreAttempts>();
        await site.RunAsync<ReopenDecisions>();

        HashSet<Guid> reopened = [.. await site.ReadAsync(db => db.Decisions.Where(d => d.Outcome == DecisionOutcome.Reopened).Select(d => d.InvitationId).ToListAsync())];
        Assert.NotEmpty(reopened);
        Assert.Equal(reopened.Order(), found.Decided.Where(p => p.WouldBeReopened).Select(p => p.Invitation).Order());
        Assert.True(found.Decided.Count > reopened.Count);
    }

    [Fact]
    public async Task A_dropped_scenario_counts_for_nobody_and_the_error_of_the_shorter_test_is_assumed()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(8);
        await new FinishedAttempts(site, sample).AddAsync(3);
        await site.RunAsync<ScoreAttempts>();
        var desk = new Desk(site, sample);
        await PinAsync(site, desk);
        ScoringPlan plan = await PlanAsync(site, desk);

        RescoringProposed proposed = await ProposeAsync(site, desk, OtherKeys.WishFor(plan.KeyVersionId, plan.Items[0].ItemVersion), Desk.Ada);
        RescoringProposed emptied = await ProposeAsync(site, desk, OtherKeys.WishFor(plan.KeyVersionId, [.. plan.Items.Where(i => i.Domain == "listen").Select(i => i.ItemVersion)]), Desk.Ada);
        RescoringProposed same = await ProposeAsync(site, desk, OtherKeys.WishFor(plan.KeyVersionId), Desk.Ada);
        await ApproveAsync(site, proposed.Rescoring!.Value, Desk.Ben);

        ScoringPlan after = await PlanAsync(site, desk);
        ScaleStatistics total = after.Scales.Single();
        Assert.Equal((7, EstimateBasis.Assumed), (after.Items.Count, total.Basis));
        Assert.True(total.Reliability < plan.Scales.Single(s => s.Scale == ScoringPlan.Total).Reliability);
        Assert.Equal("no scenario would be left in listen", Assert.Single(emptied.Reasons));
        Assert.Equal("nothing would be scored differently", Assert.Single(same.Reasons));
    }

    [Fact]
    public async Task From_a_hundred_valid_attempts_on_the_new_plan_knows_its_own_error_and_simulated_ones_never_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(8);
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(100);
        await attempts.AddAsync(60, simulated: true, seed: 4);
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }

        var desk = new Desk(site, sample);
        await PinAsync(site, desk);

        RescoringFound found = (await FindAsync(site, desk, await ProposeAsync(site, desk)))!;

        Assert.Equal((160, 60, 100), (found.Row.People, found.Summary!.Simulated, found.Summary.Valid));
        Assert.Equal((EstimateBasis.Estimated, 100), (found.TotalOf(found.To).Basis, found.TotalOf(found.To).Attempts));
        Assert.Equal(found.Summary.AlphaAfter!.Value, found.TotalOf(found.To).Reliability, 1e-12);
        Assert.True(found.Summary.AlphaAfter < found.Summary.AlphaBefore);
    }

    [Fact]
    public async Task Whose_feedback_reads_differently_gets_one_message_where_the_campaign_gives_feedback()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(12);
        await new FinishedAttempts(site, sample).AddAsync(12);
        await site.RunAsync<ScoreAttempts>();
        var desk = new Desk(site, sample);
        await PinAsync(site, desk);
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.GivesFeedback, true)));
        Guid key = await site.ReadAsync(db => OtherKeys.AddKeyAsync(db, "draft-2", "scenario-01", "scenario-05", "scenario-09"));
        RescoringProposed proposed = await ProposeAsync(site, desk, OtherKeys.WishFor(key), Desk.Ada);

        await ApproveAsync(site, proposed.Rescoring!.Value, Desk.Ben);

        List<Guid> changed = await site.ReadAsync(db => db.RescoringScores.Where(s => s.FeedbackChanges).Join(db.Attempts, s => s.AttemptId, a => a.Id, (s, a) => a.InvitationId).ToListAsync());
        Assert.NotEmpty(changed);
        Assert.Equal(changed.Order(), (await site.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.Rescored).Select(m => m.InvitationId).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_large_campaign_is_computed_by_the_job()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await new FinishedAttempts(site, sample).AddAsync(Rescorings.AtOnce + 1);
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }

        var desk = new Desk(site, sample);
        await PinAsync(site, desk);
        Guid rescoring = await ProposeAsync(site, desk);
        RescoringState waiting = (await RowAsync(site, rescoring)).State;
        (int done, int again) = (await site.RunAsync<PreviewRescorings>(), await site.RunAsync<PreviewRescorings>());

        Assert.Equal((RescoringState.Computing, 1, 0, RescoringState.Proposed), (waiting, done, again, (await RowAsync(site, rescoring)).State));
    }

    private static Task PinAsync(TestSite site, Desk desk) => site.DoAsync((CampaignPlans p) => p.PinAsync(desk.Sample.Campaign, CancellationToken.None));

    private static async Task<ScoringPlan> PlanAsync(TestSite site, Desk desk)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((CampaignPlans p) => p.OfAsync(campaign, CancellationToken.None));
    }

    private static async Task<RescoringProposed> ProposeAsync(TestSite site, Desk desk, RescoringWish wish, Guid staff)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((Rescorings r) => r.ProposeAsync(campaign, wish, Reason, staff, CancellationToken.None));
    }

    /// <summary>Ada proposes a key that turns scenario 1 round.</summary>
    private static async Task<Guid> ProposeAsync(TestSite site, Desk desk, string label = "draft-2")
    {
        Guid key = await site.ReadAsync(db => OtherKeys.AddKeyAsync(db, label, "scenario-01"));
        RescoringProposed proposed = await ProposeAsync(site, desk, OtherKeys.WishFor(key), Desk.Ada);
        return proposed.Rescoring ?? throw new InvalidOperationException(string.Join("; ", proposed.Problems.Select(p => $"{p}").Concat(proposed.Reasons)));
    }

    private static Task<RescoringAnswer> ApproveAsync(TestSite site, Guid rescoring, Guid staff, int seen = 1) =>
        site.AskAsync((RescoringDecisions d) => d.ApproveAsync(rescoring, seen, Remark, staff, CancellationToken.None));

    private static async Task<RescoringStale?> StaleAsync(TestSite site, Guid rescoring)
    {
        RescoringRow row = await RowAsync(site, rescoring);
        return await site.AskAsync((Rescorings r) => r.StaleAsync(row, CancellationToken.None));
    }

    private static async Task<RescoringFound?> FindAsync(TestSite site, Desk desk, Guid rescoring)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((RescoringView v) => v.FindAsync(campaign, rescoring, 1, CancellationToken.None));
    }

    private static Task<ComposedReport?> ReportAsync(TestSite site, Guid run) =>
        site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.Recruiter, staff: null, CancellationToken.None));

    private static Task<RescoringRow> RowAsync(TestSite site, Guid rescoring) => site.ReadAsync(db => db.Rescorings.AsNoTracking().SingleAsync(r => r.Id == rescoring));

    private static Task<List<ScoreRun>> RunsAsync(TestSite site) => site.ReadAsync(db => db.ScoreRuns.AsNoTracking().ToListAsync());
}
