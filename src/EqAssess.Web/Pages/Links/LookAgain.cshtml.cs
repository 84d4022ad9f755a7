using System.ComponentModel.DataAnnotations;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Links;

/// <summary>Asks that a person looks at the result again.</summary>
public sealed class LookAgainModel(LinkPage link, CandidateRequests requests, IOptions<CandidateOptions> options) : PageModel
{
    /// <summary>Characters.</summary>
    public const int LongestText = 4000;

    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether a request waits already: a second one would reach nobody.</summary>
    public bool Waiting { get; private set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    /// <summary><c>NoText</c> or <c>TooLong</c>; null where there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Working days until the answer is due.</summary>
    public int Days => options.Value.LookAgainDays;

    [TempData(Key = "CandidateSaid")]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect(LinkPage.AddressOf(Token));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        if (Waiting)
        {
            return Page();
        }

        string text = (Text ?? "").Trim();
        Problem = text.Length == 0 ? "NoText" : text.Length > LongestText ? "TooLong" : null;
        if (Problem is not null)
        {
            return Page();
        }

        await requests.AskAsync(Linked.Invitation.Id, Linked.Campaign, CandidateRequestKind.LookAgain, text);
        Said = "LookAgain";
        return Redirect(LinkPage.AddressOf(Token, "data"));
    }

    /// <summary>Before the end of the test there is no result to look at.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { State: LinkState.Finished } linked)
        {
            return false;
        }

        Linked = linked;
        Waiting = (await requests.OfAsync(linked.Invitation.Id, cancellationToken)).Any(r => r.Kind == CandidateRequestKind.LookAgain && r.State == RequestState.Open);
        return true;
    }
}
