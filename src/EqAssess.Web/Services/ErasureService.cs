using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Rights;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>
/// Erases who somebody was: name, address, links, kept messages, reports, receipts, written answers with their salts, adjustments, the texts of
/// requests and of holds, monitoring answers. The log, which names nobody, and the scores stay for item statistics, and the audit log says that
/// an erasure took place.
/// </summary>
public sealed class ErasureService(
    EqAssessDb db, Withdrawals withdrawals, MonitoringSubjects subjects, ReportSeals seals, IOptions<DatabaseOptions> database, TimeProvider time)
{
    /// <summary>Why nothing of this person may go now; null where nothing holds it.</summary>
    public async Task<ErasureHeld?> HeldBecauseAsync(Guid candidate, CancellationToken cancellationToken)
    {
        IQueryable<CampaignRow> campaigns = db.Campaigns.Where(c => db.Invitations.Any(i => i.CandidateId == candidate && i.CampaignId == c.Id));
        return await db.Candidates.AnyAsync(c => c.Id == candidate && c.HeldSince != null, cancellationToken) ? ErasureHeld.Person
            : await campaigns.AnyAsync(c => c.HeldSince != null, cancellationToken) ? ErasureHeld.Campaign
            : null;
    }

    /// <summary>Whether a candidate's wish needs nobody's decision: nothing is held, and no country obliges to keep the application.</summary>
    public async Task<bool> MayEraseThemselvesAsync(Guid candidate, CancellationToken cancellationToken)
    {
        List<string> countries = await db.Campaigns.Where(c => db.Invitations.Any(i => i.CandidateId == candidate && i.CampaignId == c.Id))
            .Select(c => c.Country).ToListAsync(cancellationToken);
        return await HeldBecauseAsync(candidate, cancellationToken) is null && !countries.Exists(c => RecordRules.Of(c).MustKeep);
    }

    /// <summary>Erases one person, and overwrites what is left of them in the files of the database.</summary>
    /// <param name="actor">Staff member; null for the person, or the job.</param>
    /// <returns>False where a hold forbids it, or where they were erased before.</returns>
    public async Task<bool> EraseAsync(Guid candidate, Guid? actor, CancellationToken cancellationToken)
    {
        if (await HeldBecauseAsync(candidate, cancellationToken) is not null)
        {
            return false;
        }

        // A test that still runs would go on writing about somebody who is no longer there.
        await withdrawals.WithdrawEverywhereAsync(candidate);
        if (!await RemoveAsync(candidate, actor, cancellationToken))
        {
            return false;
        }

        await OverwriteAsync();
        return true;
    }

    /// <summary>Overwrites what earlier removals left in the files.</summary>
    public Task OverwriteAsync() => DatabaseEngine.Get(database.Value.Engine).OverwriteDeletedAsync(db, CancellationToken.None);

    /// <summary>The rows alone, in one transaction.</summary>
    internal async Task<bool> RemoveAsync(Guid candidate, Guid? actor, CancellationToken cancellationToken)
    {
        List<Guid> invitations = await db.Invitations.Where(i => i.CandidateId == candidate).Select(i => i.Id).ToListAsync(cancellationToken);
        List<Guid> attempts = await db.Attempts.Where(a => invitations.Contains(a.InvitationId)).Select(a => a.Id).ToListAsync(cancellationToken);

        // Before the transaction: reading the key may make one, on a connection that would wait for this one.
        List<string> answers = await SubjectsAsync(attempts, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ForgetNameAsync(candidate, cancellationToken))
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

    /// <summary>The held are not touched: the condition stands in the statement, so that a hold that is set at this moment counts.</summary>
    private async Task<bool> ForgetNameAsync(Guid candidate, CancellationToken cancellationToken)
    {
        string nobody = $"ERASED-{candidate:N}";
        DateTimeOffset now = time.Now;
        return await db.Candidates
            .Where(c => c.Id == candidate && c.ErasedAt == null && c.HeldSince == null
                && !db.Campaigns.Any(k => k.HeldSince != null && db.Invitations.Any(i => i.CandidateId == c.Id && i.CampaignId == k.Id)))
            .ExecuteUpdateAsync(
                s => s.SetProperty(c => c.Name, "").SetProperty(c => c.Email, "").SetProperty(c => c.NormalizedEmail, nobody).SetProperty(c => c.ErasedAt, now),
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
        await db.CandidateRequests.Where(r => invitations.Contains(r.InvitationId))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Text, (string?)null).SetProperty(r => r.Answer, (string?)null), cancellationToken);
        DateTimeOffset now = time.Now;
        await db.CandidateRequests.Where(r => invitations.Contains(r.InvitationId) && r.State == RequestState.Open)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RequestState.Done).SetProperty(r => r.DecidedAt, now), cancellationToken);
    }

    private async Task RemoveOfAttemptsAsync(List<Guid> attempts, CancellationToken cancellationToken)
    {
        List<Guid> runs = await db.ScoreRuns.Where(r => attempts.Contains(r.AttemptId)).Select(r => r.Id).ToListAsync(cancellationToken);
        await RemoveReportsAsync(runs, cancellationToken);
        await db.Receipts.Where(r => attempts.Contains(r.AttemptId)).ExecuteDeleteAsync(cancellationToken);
        await db.TypedAnswers.Where(t => attempts.Contains(t.AttemptId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Comparisons with others among them: the name stands in the paper.</summary>
    private async Task RemoveReportsAsync(List<Guid> runs, CancellationToken cancellationToken)
    {
        IQueryable<Guid> reports = db.Reports.Where(r => runs.Contains(r.ScoreRunId) || db.ReportSubjects.Any(s => s.ReportId == r.Id && runs.Contains(s.ScoreRunId)))
            .Select(r => r.Id);
        await seals.WithdrawAsync(reports, cancellationToken);
        List<Guid> gone = await reports.ToListAsync(cancellationToken);
        await db.ReportSubjects.Where(s => gone.Contains(s.ReportId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => gone.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<List<string>> SubjectsAsync(List<Guid> attempts, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (Guid attempt in attempts)
        {
            if (await subjects.FindAsync(attempt, cancellationToken) is string subject)
            {
                found.Add(subject);
            }
        }

        return found;
    }
}

/// <summary>What a legal hold is about.</summary>
public enum ErasureHeld
{
    Person,
    Campaign,
}
