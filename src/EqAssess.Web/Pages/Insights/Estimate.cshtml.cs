using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Planning values beside what attempts say, and the decision to put one in the place of the other.</summary>
public sealed class EstimateModel(
    InsightPage page, InsightService insights, EstimateService estimates, AuditService audit, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    [TempData]
    public bool? Accepted { get; set; }

    public InsightForm Head { get; private set; } = null!;

    /// <summary>Null before the first.</summary>
    public DrawnInsight? Drawn { get; private set; }

    /// <summary>95 % limits of the newest estimate; null without one.</summary>
    public (Estimate Lower, Estimate Upper)? Limits { get; private set; }

    public EstimateOffer Offer { get; private set; } = null!;

    public bool MayAccept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await page.FormAsync(Form, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        Drawn = await insights.NewestAsync(InsightScope.OfForm(Form), cancellationToken);
        Limits = Drawn is null ? null : InsightJson.ReadInsight(Drawn.Row.Content).Reliability?.Limits;
        Offer = await estimates.OfferAsync(Form, Drawn, cancellationToken);
        MayAccept = (await authorization.AuthorizeAsync(User, Policies.AcceptEstimates)).Succeeded;
        return Page();
    }

    /// <param name="insight">The statistics whose numbers stood on the page.</param>
    public async Task<IActionResult> OnPostAsync(Guid insight, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.AcceptEstimates)).Succeeded)
        {
            return Forbid();
        }

        if (await insights.FindAsync(insight, cancellationToken) is not { } drawn || drawn.Request.FormVersionId != Form)
        {
            return NotFound();
        }

        Guid? plan = await estimates.AcceptAsync(drawn, cancellationToken);
        if (plan is Guid made)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.EstimateAccepted, made);
        }

        Accepted = plan is not null;
        return Redirect($"/insights/forms/{Form}/estimate");
    }
}
