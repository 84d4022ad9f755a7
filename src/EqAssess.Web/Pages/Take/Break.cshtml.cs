using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>Stops the clock between scenarios, and goes on. What was seen before is locked; no scenario is on the screen meanwhile.</summary>
public sealed class BreakModel(AttemptService attempts, TakePage take) : PageModel
{
    public RunningAttempt Running { get; private set; } = null!;

    public CampaignRow Campaign { get; private set; } = null!;

    /// <summary>What can be taken; nothing while a break runs.</summary>
    public BreakOffer Offer { get; private set; } = BreakOffer.None;

    /// <summary>Scenarios that can still be answered when the break is over.</summary>
    public int Ahead { get; private set; }

    public bool Over => Running.Break is { } running && Running.Now >= running.Until;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Running, Campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (!Running.Open)
        {
            return Redirect("/take/done");
        }

        Offer = BreakOffer.Of(Running, Campaign);
        if (Running.Break is null && !Offer.Any)
        {
            return Redirect("/take");
        }

        if (Running.Break is { } running && !Over)
        {
            // The page says that the clock stands still: it comes again when that is no longer so, with or without a script.
            Response.Headers["Refresh"] = ((int)Math.Ceiling((running.Until - Running.Now).TotalSeconds) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var state = (AttemptState.InProgress)Running.State;
        Ahead = Running.Form.ItemVersions.Count(i => !state.PresentedItems.Contains(i));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] Guid entry, CancellationToken cancellationToken)
    {
        if (entry == Guid.Empty)
        {
            return BadRequest();
        }

        Guid attempt = CandidateSession.AttemptOf(User);
        switch (act)
        {
            case "rest":
                await attempts.StartBreakAsync(attempt, pause: null, entry, Guid.CreateVersion7());
                return Redirect("/take/break");
            case "pause" when (await take.LoadAsync(HttpContext, cancellationToken)).Campaign.AllowsPause:
                await attempts.StartBreakAsync(attempt, AttemptRules.PauseLength, entry, Guid.CreateVersion7());
                return Redirect("/take/break");
            case "go-on":
                await attempts.EndBreakAsync(attempt, entry, Guid.CreateVersion7());
                return Redirect("/take");
            default:
                return BadRequest();
        }
    }
}
