using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Sets or lifts the legal hold of a campaign.</summary>
public sealed class HoldModel(EqAssessDb db, HoldService holds, StaffWords words) : PageModel
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
        await ActAsync(reason, text => holds.SetAsync(HoldOn.TheCampaign(Id), text, User.StaffId()!.Value), words["Hold.Set.Done"], cancellationToken);

    public async Task<IActionResult> OnPostLiftAsync([FromForm] string? reason, CancellationToken cancellationToken) =>
        await ActAsync(reason, text => holds.LiftAsync(HoldOn.TheCampaign(Id), text, User.StaffId()!.Value), words["Hold.Lift.Done"], cancellationToken);

    private async Task<IActionResult> ActAsync(string? reason, Func<string, Task> act, string said, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (HoldsView.ProblemOf(reason, words) is { } problem)
        {
            Problems = [problem];
            return Page();
        }

        await act(reason!.Trim());
        Said = said;
        return Redirect($"/campaigns/{Id}/hold");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = campaign;
        Holds = new HoldsView($"/campaigns/{Id}/hold", campaign.HeldSince is not null, await holds.OfAsync(HoldOn.TheCampaign(Id), cancellationToken));
        return true;
    }
}
