using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>The server's clock for the page's script: the countdown on the screen is decoration.</summary>
public sealed class ClockModel(AttemptService attempts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        RunningAttempt attempt = await attempts.LookAsync(CandidateSession.AttemptOf(User), cancellationToken);
        return new JsonResult(new
        {
            open = attempt.Open, secondsLeft = attempt.SecondsLeft, onBreak = attempt.OnBreak, added = attempt.AddedSeconds,
        });
    }
}
