using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Statistics of the people of one campaign, under the plan that it is pinned to.</summary>
public sealed class CampaignModel(InsightPage page, InsightService insights, CampaignVisibility visible, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Campaign { get; set; }

    [BindProperty(SupportsGet = true)]
    public InsightOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Flag { get; set; }

    public CampaignRow Row { get; private set; } = null!;

    public InsightForm Head { get; private set; } = null!;

    /// <summary>Null before they were worked out for the first time.</summary>
    public InsightView? View { get; private set; }

    public bool UnderWay { get; private set; }

    /// <summary>Attempts of real people that have ended.</summary>
    public int Closed { get; private set; }

    public bool MayAsk { get; private set; }

    private InsightScope Scope => InsightScope.OfCampaign(Row.FormVersionId, Campaign);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        View = await page.NewestAsync(Head, Scope, $"/insights/campaigns/{Campaign}", Order, Flag, cancellationToken);
        UnderWay = await insights.IsUnderWayAsync(Scope, cancellationToken);
        Closed = await insights.ClosedAsync(Scope, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await insights.AskAsync(Scope, User.StaffId(), cancellationToken);
        return Redirect($"/insights/campaigns/{Campaign}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Campaign, cancellationToken) is not { } row
            || await page.FormAsync(row.FormVersionId, cancellationToken) is not { } head)
        {
            return false;
        }

        (Row, Head) = (row, head);
        MayAsk = (await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded;
        return true;
    }
}
