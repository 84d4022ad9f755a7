using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Links;

/// <summary>What a candidate's link opens. Reading it changes nothing; only the Start button does.</summary>
public sealed class IndexModel(
    StartService start,
    AttemptService attempts,
    ScoringService scoring,
    TakePage take,
    ReceiptService receipts,
    CandidateZones zones,
    CandidateWords words,
    IOptions<SiteOptions> site) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    /// <summary>Null for a link that leads nowhere.</summary>
    public LinkedInvitation? Linked { get; private set; }

    public FinishedView? Finished { get; private set; }

    public IHtmlContent? EndsAt { get; private set; }

    /// <summary>When the clock of somebody on a break runs again at the latest; null while it runs.</summary>
    public IHtmlContent? BreakUntil { get; private set; }

    public string Title { get; private set; } = "";

    public string Organisation => site.Value.Organisation;

    /// <summary>The zone that the person's device told before; null for none.</summary>
    public string? Zone { get; private set; }

    public KeyStatus KeyStatus { get; private set; }

    /// <summary>What the person was granted, as it changes this test.</summary>
    public IReadOnlyList<string> Has => AdjustmentWords.Lines(words, Linked!.Granted, Linked.Form);

    /// <summary>In their order, each with its own limit in whole minutes as this person has it; null for none. Empty for a form of one piece.</summary>
    public IReadOnlyList<(string Title, int Items, int? Minutes)> Sections =>
    [
        .. Linked!.Form.Sections.Select(s => (
            s.Title, s.Items, s.Limit is TimeSpan limit && !Linked.Granted.Untimed ? AdjustmentWords.Minutes(Linked.Granted, limit) : (int?)null)),
    ];

    /// <summary>The attempt whose unsaved texts this browser may go on keeping; a word that names none before the start and after handing in.</summary>
    public string Whose => Linked is { State: not LinkState.Withdrawn, Attempt: Guid attempt } && Finished?.HandedIn != true ? attempt.ToString("N") : "nobody";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Linked = await start.FindAsync(Token, cancellationToken);
        if (Linked is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            words.Culture = Languages.AskedFor(Request);
            Title = words["Link.Unknown.Title"];
            return Page();
        }

        words.Culture = Languages.CultureOf(Linked.Form.Language);
        if (Linked is { Attempt: Guid attempt, State: not LinkState.Withdrawn })
        {
            await ShowAttemptAsync(await attempts.LookAsync(attempt, cancellationToken), cancellationToken);
        }

        Zone = await zones.OfAsync(Linked.Invitation.CandidateId, cancellationToken);
        KeyStatus = (await scoring.CurrentPlanAsync(Linked.Form.Id, cancellationToken)).KeyStatus;
        Response.StatusCode = Linked.State switch
        {
            LinkState.Closed or LinkState.Revoked => StatusCodes.Status410Gone,
            _ => StatusCodes.Status200OK,
        };
        Title = Linked.State switch
        {
            LinkState.Ready => words["Link.Title"],
            LinkState.Finished => words["Link.Finished.Title"],
            var state => words[$"Link.{state}.Title"],
        };
        return Page();
    }

    /// <summary>Start, or continue on this device. However often it is pressed, there is one attempt.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        LinkedInvitation? linked = await start.FindAsync(Token, cancellationToken);
        Guid? attempt = linked is null ? null : await start.StartAsync(linked);
        if (attempt is null)
        {
            return Redirect($"/t/{Uri.EscapeDataString(Token)}");
        }

        await CandidateSession.OpenAsync(HttpContext, attempt.Value);
        return Redirect("/take");
    }

    /// <summary>The page's script tells the zone of the device, so that nobody is reminded at night.</summary>
    public async Task<IActionResult> OnPostZoneAsync([FromForm] string? zone, CancellationToken cancellationToken)
    {
        LinkedInvitation? linked = await start.FindAsync(Token, cancellationToken);
        if (linked is not null)
        {
            await zones.KeepAsync(linked.Invitation.CandidateId, zone);
        }

        return new NoContentResult();
    }

    private async Task ShowAttemptAsync(RunningAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Open)
        {
            EndsAt = take.DeadlineOf(attempt, Linked!.Campaign);
            BreakUntil = attempt.OnBreak ? words.ClockTime(attempt.Break!.Until, Linked.Campaign.TimeZone) : null;
            return;
        }

        Linked = Linked! with { State = LinkState.Finished };
        Finished = FinishedView.Of(attempt, Linked.Campaign) with { Token = Token, Receipt = await receipts.OfAsync(attempt.Log.Attempt, cancellationToken) };
    }
}
