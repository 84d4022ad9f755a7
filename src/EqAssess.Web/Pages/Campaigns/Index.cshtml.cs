using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>The campaigns that the reader may see, newest first.</summary>
public sealed class IndexModel(CampaignOverview overview, CampaignVisibility visible, IAuthorizationService authorization) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<CampaignSummary> Campaigns { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Campaigns = await overview.ListAsync(visible.Of(User), Most, cancellationToken);
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded;
    }
}
