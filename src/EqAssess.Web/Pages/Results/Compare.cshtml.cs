using EqAssess.Domain.Banks;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>Two to eight people side by side. It puts nobody before anybody else.</summary>
public sealed class CompareModel(
    CampaignPage campaigns, ComparisonService comparisons, CaseService cases, CaseDesk desk, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "c")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public Comparison Found { get; private set; } = null!;

    public IReadOnlyList<BankDomain> Domains { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public ListAddress Address => new(Id, new ResultsQuery(), Chosen, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Once for each person: who was looked at can read who looked.
        await audit.NoteAsync(User.StaffId(), AuditService.ComparisonViewed, Found.Rows.Select(r => r.Invitation));
        return Page();
    }

    public async Task<IActionResult> OnPostNamesAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await desk.AskNamesAsync(Head.Summary.Row, [.. Found.Rows.Select(r => r.Invitation)], User.StaffId()!.Value, Why, cancellationToken))
        {
            Said = words["Names.Done"];
            return Redirect(Address.Compare());
        }

        Problems = [new FieldProblem("why", words["Names.NoReason", Identities.LongestReason])];
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.BriefHeadAsync(Id, User, "results", cancellationToken) is not { } head)
        {
            return false;
        }

        Head = head;
        Found = await comparisons.OfAsync(head.Summary.Row, Chosen, User.StaffId()!.Value, head.MayInvite, cancellationToken);
        Domains = await cases.DomainsAsync(head.Summary.Row, cancellationToken);
        return true;
    }
}
