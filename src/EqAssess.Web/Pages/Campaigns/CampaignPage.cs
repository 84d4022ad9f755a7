using System.Security.Claims;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>What the pages of one campaign have in common.</summary>
public sealed class CampaignPage(EqAssessDb db, CampaignOverview overview, ScoringService scoring, IAuthorizationService authorization)
{
    /// <returns>Null when there is no such campaign.</returns>
    public async Task<CampaignHead?> HeadAsync(Guid campaign, ClaimsPrincipal user, string tab, CancellationToken cancellationToken)
    {
        CampaignRow? row = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaign, cancellationToken);
        return row is null
            ? null
            : new CampaignHead(
                await overview.OfAsync(row, cancellationToken),
                (await scoring.CurrentPlanAsync(row.FormVersionId, cancellationToken)).KeyStatus,
                (await authorization.AuthorizeAsync(user, Policies.EditCampaigns)).Succeeded,
                tab);
    }
}
