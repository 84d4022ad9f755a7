using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Rescoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Scores everybody of a campaign under a proposed plan, and keeps what would change. No score run comes of it.</summary>
public sealed class RescoringPreviews(EqAssessDb db, AttemptScoring scoring, BankLibrary banks, IOptions<ScoringOptions> options, TimeProvider time)
{
    /// <summary>Valid attempts from which a coefficient is said.</summary>
    public const int FewestForAlpha = 50;

    /// <summary>Points from which a score is seen to differ.</summary>
    public const double Seen = Reopenings.LeastRise;

    private const int RowsInOneWrite = 500;

    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken) =>
        await db.Rescorings.Where(r => r.State == RescoringState.Computing).OrderBy(r => r.ProposedAt).Select(r => r.Id).ToListAsync(cancellationToken);

    /// <summary>People who are scored under the plan that the campaign was on.</summary>
    public Task<int> CountAsync(RescoringRow row, CancellationToken cancellationToken) => Runs(row).CountAsync(cancellationToken);

    /// <summary>Whether somebody is scored whom the preview does not hold.</summary>
    public Task<bool> AnyOtherAsync(RescoringRow row, CancellationToken cancellationToken) =>
        Runs(row).AnyAsync(r => !db.RescoringScores.Any(s => s.RescoringId == row.Id && s.AttemptId == r.AttemptId), cancellationToken);

    /// <returns>Whether this node computed it.</returns>
    public async Task<bool> ComputeAsync(Guid rescoring, CancellationToken cancellationToken)
    {
        if (await db.Rescorings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rescoring && r.State == RescoringState.Computing, cancellationToken) is not { } row)
        {
            return false;
        }

        ScoringPlan from = PlanJson.ReadPlan(await db.ScoringPlans.Where(p => p.Id == row.FromPlanId).Select(p => p.Content).SingleAsync(cancellationToken));
        ScoringPlan to = PlanJson.ReadPlan(row.Plan);
        List<Sheets> people = await SheetsAsync(row, to, cancellationToken);
        HashSet<Guid> valid = [.. await db.FirstAttemptsOn(from.FormVersion).Where(a => !a.Typed).Select(a => a.Id).ToListAsync(cancellationToken)];
        Sheets[] counting = [.. people.Where(p => valid.Contains(p.Attempt) && p.IsValidFor(from, to))];
        to = Estimated(to, counting);
        Bank bank = await banks.HeadAsync(await db.FormVersions.Where(f => f.Id == from.FormVersion).Select(f => f.BankId).SingleAsync(cancellationToken), cancellationToken);
        IReadOnlyList<RescoringScore> scores = ScoresOf(row.Id, people, from, to, bank);
        RescoringSummary summary = RescoringSummary.Of(scores, people.Count(p => p.Simulated), counting.Length, AlphaOf(from, [.. counting.Select(c => c.Before)]), AlphaOf(to, [.. counting.Select(c => c.After)]));
        return await WriteAsync(row, to, scores, summary, cancellationToken);
    }

    private IQueryable<ScoreRun> Runs(RescoringRow row) =>
        from run in db.ScoreRuns
        join attempt in db.Attempts on run.AttemptId equals attempt.Id
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        where invitation.CampaignId == row.CampaignId && invitation.WithdrawnAt == null && invitation.RevokedAt == null && run.PlanId == row.FromPlanId
        select run;

    private async Task<List<Sheets>> SheetsAsync(RescoringRow row, ScoringPlan plan, CancellationToken cancellationToken)
    {
        var found = await Runs(row).Join(db.Attempts, r => r.AttemptId, a => a.Id, (r, a) => new { r.Sheet, Attempt = a }).AsNoTracking().ToListAsync(cancellationToken);
        var people = new List<Sheets>();
        foreach (var each in found)
        {
            // Written answers whose marks have been given before can be scored again; so this is null for nobody who has a run.
            if (await scoring.SheetAsync(each.Attempt, plan, cancellationToken) is { } after)
            {
                people.Add(new Sheets(each.Attempt.Id, each.Attempt.Simulated, PlanJson.ReadSheet(each.Sheet), after.Sheet));
            }
        }

        return people;
    }

    /// <summary>From so many valid attempts on as any form needs, the plan says what they say; below, it stays on what is assumed.</summary>
    private ScoringPlan Estimated(ScoringPlan plan, Sheets[] counting)
    {
        List<ScoreSheet> sheets = [.. counting.Select(c => c.After)];
        return sheets.Count >= options.Value.AttemptsForEstimates && EstimateService.Estimate(plan, sheets) is { } total
            ? plan with { Scales = [total, .. DomainEstimates.Of(plan, sheets)] }
            : plan;
    }

    private static double? AlphaOf(ScoringPlan plan, List<ScoreSheet> sheets) => sheets.Count < FewestForAlpha ? null : EstimateService.Estimate(plan, sheets)?.Reliability;

    private static IReadOnlyList<RescoringScore> ScoresOf(Guid rescoring, List<Sheets> people, ScoringPlan from, ScoringPlan to, Bank bank)
    {
        IReadOnlyList<PersonImpact> impacts = RescoringImpact.Of(
            [.. people.Select(p => new ScoreUnderBoth(p.Before.Total.Percent, p.After.Total.Percent))], TotalOf(from), TotalOf(to));
        return
        [
            .. people.Zip(impacts, (p, impact) => new RescoringScore
            {
                RescoringId = rescoring,
                AttemptId = p.Attempt,
                Before = p.Before.Total.Percent,
                After = p.After.Total.Percent,
                NearTopBefore = impact.NearTopBefore,
                NearTopAfter = impact.NearTopAfter,
                OrderChanges = impact.OrderChanges,
                FlagsChange = !p.Before.Flags.Order().SequenceEqual(p.After.Flags.Order()),
                FeedbackChanges = !Feedback.Of(p.Before, from, bank.Domains).SequenceEqual(Feedback.Of(p.After, to, bank.Domains)),
            }),
        ];
    }

    private static ScaleStatistics TotalOf(ScoringPlan plan) => plan.Scales.Single(s => s.Scale == ScoringPlan.Total);

    private async Task<bool> WriteAsync(RescoringRow row, ScoringPlan plan, IReadOnlyList<RescoringScore> scores, RescoringSummary summary, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        string content = PlanJson.Write(plan);
        string found = JsonSerializer.Serialize(summary);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        int mine = await db.Rescorings.Where(r => r.Id == row.Id && r.State == RescoringState.Computing && r.Look == row.Look).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, RescoringState.Proposed).SetProperty(r => r.Look, row.Look + 1).SetProperty(r => r.ComputedAt, now)
                .SetProperty(r => r.People, scores.Count).SetProperty(r => r.Plan, content).SetProperty(r => r.Summary, found),
            cancellationToken);
        if (mine == 0)
        {
            return false;
        }

        await db.RescoringScores.Where(s => s.RescoringId == row.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (RescoringScore[] chunk in scores.Chunk(RowsInOneWrite))
        {
            db.RescoringScores.AddRange(chunk);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private sealed record Sheets(Guid Attempt, bool Simulated, ScoreSheet Before, ScoreSheet After)
    {
        /// <summary>Scored under both, without a flag, and on the scenarios of the plans alone.</summary>
        public bool IsValidFor(ScoringPlan from, ScoringPlan to) =>
            Before.Total.Percent is not null && After.Total.Percent is not null && Before.Flags.Count == 0 && After.Flags.Count == 0
            && Before.Items.All(i => from.Items.Any(p => p.ItemVersion == i.ItemVersion)) && After.Items.All(i => to.Items.Any(p => p.ItemVersion == i.ItemVersion));
    }
}
