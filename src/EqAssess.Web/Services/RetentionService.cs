using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Erases who somebody was, once every campaign of theirs is past its retention: name, address, links, kept messages and reports go.
/// The log, which names nobody, and the scores stay for item statistics.
/// </summary>
public sealed class RetentionService(EqAssessDb db, TimeProvider time)
{
    /// <summary>The day on which names of a campaign are erased, in the campaign's zone.</summary>
    public static DateOnly ErasedOn(CampaignRow campaign) => campaign.ClosesOn.AddMonths(campaign.RetentionMonths);

    /// <returns>How many people were erased.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        List<CampaignRow> closed = await db.Campaigns.AsNoTracking().Where(c => c.ClosesAt < now).ToListAsync(cancellationToken);
        List<Guid> over = [.. closed.Where(c => CampaignService.StartOf(ErasedOn(c), TimeZoneInfo.FindSystemTimeZoneById(c.TimeZone)) <= now).Select(c => c.Id)];
        if (over.Count == 0)
        {
            return 0;
        }

        List<Guid> people = await db.Candidates
            .Where(p => p.ErasedAt == null && db.Invitations.Any(i => i.CandidateId == p.Id)
                && !db.Invitations.Any(i => i.CandidateId == p.Id && !over.Contains(i.CampaignId)))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (Guid person in people)
        {
            await EraseAsync(person, now, cancellationToken);
        }

        return people.Count;
    }

    private async Task EraseAsync(Guid person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        IQueryable<Guid> invitations = db.Invitations.Where(i => i.CandidateId == person).Select(i => i.Id);
        IQueryable<Guid> messages = db.Messages.Where(m => invitations.Contains(m.InvitationId)).Select(m => m.Id);
        IQueryable<Guid> attempts = db.Attempts.Where(a => invitations.Contains(a.InvitationId)).Select(a => a.Id);
        IQueryable<Guid> runs = db.ScoreRuns.Where(r => attempts.Contains(r.AttemptId)).Select(r => r.Id);
        await db.KeptMessages.Where(k => messages.Contains(k.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => runs.Contains(r.ScoreRunId)).ExecuteDeleteAsync(cancellationToken);
        await db.InvitationLinks.Where(l => invitations.Contains(l.InvitationId)).ExecuteDeleteAsync(cancellationToken);
        string nobody = $"ERASED-{person:N}";
        await db.Candidates.Where(c => c.Id == person).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Name, "").SetProperty(c => c.Email, "").SetProperty(c => c.NormalizedEmail, nobody).SetProperty(c => c.ErasedAt, now),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
