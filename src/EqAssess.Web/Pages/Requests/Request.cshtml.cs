using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Requests;

/// <summary>One request: the case, and the answer that the candidate gets.</summary>
public sealed class RequestModel(EqAssessDb db, CandidateRequests requests, AuditService audit, StaffWords words) : PageModel
{
    /// <summary>Characters.</summary>
    public const int LongestAnswer = 4000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RequestState? Outcome { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public QueuedRequest Found { get; private set; } = null!;

    /// <summary>Score runs of the application, newest first; none once the candidate has withdrawn.</summary>
    public IReadOnlyList<Guid> Runs { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool MayErase => User.IsInRole(Roles.HrAdmin);

    /// <summary>An erasure is granted by erasing, on the page of the person: what can be answered here is why not.</summary>
    public IReadOnlyList<RequestState> Outcomes =>
        Found.Request.Kind == CandidateRequestKind.Erasure ? [RequestState.Refused] : [RequestState.Done, RequestState.Granted];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.CaseViewed, Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        string answer = (Answer ?? "").Trim();
        Problems =
        [
            .. Outcome is RequestState outcome && Outcomes.Contains(outcome) ? [] : new[] { new FieldProblem("outcome", words["Request.NoOutcome"]) },
            .. answer.Length is > 0 and <= LongestAnswer ? [] : new[] { new FieldProblem("answer", words["Request.NoAnswer", LongestAnswer]) },
        ];
        if (Problems.Count > 0)
        {
            return Page();
        }

        await requests.AnswerAsync(Id, Outcome!.Value, answer, User.StaffId()!.Value);
        return Redirect("/requests");
    }

    public string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Found.Campaign.TimeZone)).ToString("g", words.Culture);

    /// <summary>The last part of the key of an outcome's text.</summary>
    public static string KeyOf(CandidateRequest request, RequestState outcome) => $"{request.Kind}.{outcome}";

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(Id, cancellationToken) is not { } found)
        {
            return false;
        }

        Found = found;
        Runs = found.Invitation.WithdrawnAt is not null ? [] : await (
            from run in db.Shown()
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            where attempt.InvitationId == found.Invitation.Id
            orderby run.ScoredAt descending
            select run.Id).ToListAsync(cancellationToken);
        return true;
    }
}
