using EqAssess.Web.Composition;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>A person's adjustments: granted without a request, also while a test runs.</summary>
public sealed class PersonModel(AccommodationDesk desk, AdjustmentGrants grants, AuditService audit, StaffWords words) : PageModel
{
    [FromRoute(Name = "person")]
    public Guid Id { get; set; }

    [BindProperty]
    public GrantForm Grant { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public PersonCase Case { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.PersonViewed, Id);
        Grant = GrantForm.Of(Case.Granted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || User.StaffId() is not Guid officer)
        {
            return NotFound();
        }

        if (Grant.Read([.. Case.Scenarios.Select(s => s.Id)]) is not Accommodation granted)
        {
            return Refuse(new FieldProblem("percent", words["Grant.Problem.Range"]));
        }

        switch (await grants.GrantAsync(Id, granted, officer, cancellationToken))
        {
            case GrantOutcome.NoEquivalent missing:
                return Refuse(new FieldProblem("grant-spared", words["Grant.NoEquivalent", string.Join(", ", missing.Scenarios)]));
            case GrantOutcome.Done done:
                Said = GrantWords.Of(words, words["Grant.Saved", Case.Person.Name], done);
                break;
        }

        return Redirect($"/accommodations/people/{Id}");
    }

    private PageResult Refuse(FieldProblem problem)
    {
        Problems = [problem];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await desk.PersonAsync(Id, cancellationToken) is not { } person)
        {
            return false;
        }

        Case = person;
        return true;
    }
}
