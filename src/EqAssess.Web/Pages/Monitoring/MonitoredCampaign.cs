using System.Security.Claims;
using EqAssess.Domain.Monitoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>What the pages about groups in one campaign begin with. Who looks is noted.</summary>
public sealed class MonitoredCampaign(CampaignPage campaigns, GroupCountLibrary counts, AuditService audit)
{
    /// <param name="act">As in <see cref="AuditService"/>.</param>
    /// <returns>Null when there is no such campaign.</returns>
    public async Task<CampaignCounts?> OpenAsync(Guid campaign, ClaimsPrincipal user, string act, CancellationToken cancellationToken)
    {
        if (await campaigns.BriefHeadAsync(campaign, user, "rates", cancellationToken) is not { } head)
        {
            return null;
        }

        await audit.NoteAsync(user.StaffId(), act, campaign);
        return new CampaignCounts(head, await counts.OfCampaignAsync(campaign, cancellationToken));
    }
}

/// <param name="Snapshot">Null before anybody was counted.</param>
public sealed record CampaignCounts(CampaignHead Head, SelectionSnapshot? Snapshot);
