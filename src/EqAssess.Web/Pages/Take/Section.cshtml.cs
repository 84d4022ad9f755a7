using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>Between two sections: what is left behind, and what comes. Only the button enters.</summary>
public sealed class SectionModel(AttemptService attempts, TakePage take) : PageModel
{
    public RunningAttempt Running { get; private set; } = null!;

    public CampaignRow Campaign { get; private set; } = null!;

    /// <summary>From 0.</summary>
    public int Next { get; private set; }

    public FormSection Coming => Running.Form.Sections[Next];

    /// <summary>Scenarios of the section that is left with choices missing.</summary>
    public int Incomplete { get; private set; }

    /// <summary>Whether the section that is left can still be worked on.</summary>
    public bool CanGoBack => Running.Place is not null;

    /// <summary>Whole minutes of the coming section's own limit, with what was granted; null for none.</summary>
    public int? Minutes => Coming.Limit is TimeSpan limit && Running.State is AttemptState.InProgress { Granted: { OpenUntil: null } granted }
        ? (int)Math.Ceiling(granted.Of(limit).TotalMinutes)
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Running, Campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (!Running.Open)
        {
            return Redirect("/take/done");
        }

        if (Running.Break is not null || Running.NextSection is not int next)
        {
            return Redirect("/take");
        }

        Next = next;
        Incomplete = Running.Form.Items.Count(i => Running.SectionOf(i.Version) == Running.Section && !Running.IsComplete(i.Version));
        return Page();
    }

    /// <param name="section">From 0, as the page showed it: pressed twice, it enters one section and not the one after.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] int section, CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, _) = await take.LoadAsync(HttpContext, cancellationToken);
        if (attempt.Open && attempt.NextSection == section)
        {
            Guid first = attempt.Form.ItemVersions[attempt.Form.Sections.Take(section).Sum(s => s.Items)];
            await attempts.PresentAsync(CandidateSession.AttemptOf(User), first, Guid.CreateVersion7());
        }

        return Redirect("/take");
    }
}
