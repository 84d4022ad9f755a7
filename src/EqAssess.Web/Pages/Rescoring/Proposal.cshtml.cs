using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Rescoring;

/// <summary>One proposal: what it changes, what that would do, and a second person's answer.</summary>
public sealed class ProposalModel(
    CampaignVisibility visible, RescoringView view, Rescorings rescorings, RescoringDecisions decisions, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Rescoring { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Number of the preview that the page showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public RescoringFound Found { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool MayDecide { get; private set; }

    /// <summary>Whether the reader proposed it, and so cannot approve it.</summary>
    public bool IsOwn => Found.Row.ProposedBy == User.StaffId();

    public bool IsOpen => Found.Row.State == RescoringState.Proposed;

    public int Last => Math.Max(1, (Found.OtherCount + RescoringView.PageSize - 1) / RescoringView.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.RescoringViewed, Rescoring);
        if (Found.Decided.Count + Found.Others.Count > 0)
        {
            // Candidates are told who saw their scores.
            await audit.NoteAsync(User.StaffId(), AuditService.ResultsViewed, Id);
        }

        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) =>
        DecideAsync(staff => decisions.ApproveAsync(Rescoring, Seen, Remark, staff, cancellationToken), "Approved", cancellationToken);

    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellationToken) =>
        DecideAsync(staff => decisions.RejectAsync(Rescoring, Remark, staff), "Rejected", cancellationToken);

    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await rescorings.LookAgainAsync(Rescoring, cancellationToken);
        return Redirect($"/campaigns/{Id}/rescoring/{Rescoring}");
    }

    public string AddressOf(int page) => $"/campaigns/{Id}/rescoring/{Rescoring}?p={page}";

    /// <summary>A score with its 95 % interval, or a dash.</summary>
    public string Score(double? percent, ScoringPlan plan)
    {
        if (percent is not double score)
        {
            return words["Rescoring.NotScored"];
        }

        ScaleStatistics total = Found.TotalOf(plan);
        (double lower, double upper) = ErrorOfMeasurement.Interval95(score, ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability));
        return words["Rescoring.Score", score, Math.Max(0, lower), Math.Min(100, upper)];
    }

    public string Coefficient(double? value, int valid) =>
        value?.ToString("0.00", words.Culture) ?? (valid < RescoringPreviews.FewestForAlpha ? words["Rescoring.NotEnough", valid, RescoringPreviews.FewestForAlpha] : words["Rescoring.NotEstimable"]);

    private async Task<IActionResult> DecideAsync(Func<Guid, Task<RescoringAnswer>> decide, string done, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        RescoringAnswer answer = await decide(User.StaffId()!.Value);
        if (answer == RescoringAnswer.Done)
        {
            Said = words[$"Rescoring.{done}.Said"];
            return Redirect($"/campaigns/{Id}/rescoring/{Rescoring}");
        }

        await LoadAsync(cancellationToken);
        Problems = [new FieldProblem("remark", words[$"RescoringAnswer.{answer}", Rescorings.ShortestReason, Rescorings.LongestReason])];
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign
            || await view.FindAsync(campaign, Rescoring, Number, cancellationToken) is not { } found)
        {
            return false;
        }

        (Campaign, Found) = (campaign, found);
        MayDecide = (await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded;
        return true;
    }
}
