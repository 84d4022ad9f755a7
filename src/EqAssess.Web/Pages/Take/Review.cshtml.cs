using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>The overview before handing in.</summary>
public sealed class ReviewModel(AttemptService attempts, TakePage take, CandidateWords words) : PageModel
{
    public RunningAttempt Running { get; private set; } = null!;

    public TakeBar Bar { get; private set; } = null!;

    /// <summary>From 1; null when every scenario is complete.</summary>
    public int? FirstIncomplete { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (!attempt.Open)
        {
            return Redirect("/take/done");
        }

        if (attempt.Break is not null)
        {
            return Redirect("/take/break");
        }

        Running = attempt;
        Bar = new TakeBar(attempt, words["Review.Where", attempt.Form.Items.Count], take.DeadlineOf(attempt, campaign));
        int index = attempt.Form.Items.ToList().FindIndex(i => attempt.IsHere(i.Version) && !attempt.IsComplete(i.Version));
        FirstIncomplete = index < 0 ? null : index + 1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid entry)
    {
        if (entry == Guid.Empty)
        {
            return BadRequest();
        }

        await attempts.SubmitAsync(CandidateSession.AttemptOf(User), entry, Guid.CreateVersion7());
        return Redirect("/take/done");
    }
}
