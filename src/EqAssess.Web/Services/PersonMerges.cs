using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Joins people who are known twice, under two addresses. The rows stay apart and point to one of them, so that joining can be undone; the rule
/// of one attempt and the statistics of first attempts see one person.
/// </summary>
public sealed class PersonMerges(EqAssessDb db, AuditService audit)
{
    /// <param name="kept">Whom the other one is merged into.</param>
    /// <param name="address">Of the other one.</param>
    public async Task<MergeOutcome> MergeAsync(Guid kept, string? address, Guid? by, CancellationToken cancellationToken)
    {
        CandidateRow into = await db.Candidates.AsNoTracking().SingleAsync(c => c.Id == kept, cancellationToken);
        string normalized = MailAddresses.Normalize(address);
        CandidateRow? other = await db.Candidates.SingleOrDefaultAsync(c => c.NormalizedEmail == normalized && c.ErasedAt == null, cancellationToken);
        MergeOutcome? refusal = other is null ? MergeOutcome.Unknown
            : other.Id == kept ? MergeOutcome.Same
            : into.ErasedAt is not null || into.Simulated || other.Simulated ? MergeOutcome.NotReal
            : other.MergedIntoId is not null || into.MergedIntoId is not null ? MergeOutcome.MergedAlready
            : await db.Candidates.AnyAsync(c => c.MergedIntoId == other.Id, cancellationToken) ? MergeOutcome.HasOthers
            : null;
        if (refusal is not null)
        {
            return refusal.Value;
        }

        other!.MergedIntoId = kept;
        await db.SaveChangesAsync(CancellationToken.None);
        await audit.NoteAsync(by, AuditService.PeopleMerged, other.Id);
        return MergeOutcome.Merged;
    }

    /// <summary>Makes somebody who was merged a person of their own again.</summary>
    public async Task UndoAsync(Guid person, Guid? by)
    {
        if (await db.Candidates.Where(c => c.Id == person && c.MergedIntoId != null).ExecuteUpdateAsync(s => s.SetProperty(c => c.MergedIntoId, (Guid?)null)) > 0)
        {
            await audit.NoteAsync(by, AuditService.MergeUndone, person);
        }
    }
}

/// <summary>What became of merging two people. Worded in StaffWords.</summary>
public enum MergeOutcome
{
    Merged,
    Unknown,
    Same,

    /// <summary>Erased, or made up by the demonstration.</summary>
    NotReal,
    MergedAlready,

    /// <summary>Others were merged into that one: it has to be done from there.</summary>
    HasOthers,
}
