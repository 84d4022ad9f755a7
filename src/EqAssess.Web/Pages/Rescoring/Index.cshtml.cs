using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Rescoring;

/// <summary>How a campaign is scored, what was proposed in its place, and a new proposal.</summary>
public sealed class IndexModel(
    CampaignVisibility visible, CampaignPlans plans, RescoringPlans making, Rescorings rescorings, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public MissingRule Missing { get; set; }

    [BindProperty]
    public List<Guid> Drop { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public ScoringPlan Plan { get; private set; } = null!;

    public RescoringChoices Choices { get; private set; } = null!;

    public IReadOnlyList<RescoringRow> Proposals { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool MayPropose { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (Key, Missing) = (Plan.KeyVersionId, Plan.Missing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var wish = new RescoringWish(Key, string.IsNullOrEmpty(Method) ? null : Method, Missing, Drop);
        RescoringProposed proposed = await rescorings.ProposeAsync(Campaign, wish, Reason, User.StaffId()!.Value, cancellationToken);
        if (proposed.Rescoring is Guid rescoring)
        {
            return Redirect($"/campaigns/{Id}/rescoring/{rescoring}");
        }

        Problems =
        [
            .. proposed.Problems.Select(p => new FieldProblem(p == RescoringProblem.NoReason ? "reason" : "key", words[$"RescoringProblem.{p}", Rescorings.ShortestReason, Rescorings.LongestReason])),
            .. proposed.Reasons.Select(r => new FieldProblem("key", words["Rescoring.NoPlan", r])),
        ];
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = campaign;
        Plan = await plans.OfAsync(campaign, cancellationToken);
        Choices = await making.ChoicesAsync(campaign, Plan, cancellationToken);
        Proposals = await rescorings.OfAsync(Id, cancellationToken);
        MayPropose = (await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded;
        return true;
    }
}
