using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Validity;

/// <summary>Forms, and how many people of whom it is known how they did at work.</summary>
public sealed class IndexModel(ValidityTables tables) : PageModel
{
    public IReadOnlyList<ValidityForm> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Forms = await tables.FormsAsync(cancellationToken);
}
