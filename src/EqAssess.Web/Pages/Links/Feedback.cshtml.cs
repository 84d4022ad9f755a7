using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Banks;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Feedback in words on the domains, where the campaign gives it: no numbers, no scenario, no reply.</summary>
public sealed class FeedbackModel(LinkPage link, FeedbackService feedback) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    /// <summary>Null while the test is being scored.</summary>
    public CandidateFeedback? Feedback { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { State: LinkState.Finished, Campaign.GivesFeedback: true, Attempt: Guid attempt } linked)
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        Linked = linked;
        Feedback = await feedback.OfAsync(attempt, cancellationToken);
        return Page();
    }

    /// <summary>Which next step is named: that of the domain, or <c>other</c> for one that a bank has made up.</summary>
    public static string StepOf(string domain) => Constructs.DomainCodes.Contains(domain) ? domain : "other";
}
