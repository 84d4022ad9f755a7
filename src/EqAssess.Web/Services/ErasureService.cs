using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Rights;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Erases who somebody was (<see cref="PersonalRows"/>), unless something is held. The log, which names nobody, and the scores stay for item
/// statistics, and the audit log says that an erasure took place.
/// </summary>
public sealed class ErasureService(EqAssessDb db, Withdrawals withdrawals, PersonalRows rows, ErasedFiles files)
{
    /// <summary>Why nothing of this person may go now; null where nothing holds it.</summary>
    public async Task<ErasureHeld?> HeldBecauseAsync(Guid candidate, CancellationToken cancellationToken)
    {
        List<Guid> same = await SameAsync(candidate, cancellationToken);
        IQueryable<CampaignRow> campaigns = db.Campaigns.Where(c => db.Invitations.Any(i => same.Contains(i.CandidateId) && i.CampaignId == c.Id));
        return await db.Candidates.AnyAsync(c => same.Contains(c.Id) && c.HeldSince != null, cancellationToken) ? ErasureHeld.Person
            : await campaigns.AnyAsync(c => c.HeldSince != null, cancellationToken) ? ErasureHeld.Campaign
            : null;
    }

    /// <summary>Whether a candidate's wish needs nobody's decision: nothing is held, and no country obliges to keep the application.</summary>
    public async Task<bool> MayEraseThemselvesAsync(Guid candidate, CancellationToken cancellationToken)
    {
        List<Guid> same = await SameAsync(candidate, cancellationToken);
        List<string> countries = await db.Campaigns.Where(c => db.Invitations.Any(i => same.Contains(i.CandidateId) && i.CampaignId == c.Id))
            .Select(c => c.Country).ToListAsync(cancellationToken);
        return await HeldBecauseAsync(candidate, cancellationToken) is null && !countries.Exists(c => RecordRules.Of(c).MustKeep);
    }

    /// <summary>Erases one person, under every address that was joined to theirs, and overwrites what is left of them in the files of the database, at once or as soon as it disturbs nobody.</summary>
    /// <param name="actor">Staff member; null for the person, or the job.</param>
    /// <returns>False where a hold forbids it, or where they were erased before.</returns>
    public async Task<bool> EraseAsync(Guid candidate, Guid? actor, CancellationToken cancellationToken)
    {
        bool erased = false;
        foreach (Guid same in await SameAsync(candidate, cancellationToken))
        {
            erased |= await RemoveAsync(same, actor, again: false, cancellationToken);
        }

        if (erased)
        {
            await files.OverwriteAsync();
        }

        return erased;
    }

    /// <summary>The rows of one person: their own, and those that were joined to it.</summary>
    private async Task<List<Guid>> SameAsync(Guid candidate, CancellationToken cancellationToken)
    {
        Guid person = await db.Candidates.Where(c => c.Id == candidate).Select(c => c.MergedIntoId).SingleOrDefaultAsync(cancellationToken) ?? candidate;
        return await db.Candidates.Where(c => c.Id == person || c.MergedIntoId == person).Select(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// What came after an erasure goes too: a request that was under way may write what it had loaded before. Files that could not be
    /// overwritten, or not yet, are overwritten.
    /// </summary>
    /// <returns>How many people were erased again.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        int erased = 0;
        foreach (Guid candidate in await rows.LateAsync(cancellationToken))
        {
            erased += await RemoveAsync(candidate, actor: null, again: true, cancellationToken) ? 1 : 0;
        }

        await files.OverwriteAsync();
        return erased;
    }

    private async Task<bool> RemoveAsync(Guid candidate, Guid? actor, bool again, CancellationToken cancellationToken)
    {
        if (await HeldBecauseAsync(candidate, cancellationToken) is not null)
        {
            return false;
        }

        // A test that still runs would go on writing about somebody who is no longer there.
        await withdrawals.WithdrawEverywhereAsync(candidate);
        return await rows.RemoveAsync(candidate, actor, again, cancellationToken);
    }
}

/// <summary>What a legal hold is about.</summary>
public enum ErasureHeld
{
    Person,
    Campaign,
}
