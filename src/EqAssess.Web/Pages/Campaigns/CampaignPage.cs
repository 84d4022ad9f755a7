using System.Security.Claims;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>What the pages of one campaign have in common.</summary>
public sealed class CampaignPage(CampaignVisibility visible, CampaignOverview overview, CampaignPlans plans, IAuthorizationService authorization)
{
    /// <returns>Null when there is no such campaign, or none that this person may see.</returns>
    public async Task<CampaignHead?> HeadAsync(Guid campaign, ClaimsPrincipal user, string tab, CancellationToken cancellationToken)
    {
        CampaignRow? row = await visible.Of(user).AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaign, cancellationToken);
        return row is null
            ? null
            : new CampaignHead(
                await overview.OfAsync(row, cancellationToken),
                (await plans.OfAsync(row, cancellationToken)).KeyStatus,
                (await authorization.AuthorizeAsync(user, Policies.EditCampaigns)).Succeeded,
                tab);
    }
}
