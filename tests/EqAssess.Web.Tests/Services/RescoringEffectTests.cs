using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.ScoringAnew;

namespace EqAssess.Web.Tests.Services;

/// <summary>What an approved scoring does to reports, rejections, feedback and the error of scores.</summary>
public sealed class RescoringEffectTests
{
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
}
