using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>Where a test ends, handed in or timed out. It also opens while a test still runs, and then leads back to it.</summary>
public sealed class DoneModel(TakePage take) : PageModel
{
    public FinishedView View { get; private set; } = null!;

    public RunningAttempt Attempt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (attempt.Open)
        {
            return Redirect("/take");
        }

        Attempt = attempt;
        View = FinishedView.Of(attempt, campaign);
        return Page();
    }
}
