using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Links;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>Where a test ends, handed in or timed out. It also opens while a test still runs, and then leads back to it.</summary>
public sealed class DoneModel(TakePage take, ReceiptService receipts, StartService start) : PageModel
{
    /// <summary>Pages of the link that open from here.</summary>
    private static readonly string[] Doors = ["data", "feedback", "monitoring"];

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
        View = FinishedView.Of(attempt, campaign) with { Receipt = await receipts.OfAsync(attempt.Log.Attempt, cancellationToken) };
        return Page();
    }

    /// <summary>Whoever holds the session gets a link, and stands on the page of it that they asked for.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? door, CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, _) = await take.LoadAsync(HttpContext, cancellationToken);
        return attempt.Open || !Doors.Contains(door)
            ? Redirect("/take/done")
            : Redirect(LinkPage.AddressOf(await start.MintLinkAsync(attempt.Invitation), door!));
    }
}
