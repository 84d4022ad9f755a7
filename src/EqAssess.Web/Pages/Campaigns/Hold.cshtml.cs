using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Sets or lifts the legal hold of a campaign.</summary>
public sealed class HoldModel(EqAssessDb db, HoldPart holds) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public HoldsView Holds { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostHoldAsync([FromForm] string? reason, CancellationToken cancellationToken) =>
        await PostAsync(lift: false, reason, cancellationToken);

    public async Task<IActionResult> OnPostLiftAsync([FromForm] string? reason, CancellationToken cancellationToken) =>
        await PostAsync(lift: true, reason, cancellationToken);

    private async Task<IActionResult> PostAsync(bool lift, string? reason, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (Problems, Said) = await holds.TakeAsync(HoldOn.TheCampaign(Id), lift, reason, User.StaffId()!.Value);
        return Problems.Count > 0 ? Page() : Redirect(Holds.Address);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = campaign;
        Holds = await holds.ViewAsync($"/campaigns/{Id}/hold", HoldOn.TheCampaign(Id), campaign.HeldSince is not null, cancellationToken);
        return true;
    }
}
