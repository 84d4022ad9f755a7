using System.Security.Claims;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Which campaigns a member of staff sees: recruiters their own, those shared with them and those shared with all; the others every one.</summary>
public sealed class CampaignVisibility(EqAssessDb db)
{
    /// <summary>HR admins, psychologists and auditors answer for the whole, and see every campaign.</summary>
    public static bool SeesAll(ClaimsPrincipal user) =>
        user.IsInRole(Roles.HrAdmin) || user.IsInRole(Roles.Psychologist) || user.IsInRole(Roles.Auditor);

    public IQueryable<CampaignRow> Of(ClaimsPrincipal user)
    {
        if (SeesAll(user))
        {
            return db.Campaigns;
        }

        Guid? staff = user.StaffId();
        return db.Campaigns.Where(c => c.SharedWithAll || db.CampaignAccesses.Any(a => a.CampaignId == c.Id && a.StaffId == staff));
    }

    public Task<bool> SeesAsync(ClaimsPrincipal user, Guid campaign, CancellationToken cancellationToken) =>
        Of(user).AnyAsync(c => c.Id == campaign, cancellationToken);
}
