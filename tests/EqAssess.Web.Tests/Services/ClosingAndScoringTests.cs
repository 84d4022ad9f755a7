using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>The sweeps that close and score. Two nodes may run them at once, and exactly one result stands.</summary>
public sealed class ClosingAndScoringTests
{
    [Theory]
    [OnEachEngine]
    public async Task The_sweep_closes_with_exactly_what_the_server_holds(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        DateTimeOffset start = sitting.Site.Time.Instant;
        await sitting.PresentAsync(0);
        await sitting.PostAsync(0, "a=4;b=3");
        await sitting.PresentAsync(1);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(25));

        int closed = await sitting.Site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal(1, closed);
        AttemptLog log = await sitting.LogAsync();
        Assert.Equal(new AttemptEvent.Expired(start.AddMinutes(20)), log.Events[^1]);
        Assert.Equal(start.AddMinutes(25), log.Entries[^1].RecordedAt);
        Assert.Equal(
            [(true, "a=4;b=3"), (true, null), (false, null), (false, null)],
            log.State.ResponsesTo(sitting.Sample.Items).Items.Select(r => (r.Presented, r.Response)));
        Assert.Contains(typeof(ScoreAttempts), sitting.Site.Jobs.Nudges);
    }

    [Fact]
    public async Task The_sweep_leaves_alone_what_still_runs()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        sitting.Site.Time.Advance(TimeSpan.FromSeconds(1230));

        int closed = await sitting.Site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal(0, closed);
        Assert.Equal(1, (await sitting.LogAsync()).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_nodes_that_sweep_at_once_and_again_later_write_one_expiry(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(25));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sitting.Site.RunAsync<CloseExpiredAttempts>()));
        int again = await sitting.Site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal(0, again);
        Assert.Equal(["Started", "Expired"], (await sitting.LogAsync()).Entries.Select(e => e.Kind));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_closed_attempt_is_scored_once_and_a_second_run_changes_nothing(string engine)
    {
        await using Sitting sitting = await FinishedAsync(engine);

        int first = await sitting.Site.RunAsync<ScoreAttempts>();
        ScoreRun run = await sitting.Site.ReadAsync(db => db.ScoreRuns.SingleAsync());
        int second = await sitting.Site.RunAsync<ScoreAttempts>();

        Assert.Equal((1, 0), (first, second));
        Assert.Equal(100 / 4d, run.Percent!.Value, 1e-9);
        Assert.Equal(run.Sheet, (await sitting.Site.ReadAsync(db => db.ScoreRuns.SingleAsync())).Sheet);
        Assert.Equal(run.ResponsesSha256, Scorer.Sha256Of((await sitting.LogAsync()).State.ResponsesTo(sitting.Sample.Items)));
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_nodes_that_score_at_once_append_one_run(string engine)
    {
        await using Sitting sitting = await FinishedAsync(engine);

        bool[] wrote = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            sitting.Site.AskAsync((ScoringService s) => s.ScoreAsync(sitting.Attempt, CancellationToken.None))));

        Assert.Equal(1, wrote.Count(w => w));
        Assert.Equal(1, await sitting.Site.ReadAsync(db => db.ScoreRuns.CountAsync()));
    }

    [Fact]
    public async Task A_running_attempt_is_not_scored()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);

        bool scored = await sitting.Site.AskAsync((ScoringService s) => s.ScoreAsync(sitting.Attempt, CancellationToken.None));

        Assert.False(scored);
        Assert.Equal(0, await sitting.Site.RunAsync<ScoreAttempts>());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_new_plan_makes_a_new_run_and_the_earlier_one_stays(string engine)
    {
        await using Sitting sitting = await FinishedAsync(engine);
        await sitting.Site.RunAsync<ScoreAttempts>();
        ScoringPlan plan = await sitting.Site.AskAsync((ScoringService s) => s.CurrentPlanAsync(sitting.Sample.Form, CancellationToken.None));
        await AddPlanAsync(sitting, plan with { Id = Guid.CreateVersion7() });

        int scored = await sitting.Site.RunAsync<ScoreAttempts>();

        Assert.Equal(1, scored);
        List<ScoreRun> runs = await sitting.Site.ReadAsync(db => db.ScoreRuns.ToListAsync());
        Assert.Equal(2, runs.Select(r => r.PlanId).Distinct().Count());
        Assert.Equal(runs[0].Percent, runs[1].Percent);
    }

    [Fact]
    public async Task One_attempt_that_cannot_be_scored_is_loud_and_keeps_no_other_from_its_score()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(items: 1, CampaignPurpose.Pilot);
        await new FinishedAttempts(site, sample).AddAsync([["not a response"], ["a=1;b=2;c=3;d=4"]]);

        await Assert.ThrowsAsync<AggregateException>(() => site.RunAsync<ScoreAttempts>());

        Assert.Equal(1, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
    }

    [Fact]
    public async Task One_log_that_cannot_be_read_is_loud_and_keeps_no_other_attempt_open()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        TestSite site = sitting.Site;
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.BeginAttemptAsync(sitting.Sample.Campaign, "bo");
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
        {
            db.AttemptLog.Add(new AttemptLogEntry
            {
                AttemptId = sitting.Attempt, Sequence = 2, EntryId = Guid.CreateVersion7(), WriterId = sitting.Page, RecordedAt = site.Time.Instant,
                Kind = "Started", Payload = "{}", PreviousHash = "", Hash = "",
            });
            await db.SaveChangesAsync();
        });
        site.Time.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<AggregateException>(() => site.RunAsync<CloseExpiredAttempts>());

        Assert.Equal([(false, "amara"), (true, "bo")], await site.ReadAsync(async db => (await (
            from a in db.Attempts
            join i in db.Invitations on a.InvitationId equals i.Id
            join c in db.Candidates on i.CandidateId equals c.Id
            orderby c.Name
            select new { Closed = a.ClosedAt != null, c.Name }).ToListAsync()).Select(a => (a.Closed, a.Name)).ToList()));
    }

    /// <summary>The first item answered as the key has it, the others not at all.</summary>
    private static async Task<Sitting> FinishedAsync(string engine)
    {
        Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.PostAsync(0, string.Join(';', Enumerable.Range(0, 4).Select(o => $"{(char)('a' + o)}={SampleBank.KeyOf(1, o)}")));
        await sitting.HandInAsync();
        return sitting;
    }

    private static Task AddPlanAsync(Sitting sitting, ScoringPlan plan) => sitting.Site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
    {
        string content = PlanJson.Write(plan);
        db.ScoringPlans.Add(new ScoringPlanRow
        {
            Id = plan.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = 2,
            Content = content,
            Digest = new string('0', 64),
            CreatedAt = sitting.Site.Time.Instant,
        });
        await db.SaveChangesAsync();
    });
}
