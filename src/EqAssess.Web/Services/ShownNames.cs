using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Under which name candidates stand in hiring views, papers and exports. The rule is in this one place.</summary>
public sealed class ShownNames(EqAssessDb db)
{
    /// <param name="staff">Who reads; null for a job.</param>
    /// <returns>By invitation; empty text for somebody who was erased.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(
        CampaignRow campaign, IReadOnlyCollection<Guid> invitations, Guid? staff, CancellationToken cancellationToken)
    {
        _ = staff;
        return await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign.Id && invitations.Contains(invitation.Id)
            select new { invitation.Id, candidate.Name }).ToDictionaryAsync(f => f.Id, f => f.Name, cancellationToken);
    }
}
