using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>Requests that wait, the overdue ones first, and those that were decided.</summary>
public sealed class IndexModel(AccommodationDesk desk) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    /// <summary>A whole address to find a person by; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Email { get; set; }

    public IReadOnlyList<RequestCase> Open { get; private set; } = [];

    public IReadOnlyList<RequestCase> Done { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Email) && await desk.FindAsync(Email, cancellationToken) is Guid person)
        {
            return Redirect($"/accommodations/people/{person}");
        }

        Open = await desk.OpenAsync(cancellationToken);
        Done = await desk.DoneAsync(cancellationToken);
        return Page();
    }
}
