using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Erases who somebody was, once every campaign of theirs is past its retention and nothing is held (<see cref="PersonalRows"/>).</summary>
public sealed class RetentionService(EqAssessDb db, PersonalRows rows, TimeProvider time)
{
    /// <summary>The day on which names of a campaign are erased, in the campaign's zone.</summary>
    public static DateOnly ErasedOn(CampaignRow campaign) => campaign.ClosesOn.AddMonths(campaign.RetentionMonths);

    /// <summary>The rows alone: the files are overwritten by the sweep that follows (<see cref="ErasureService.SweepAsync"/>).</summary>
    /// <returns>How many people were erased.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        List<CampaignRow> closed = await db.Campaigns.AsNoTracking().Where(c => c.ClosesAt < now && c.HeldSince == null).ToListAsync(cancellationToken);
        List<Guid> over = [.. closed.Where(c => CampaignService.StartOf(ErasedOn(c), TimeZoneInfo.FindSystemTimeZoneById(c.TimeZone)) <= now).Select(c => c.Id)];
        if (over.Count == 0)
        {
            return 0;
        }

        List<Guid> people = await db.Candidates
            .Where(p => p.ErasedAt == null && p.HeldSince == null && db.Invitations.Any(i => i.CandidateId == p.Id)
                && !db.Invitations.Any(i => i.CandidateId == p.Id && !over.Contains(i.CampaignId)))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        int erased = 0;
        foreach (Guid person in people)
        {
            erased += await rows.RemoveAsync(person, actor: null, again: false, cancellationToken) ? 1 : 0;
        }

        return erased;
    }
}
