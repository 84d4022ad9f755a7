using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>How people used the rating scale, beside how others did who took the same form.</summary>
public sealed class AnswerPatterns(EqAssessDb db, AttemptLedger ledger, FormLibrary forms)
{
    /// <summary>Scored attempts that were not described yet.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken) =>
        await db.Attempts.Where(a => a.ClosedAt != null && db.ScoreRuns.Any(r => r.AttemptId == a.Id) && !db.AnswerPatterns.Any(p => p.AttemptId == a.Id))
            .OrderBy(a => a.ClosedAt).Select(a => a.Id).Take(most).ToListAsync(cancellationToken);

    /// <returns>Whether this call wrote the description.</returns>
    public async Task<bool> DescribeAsync(Guid attempt, CancellationToken cancellationToken)
    {
        AttemptRow row = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt, cancellationToken);
        string sheet = await db.ScoreRuns.Where(r => r.AttemptId == attempt).OrderBy(r => r.ScoredAt).Select(r => r.Sheet).FirstAsync(cancellationToken);
        double? ends = await EndsAsync(row, cancellationToken);
        db.AnswerPatterns.Add(new AnswerPatternRow
        {
            AttemptId = attempt,
            FormVersionId = row.FormVersionId,
            Counts = !row.Simulated && ends is not null,
            Ends = ends,
            Flagged = PlanJson.ReadSheet(sheet).Flags.Count > 0,
        });
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

    /// <summary>What is said about each attempt; whoever was not described yet is ordinary.</summary>
    public async Task<IReadOnlyDictionary<Guid, PatternFinding>> OfAsync(IReadOnlyCollection<Guid> attempts, CancellationToken cancellationToken)
    {
        List<AnswerPatternRow> found = await db.AnswerPatterns.AsNoTracking().Where(p => attempts.Contains(p.AttemptId)).ToListAsync(cancellationToken);
        var findings = new Dictionary<Guid, PatternFinding>();
        foreach (IGrouping<Guid, AnswerPatternRow> form in found.GroupBy(p => p.FormVersionId))
        {
            int people = await PeopleAsync(form.Key, cancellationToken);
            foreach (AnswerPatternRow own in form)
            {
                int others = people - (own.Counts ? 1 : 0);
                int below = others < EndsOfScale.LeastPeople || own.Ends is null ? 0
                    : await db.AnswerPatterns.CountAsync(p => p.FormVersionId == form.Key && p.Counts && p.Ends < own.Ends, cancellationToken);
                findings[own.AttemptId] = EndsOfScale.FindingOf(own.Ends, others, below);
            }
        }

        return findings;
    }

    /// <summary>People on a form whose ratings count in its base rates.</summary>
    public Task<int> PeopleAsync(Guid form, CancellationToken cancellationToken) =>
        db.AnswerPatterns.CountAsync(p => p.FormVersionId == form && p.Counts, cancellationToken);

    private async Task<double?> EndsAsync(AttemptRow row, CancellationToken cancellationToken)
    {
        AttemptState state = (await ledger.ReadAsync(row.Id, cancellationToken)).State;
        FormVersion form = await forms.GetAsync(row.FormVersionId, state, cancellationToken);
        return row.Typed ? null : EndsOfScale.ShareOf(form, state.ResponsesTo(form.CountingVersions));
    }
}
