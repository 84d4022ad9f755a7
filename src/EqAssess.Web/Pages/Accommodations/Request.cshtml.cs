using EqAssess.Web.Composition;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>One request: what is asked for, and the decision.</summary>
public sealed class RequestModel(AccommodationDesk desk, AdjustmentDecisions decisions, AuditService audit, StaffWords words) : PageModel
{
    [FromRoute(Name = "request")]
    public Guid Id { get; set; }

    [BindProperty]
    public RequestState? Decision { get; set; }

    [BindProperty]
    public GrantForm Grant { get; set; } = new();

    [BindProperty]
    public string? Answer { get; set; }

    [TempData]
    public string? Said { get; set; }

    public RequestCase Case { get; private set; } = null!;

    public PersonCase Person { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public static IReadOnlyList<RequestState> Decisions { get; } = [RequestState.Granted, RequestState.GrantedInPart, RequestState.Refused];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.CaseViewed, Case.Request.Id);
        Grant = GrantForm.Of(Person.Granted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || User.StaffId() is not Guid officer)
        {
            return NotFound();
        }

        Accommodation? granted = Grant.Read([.. Person.Scenarios.Select(s => s.Id)]);
        Problems = [.. ProblemsOf(granted)];
        if (Problems.Count > 0 || Decision is not RequestState decision)
        {
            return Refuse();
        }

        switch (await decisions.DecideAsync(Id, decision, decision == RequestState.Refused ? null : granted, Answer, officer))
        {
            case GrantOutcome.NoEquivalent missing:
                Problems = [new FieldProblem("grant-spared", words["Grant.NoEquivalent", string.Join(", ", missing.Scenarios)])];
                return Refuse();
            case GrantOutcome.NotOpen:
                Said = words["Request.NotOpen"];
                break;
            case GrantOutcome.Done done:
                Said = GrantWords.Of(words, words["Request.Decided", Case.Name], done);
                break;
        }

        return Redirect("/accommodations");
    }

    private IEnumerable<FieldProblem> ProblemsOf(Accommodation? granted)
    {
        if (Decision is not RequestState decision || !Decisions.Contains(decision))
        {
            yield return new FieldProblem("decision", words["Request.Problem.Decision"]);
            yield break;
        }

        if (decision != RequestState.Refused && granted is null)
        {
            yield return new FieldProblem("percent", words["Grant.Problem.Range"]);
        }

        if (Answer?.Length > AdjustmentRequests.LongestText)
        {
            yield return new FieldProblem("answer", words["Field.TooLong", AdjustmentRequests.LongestText]);
        }

        if (string.IsNullOrWhiteSpace(Answer) && (decision != RequestState.Granted || granted?.IsNothing == true))
        {
            yield return new FieldProblem("answer", words["Request.Problem.Answer"]);
        }
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await desk.CaseAsync(Id, cancellationToken) is not { } about || await desk.PersonAsync(about.Candidate, cancellationToken) is not { } person)
        {
            return false;
        }

        (Case, Person) = (about, person);
        return true;
    }
}
