using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// The rows that say who somebody was: name, address, links, kept messages, reports, receipts, written answers with their salts, adjustments,
/// the texts of requests and of holds, rows of lists, notes, interviews, reasons of decisions, outcomes at work, monitoring answers. What is removed in <see cref="RemoveAsync"/> is looked for in <see cref="LateAsync"/>.
/// </summary>
public sealed class PersonalRows(EqAssessDb db, MonitoringSubjects subjects, ReportSeals seals, TimeProvider time)
{
    /// <summary>Removes all of one person in one transaction, and notes it.</summary>
    /// <param name="again">Also where they were erased before.</param>
    /// <returns>False where a hold is on, or where they were erased before.</returns>
    public async Task<bool> RemoveAsync(Guid candidate, Guid? actor, bool again, CancellationToken cancellationToken)
    {
        List<Guid> invitations = await db.Invitations.Where(i => i.CandidateId == candidate).Select(i => i.Id).ToListAsync(cancellationToken);
        List<Guid> attempts = await db.Attempts.Where(a => invitations.Contains(a.InvitationId)).Select(a => a.Id).ToListAsync(cancellationToken);

        // Before the transaction: reading the key may make one, on a connection that would wait for this one.
        List<string> answers = [.. (await subjects.FindAsync(attempts, cancellationToken)).Keys];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.InvitationImportRows.Where(r => db.Candidates.Any(c => c.Id == candidate && c.NormalizedEmail == r.NormalizedAddress)).ExecuteDeleteAsync(cancellationToken);
        if (!await ForgetNameAsync(candidate, again, cancellationToken))
        {
            return false;
        }

        await RemoveOfInvitationsAsync(invitations, cancellationToken);
        await RemoveOfAttemptsAsync(attempts, cancellationToken);
        await db.MonitoringAnswers.Where(m => answers.Contains(m.Subject)).ExecuteDeleteAsync(cancellationToken);
        await db.Accommodations.Where(a => a.CandidateId == candidate).ExecuteDeleteAsync(cancellationToken);
        await db.LegalHolds.Where(h => h.CandidateId == candidate).ExecuteDeleteAsync(cancellationToken);
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = actor, Act = AuditService.PersonErased, Subject = candidate });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>People who were erased, and of whom there is something again, or whose test runs.</summary>
    public async Task<IReadOnlyList<Guid>> LateAsync(CancellationToken cancellationToken)
    {
        List<Guid> late = await db.Candidates
            .Where(c => c.ErasedAt != null && (c.Name != "" || c.Email != ""
                || db.Accommodations.Any(a => a.CandidateId == c.Id)
                || db.LegalHolds.Any(h => h.CandidateId == c.Id)
                || db.Invitations.Any(i => i.CandidateId == c.Id && (
                    db.InvitationLinks.Any(l => l.InvitationId == i.Id)
                    || db.Messages.Any(m => m.InvitationId == i.Id && db.KeptMessages.Any(k => k.Id == m.Id))
                    || db.AccommodationRequests.Any(r => r.InvitationId == i.Id)
                    || db.DecisionReasons.Any(r => r.InvitationId == i.Id)
                    || db.CaseNotes.Any(n => n.InvitationId == i.Id)
                    || db.NameLooks.Any(l => l.InvitationId == i.Id)
                    || db.Interviews.Any(v => v.InvitationId == i.Id)
                    || db.Outcomes.Any(o => o.InvitationId == i.Id)
                    || db.CandidateRequests.Any(r => r.InvitationId == i.Id && (r.Text != null || r.Answer != null || r.State == RequestState.Open))
                    || db.Attempts.Any(a => a.InvitationId == i.Id && (a.ClosedAt == null
                        || db.Receipts.Any(r => r.AttemptId == a.Id)
                        || db.TypedAnswers.Any(t => t.AttemptId == a.Id)
                        || db.ScoreRuns.Any(r => r.AttemptId == a.Id && (db.Reports.Any(p => p.ScoreRunId == r.Id) || db.ReportSubjects.Any(s => s.ScoreRunId == r.Id)))))))))
            .Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. late.Union(await LateAnswersAsync(cancellationToken))];
    }

    /// <summary>Monitoring answers do not say whose they are: every erased attempt is held against them.</summary>
    private async Task<IEnumerable<Guid>> LateAnswersAsync(CancellationToken cancellationToken)
    {
        Dictionary<Guid, Guid> erased = await (
            from candidate in db.Candidates
            join invitation in db.Invitations on candidate.Id equals invitation.CandidateId
            join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
            where candidate.ErasedAt != null
            select new { candidate.Id, Attempt = attempt.Id }).ToDictionaryAsync(e => e.Attempt, e => e.Id, cancellationToken);
        IReadOnlyDictionary<string, Guid> attempts = await subjects.FindAsync(erased.Keys, cancellationToken);
        List<string> answered = attempts.Count == 0 ? [] : await db.MonitoringAnswers.Select(m => m.Subject).Distinct().ToListAsync(cancellationToken);
        return answered.Where(attempts.ContainsKey).Select(subject => erased[attempts[subject]]);
    }

    /// <summary>The held are not touched: the condition stands in the statement, so that a hold that is set at this moment counts.</summary>
    private async Task<bool> ForgetNameAsync(Guid candidate, bool again, CancellationToken cancellationToken)
    {
        string nobody = $"ERASED-{candidate:N}";
        DateTimeOffset now = time.Now;
        return await db.Candidates
            .Where(c => c.Id == candidate && (again || c.ErasedAt == null) && c.HeldSince == null
                && !db.Campaigns.Any(k => k.HeldSince != null && db.Invitations.Any(i => i.CandidateId == c.Id && i.CampaignId == k.Id)))
            .ExecuteUpdateAsync(
                s => s.SetProperty(c => c.Name, "").SetProperty(c => c.Email, "").SetProperty(c => c.NormalizedEmail, nobody)
                    .SetProperty(c => c.ErasedAt, now).SetProperty(c => c.OverwrittenAt, (DateTimeOffset?)null).SetProperty(c => c.Zone, (string?)null),
                cancellationToken) == 1;
    }

    private async Task RemoveOfInvitationsAsync(List<Guid> invitations, CancellationToken cancellationToken)
    {
        List<Guid> messages = await db.Messages.Where(m => invitations.Contains(m.InvitationId)).Select(m => m.Id).ToListAsync(cancellationToken);
        await db.KeptMessages.Where(k => messages.Contains(k.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Messages.Where(m => invitations.Contains(m.InvitationId) && m.State == MessageState.Due)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Dropped), cancellationToken);
        await db.InvitationLinks.Where(l => invitations.Contains(l.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.AccommodationRequests.Where(r => invitations.Contains(r.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveOfDeskAsync(invitations, cancellationToken);
        await db.CandidateRequests.Where(r => invitations.Contains(r.InvitationId))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Text, (string?)null).SetProperty(r => r.Answer, (string?)null), cancellationToken);
        DateTimeOffset now = time.Now;
        await db.CandidateRequests.Where(r => invitations.Contains(r.InvitationId) && r.State == RequestState.Open)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RequestState.Done).SetProperty(r => r.DecidedAt, now), cancellationToken);
    }

    /// <summary>What staff wrote and said. That somebody decided, and what, stays without the reason.</summary>
    private async Task RemoveOfDeskAsync(List<Guid> invitations, CancellationToken cancellationToken)
    {
        await db.DecisionReasons.Where(r => invitations.Contains(r.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.CaseNotes.Where(n => invitations.Contains(n.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.NameLooks.Where(l => invitations.Contains(l.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.InterviewScores.Where(s => invitations.Contains(s.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Interviews.Where(i => invitations.Contains(i.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Outcomes.Where(o => invitations.Contains(o.InvitationId)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveOfAttemptsAsync(List<Guid> attempts, CancellationToken cancellationToken)
    {
        List<Guid> runs = await db.ScoreRuns.Where(r => attempts.Contains(r.AttemptId)).Select(r => r.Id).ToListAsync(cancellationToken);
        await seals.RemoveReportsAsync(runs, cancellationToken);
        await db.Receipts.Where(r => attempts.Contains(r.AttemptId)).ExecuteDeleteAsync(cancellationToken);
        await db.TypedAnswers.Where(t => attempts.Contains(t.AttemptId)).ExecuteDeleteAsync(cancellationToken);
    }
}
