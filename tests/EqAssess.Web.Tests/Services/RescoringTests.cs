using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.ScoringAnew;

namespace EqAssess.Web.Tests.Services;

/// <summary>A campaign goes over to another key by the word of two people: nothing before the second one speaks, and no score is ever lost.</summary>
public sealed class RescoringTests
{
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
        RescoringAnswer ended = await site.AskAsync((RescoringDecisions d) => d.RejectAsync(second, ScoringAnew.Remark, Desk.Ben));

        Assert.Equal((RescoringAnswer.Stale, RescoringStale.OtherPlan, RescoringAnswer.Done), (late, why, ended));
        Assert.Equal(RescoringState.Rejected, (await RowAsync(site, second)).State);
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
}
