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
    public Task<CampaignHead?> HeadAsync(Guid campaign, ClaimsPrincipal user, string tab, CancellationToken cancellationToken) =>
        HeadAsync(campaign, user, tab, row => overview.OfAsync(row, cancellationToken), cancellationToken);

    /// <summary>The same for a page that shows no counts.</summary>
    public Task<CampaignHead?> BriefHeadAsync(Guid campaign, ClaimsPrincipal user, string tab, CancellationToken cancellationToken) =>
        HeadAsync(campaign, user, tab, row => Task.FromResult(overview.Brief(row)), cancellationToken);

    private async Task<CampaignHead?> HeadAsync(
        Guid campaign, ClaimsPrincipal user, string tab, Func<CampaignRow, Task<CampaignSummary>> summarise, CancellationToken cancellationToken)
    {
        CampaignRow? row = await visible.Of(user).AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaign, cancellationToken);
        return row is null
            ? null
            : new CampaignHead(
                await summarise(row),
                (await plans.OfAsync(row, cancellationToken)).KeyStatus,
                (await authorization.AuthorizeAsync(user, Policies.EditCampaigns)).Succeeded,
                tab);
    }
}
