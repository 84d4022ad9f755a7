using System.ComponentModel.DataAnnotations;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Where a candidate asks for an adjustment, sees what became of it, and takes it back.</summary>
public sealed class AdjustmentsModel(StartService start, AdjustmentRequests requests, CandidateWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    [BindProperty]
    public List<Wish> Wishes { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AccommodationRequest> Requests { get; private set; } = [];

    public IReadOnlyList<string> Has { get; private set; } = [];

    /// <summary>What the scenarios of the form warn of, each once.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Null where nothing is to be mended.</summary>
    public string? Problem { get; private set; }

    public bool MayAsk => Linked.MayAskForAdjustments && !Requests.Any(r => r.State == RequestState.Open);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Back();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Back();
        }

        Problem = ProblemOf();
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (await requests.AskAsync(Linked, Wishes, Text, cancellationToken))
        {
            return Here();
        }

        Problem = words["Adjust.Problem.TooLate"];
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync([FromForm] Guid request, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Back();
        }

        await requests.TakeBackAsync(Linked, request);
        return Here();
    }

    private string? ProblemOf() =>
        Wishes.Count == 0 || Wishes.Exists(w => !Enum.IsDefined(w)) ? words["Adjust.Problem.Nothing"]
        : Text?.Length > AdjustmentRequests.LongestText ? words["Adjust.Problem.TooLong", AdjustmentRequests.LongestText]
        : string.IsNullOrWhiteSpace(Text) && (Wishes.Contains(Wish.Other) || Wishes.Contains(Wish.Scenario)) ? words["Adjust.Problem.Say"]
        : null;

    private RedirectResult Back() => Redirect($"/t/{Uri.EscapeDataString(Token)}");

    private RedirectResult Here() => Redirect($"/t/{Uri.EscapeDataString(Token)}/adjustments");

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await start.FindAsync(Token, cancellationToken) is not { } linked || linked.State is LinkState.Revoked or LinkState.Finished or LinkState.Withdrawn)
        {
            return false;
        }

        words.Culture = Languages.CultureOf(linked.Form.Language);
        Linked = linked;
        Requests = await requests.OfAsync(linked.Invitation.Id, cancellationToken);
        Has = AdjustmentWords.Lines(words, linked.Granted, linked.Form);
        Notes = [.. linked.Form.Items.Select(i => i.Content.ContentNote).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        return true;
    }
}
