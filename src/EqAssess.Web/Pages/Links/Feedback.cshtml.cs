using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Banks;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Feedback in words on the domains, where the campaign gives it: no numbers, no scenario, no reply.</summary>
public sealed class FeedbackModel(LinkPage link, FeedbackService feedback, FeedbackPapers papers, ReportService reports, SupersededScores superseded, CandidateWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    /// <summary>Null while the test is being scored.</summary>
    public CandidateFeedback? Feedback { get; private set; }

    /// <summary>When people put the campaign on another key or plan; null where they never did.</summary>
    public DateTimeOffset? RescoredOn { get; private set; }

    /// <summary>How far its PDF is: <c>None</c>, <c>Waiting</c>, <c>Failed</c> or <c>Ready</c>.</summary>
    public string Stage { get; private set; } = "None";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not Guid attempt)
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        Feedback = await feedback.OfAsync(attempt, cancellationToken);
        RescoredOn = (await superseded.LastOfAsync(Linked.Campaign.Id, cancellationToken))?.On;
        Stage = ReportState.StageOf((await papers.OfAsync(Linked, attempt, cancellationToken))?.State);
        return Page();
    }

    /// <summary>Asks for the PDF.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is Guid attempt && await papers.OfAsync(Linked, attempt, cancellationToken) is { } paper)
        {
            await reports.RequestAsync(paper.ScoreRun, paper.Document, paper.Canonical, cancellationToken);
            return Redirect(LinkPage.AddressOf(Token, "feedback"));
        }

        return Redirect(LinkPage.AddressOf(Token));
    }

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is Guid attempt
        && await papers.OfAsync(Linked, attempt, cancellationToken) is { State: { DrawnAt: not null } state }
        && await reports.PdfAsync(state.Id, cancellationToken) is { } file
            ? File(file, "application/pdf", $"{FileNames.Of(words["Feedback.Title"], "feedback")}.pdf")
            : Redirect(LinkPage.AddressOf(Token));

    /// <returns>The attempt; null where this link gives no feedback.</returns>
    private async Task<Guid?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { State: LinkState.Finished, Campaign.GivesFeedback: true, Attempt: Guid attempt } linked)
        {
            return null;
        }

        Linked = linked;
        return attempt;
    }

    /// <summary>Which next step is named: that of the domain, or <c>other</c> for one that a bank has made up.</summary>
    public static string StepOf(string domain) => Constructs.DomainCodes.Contains(domain) ? domain : "other";
}
