using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Home;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages;

/// <summary>What needs the reader now, by what they are here for, and the campaigns that run.</summary>
public sealed class OverviewModel(
    HomePage home, CampaignOverview overview, CampaignNeeds needs, CampaignVisibility visible, IAuthorizationService authorization, TimeProvider time) : PageModel
{
    private const int MostCampaigns = 6;

    public IReadOnlyList<HomeSection> Sections { get; private set; } = [];

    /// <summary>Those that are not over, the newest first.</summary>
    public IReadOnlyList<CampaignSummary> Campaigns { get; private set; } = [];

    /// <summary>Null for those who do not see campaigns.</summary>
    public CampaignCounts? Counts { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sections = await home.SectionsAsync(User, cancellationToken);
        if ((await authorization.AuthorizeAsync(User, Policies.Campaigns)).Succeeded)
        {
            DateTimeOffset now = time.Now;
            IQueryable<CampaignRow> own = visible.Of(User);
            Counts = await needs.CountsAsync(own, cancellationToken);
            Campaigns = await overview.ListAsync(own.Where(c => c.ClosesAt > now), MostCampaigns, cancellationToken);
        }
    }
}
