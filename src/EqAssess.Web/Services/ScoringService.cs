using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Scores closed attempts, each once under the current plan of its form version.</summary>
public sealed class ScoringService(EqAssessDb db, AttemptLedger ledger, FormLibrary forms, TimeProvider time)
{
    /// <summary>Closed attempts that have no run under the current plan. Who withdrew is scored no more.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken) =>
        await db.Attempts.Where(a => a.ClosedAt != null && !db.Invitations.Any(i => i.Id == a.InvitationId && i.WithdrawnAt != null) && !db.ScoreRuns.Any(r => r.AttemptId == a.Id
                && r.PlanId == db.ScoringPlans.Where(p => p.FormVersionId == a.FormVersionId).OrderByDescending(p => p.Number).Select(p => p.Id).First()))
            .OrderBy(a => a.ClosedAt).Select(a => a.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Appends a score run. Done before, by this node or another, it changes nothing.</summary>
    /// <returns>Whether this call wrote the run.</returns>
    public async Task<bool> ScoreAsync(Guid attempt, CancellationToken cancellationToken)
    {
        AttemptRow row = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt, cancellationToken);
        ScoringPlan plan = await CurrentPlanAsync(row.FormVersionId, cancellationToken);
        if (row.ClosedAt is null || await db.ScoreRuns.AnyAsync(r => r.AttemptId == attempt && r.PlanId == plan.Id, cancellationToken))
        {
            return false;
        }

        AttemptLog log = await ledger.ReadAsync(attempt, cancellationToken);
        var form = await forms.GetAsync(row.FormVersionId, cancellationToken);
        ScoreSheet sheet = Scorer.Score(plan, log.State.ResponsesTo(form.CountingVersions));
        db.ScoreRuns.Add(RunOf(attempt, plan, sheet));
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
        string content = await db.ScoringPlans.Where(p => p.FormVersionId == formVersion).OrderByDescending(p => p.Number)
            .Select(p => p.Content).FirstAsync(cancellationToken);
        return PlanJson.ReadPlan(content);
    }

    private ScoreRun RunOf(Guid attempt, ScoringPlan plan, ScoreSheet sheet) => new()
    {
        // Random, as the attempt's id is: it stands in the address of the report.
        Id = Guid.NewGuid(),
        AttemptId = attempt,
        PlanId = plan.Id,
        KeyVersionId = plan.KeyVersionId,
        EngineVersion = sheet.EngineVersion,
        ResponsesSha256 = sheet.ResponsesSha256,
        Percent = sheet.Total.Percent,
        Sheet = PlanJson.Write(sheet),
        ScoredAt = time.Now,
    };
}
