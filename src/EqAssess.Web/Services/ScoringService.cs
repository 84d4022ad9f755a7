using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Scores closed attempts, each once under the current plan of its form version, and once under the plan that its campaign is pinned to.</summary>
public sealed class ScoringService(EqAssessDb db, AttemptScoring attempts, TimeProvider time)
{
    /// <summary>
    /// Closed attempts that lack a run under the current plan or under their campaign's. Who withdrew is scored no more; written answers wait for their marks
    /// (<see cref="WrittenMarks"/>).
    /// </summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken) =>
        await db.Attempts.Where(a => a.ClosedAt != null && !db.Invitations.Any(i => i.Id == a.InvitationId && i.WithdrawnAt != null) && (!db.ScoreRuns.Any(r => r.AttemptId == a.Id
                    && r.PlanId == db.ScoringPlans.Where(p => p.FormVersionId == a.FormVersionId && p.CampaignId == null).OrderByDescending(p => p.Number).Select(p => p.Id).First())
                || db.Invitations.Any(i => i.Id == a.InvitationId && db.Campaigns.Any(c => c.Id == i.CampaignId && c.PlanId != null
                    && db.ScoringPlans.Any(p => p.Id == c.PlanId && p.FormVersionId == a.FormVersionId)
                    && !db.ScoreRuns.Any(r => r.AttemptId == a.Id && r.PlanId == c.PlanId)))))
            .Where(a => !a.Typed || !db.TypedAnswers.Any(t => t.AttemptId == a.Id && !t.Pretest
                && !db.FormItems.Any(f => f.FormVersionId == a.FormVersionId && f.ItemVersionId == t.ItemVersionId && f.Pretest)
                && (db.TypedMarks.Count(m => m.AttemptId == t.AttemptId && m.ItemVersionId == t.ItemVersionId) < WrittenMarks.Markers
                    || (db.TypedMarks.Count(m => m.AttemptId == t.AttemptId && m.ItemVersionId == t.ItemVersionId) == WrittenMarks.Markers
                        && db.TypedMarks.Where(m => m.AttemptId == t.AttemptId && m.ItemVersionId == t.ItemVersionId).Max(m => m.Mark)
                        - db.TypedMarks.Where(m => m.AttemptId == t.AttemptId && m.ItemVersionId == t.ItemVersionId).Min(m => m.Mark) >= WrittenMarks.TooFarApart))))
            .OrderBy(a => a.ClosedAt).Select(a => a.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Appends the score runs that are missing. Done before, by this node or another, it changes nothing.</summary>
    /// <returns>Whether this call wrote a run.</returns>
    public async Task<bool> ScoreAsync(Guid attempt, CancellationToken cancellationToken)
    {
        AttemptRow row = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt, cancellationToken);
        ScoringPlan current = await CurrentPlanAsync(row.FormVersionId, cancellationToken);
        bool wrote = await ScoreAsync(row, current, cancellationToken);
        string? pinned = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join plan in db.ScoringPlans on campaign.PlanId equals plan.Id
            where invitation.Id == row.InvitationId && plan.FormVersionId == row.FormVersionId && plan.Id != current.Id
            select plan.Content).SingleOrDefaultAsync(cancellationToken);
        return (pinned is not null && await ScoreAsync(row, PlanJson.ReadPlan(pinned), cancellationToken)) || wrote;
    }

    private async Task<bool> ScoreAsync(AttemptRow row, ScoringPlan plan, CancellationToken cancellationToken)
    {
        Guid attempt = row.Id;
        if (row.ClosedAt is null || await db.ScoreRuns.AnyAsync(r => r.AttemptId == attempt && r.PlanId == plan.Id, cancellationToken))
        {
            return false;
        }

        if (await attempts.SheetAsync(row, plan, cancellationToken) is not { } scored)
        {
            return false;
        }

        db.ScoreRuns.Add(RunOf(attempt, plan, scored));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <exception cref="InvalidOperationException">The form version has no plan: publishing made none.</exception>
    public async Task<ScoringPlan> CurrentPlanAsync(Guid formVersion, CancellationToken cancellationToken)
    {
        string content = await db.ScoringPlans.Where(p => p.FormVersionId == formVersion && p.CampaignId == null).OrderByDescending(p => p.Number)
            .Select(p => p.Content).FirstAsync(cancellationToken);
        return PlanJson.ReadPlan(content);
    }

    private ScoreRun RunOf(Guid attempt, ScoringPlan plan, AttemptSheet scored) => new()
    {
        // Random, as the attempt's id is: it stands in the address of the report.
        Id = Guid.NewGuid(),
        AttemptId = attempt,
        PlanId = plan.Id,
        KeyVersionId = plan.KeyVersionId,
        EngineVersion = scored.Engine,
        ResponsesSha256 = scored.Sheet.ResponsesSha256,
        Percent = scored.Sheet.Total.Percent,
        Sheet = PlanJson.Write(scored.Sheet),
        ScoredAt = time.Now,
    };
}
