using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EqAssess.Web.Tests.Services;

/// <summary>A rejected candidate who is scored again and rises comes before somebody again; nothing else happens by itself.</summary>
public sealed class ReopeningTests
{
    [Theory]
    [OnEachEngine]
    public async Task Who_was_rejected_and_rises_is_reopened_once_with_both_scores_on_record(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 3);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await RejectAsync(desk, people[1]);
        double before = await PercentAsync(site, people[1]);

        await RescoreAsync(site, desk, by: 4);
        int reopened = await site.RunAsync<ReopenDecisions>();
        int again = await site.RunAsync<ReopenDecisions>();

        Assert.Equal((1, 0), (reopened, again));
        RecordedDecision entry = (await desk.RecordAsync(people[1]))[^1];
        Assert.Equal((DecisionOutcome.Reopened, true, 2), (entry.Outcome, entry.ByServer, entry.Number));
        Assert.Equal((before, before + 4), (entry.RoseFrom!.Value, entry.Percent!.Value));
        Assert.Equal(people[1], Assert.Single((await desk.ListAsync(new ResultsQuery { Decision = DecisionFilter.Reopened })).Rows).Invitation);
        IReadOnlyList<ReopenedCases> waiting = await site.AskAsync(async (IServiceProvider s) => await s.GetRequiredService<Reopenings>()
            .WaitingAsync(s.GetRequiredService<EqAssessDb>().Campaigns, CancellationToken.None));
        Assert.Equal(1, Assert.Single(waiting).Count);
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(-4)]
    public async Task A_fall_or_a_rise_that_nobody_sees_changes_nothing(double by)
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 2);
        await RejectAsync(desk, (await desk.PeopleAsync())[0]);

        await RescoreAsync(site, desk, by);

        Assert.Equal(0, await site.RunAsync<ReopenDecisions>());
    }

    [Fact]
    public async Task Who_was_not_rejected_is_not_reopened_and_neither_is_who_withdrew()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await desk.ReadAsync(people[0], Desk.Ada);
        await desk.DecideAsync(people[0], Desk.Ada, DecisionOutcome.Reserve);
        await RejectAsync(desk, people[1]);
        await site.DoAsync((Withdrawals withdrawals) => withdrawals.WithdrawAsync(people[1]));

        await RescoreAsync(site, desk, by: 4);

        Assert.Equal(0, await site.RunAsync<ReopenDecisions>());
        Assert.Equal(2, await site.ReadAsync(db => db.Decisions.CountAsync()));
    }

    private static async Task RejectAsync(Desk desk, Guid person)
    {
        await desk.ReadAsync(person, Desk.Ada);
        Assert.IsType<DecisionTaken.Done>(await desk.DecideAsync(person, Desk.Ada, DecisionOutcome.Reject));
    }

    /// <summary>A new plan under which everybody has another score, and the campaign on it: what a corrected key does.</summary>
    private static async Task RescoreAsync(TestSite site, Desk desk, double by)
    {
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(desk.Sample.Form, CancellationToken.None));
        ScoringPlan other = plan with { Id = Guid.CreateVersion7() };
        await site.ReadAsync(async db =>
        {
            string content = PlanJson.Write(other);
            db.ScoringPlans.Add(new ScoringPlanRow
            {
                Id = other.Id, FormVersionId = plan.FormVersion, KeyVersionId = plan.KeyVersionId, Number = 2, Content = content, Digest = new string('2', 64), CreatedAt = site.Time.Instant,
            });
            foreach (ScoreRun run in await db.ScoreRuns.AsNoTracking().ToListAsync())
            {
                db.ScoreRuns.Add(new ScoreRun
                {
                    Id = Guid.NewGuid(), AttemptId = run.AttemptId, PlanId = other.Id, KeyVersionId = run.KeyVersionId, EngineVersion = run.EngineVersion,
                    ResponsesSha256 = run.ResponsesSha256, Percent = run.Percent + by, Sheet = run.Sheet, ScoredAt = site.Time.Instant,
                });
            }

            await db.SaveChangesAsync();
            return await db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.PlanId, other.Id));
        });
    }

    private static Task<double> PercentAsync(TestSite site, Guid invitation) => site.ReadAsync(db => (
        from run in db.ScoreRuns join attempt in db.Attempts on run.AttemptId equals attempt.Id where attempt.InvitationId == invitation select run.Percent!.Value).SingleAsync());
}
