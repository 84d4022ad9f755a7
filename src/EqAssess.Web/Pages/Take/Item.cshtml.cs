using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Take;

/// <summary>One scenario of a running test: shows it, saves every choice, moves on.</summary>
public sealed class ItemModel(AttemptService attempts, TypedAnswers typed, TakePage take, StorageState storage, CandidateWords words) : PageModel
{
    /// <summary>From 1; none: where the candidate left off.</summary>
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public RunningAttempt Running { get; private set; } = null!;

    public TakeBar Bar { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public Guid Writer { get; private set; } = Guid.CreateVersion7();

    public BreakOffer Breaks { get; private set; } = BreakOffer.None;

    /// <summary>Whether the scenario before can be gone back to.</summary>
    public bool CanGoBack => Number > 1 && Running.IsHere(Running.Form.ItemVersions[Number.Value - 2]);

    public string? Refusal { get; private set; }

    public string RefusalTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (!attempt.Open)
        {
            return Redirect("/take/done");
        }

        Number ??= attempt.Place ?? 0;
        if (Number < 0 || Number > attempt.Form.Items.Count)
        {
            return NotFound();
        }

        return Number > 0 && attempt.IsHere(attempt.Form.ItemVersions[Number.Value - 1])
            ? await ShowAsync(attempt, campaign, null)
            : Redirect(WayOn(attempt));
    }

    /// <summary>Saves what the form holds and goes on: the way without a script, and every Next and Back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? go, CancellationToken cancellationToken)
    {
        if (await PostedForm.ReadAsync(Request) is not { } answer)
        {
            return BadRequest();
        }

        if (SettledFirst.IsMissing(HttpContext))
        {
            return await ShowAgainAsync(answer, "NotSaved", StatusCodes.Status503ServiceUnavailable, cancellationToken);
        }

        try
        {
            return await SaveAsync(answer, go, cancellationToken);
        }
        catch (NotSavedException failure)
        {
            storage.Failed(failure);
            return await ShowAgainAsync(answer, "NotSaved", StatusCodes.Status503ServiceUnavailable, cancellationToken);
        }
    }

    private async Task<IActionResult> SaveAsync(PostedAnswer answer, string? go, CancellationToken cancellationToken)
    {
        AttemptOutcome outcome = await typed.AnswerAsync(CandidateSession.AttemptOf(User), answer);
        if (outcome is not AttemptOutcome.Refused refused || refused.Reason == RefusalReason.NothingChosen)
        {
            return Redirect(NextPlace(go, outcome.Attempt));
        }

        switch (refused.Reason)
        {
            case RefusalReason.TimeIsUp or RefusalReason.AlreadyClosed:
                return Redirect("/take/done");
            case RefusalReason.OnBreak or RefusalReason.ItemLocked or RefusalReason.SectionIsOver:
                return Redirect($"{WayOn(refused.Attempt)}?said={refused.Reason}");
            case RefusalReason.PageIsBehind:
                return await ShowAgainAsync(answer, nameof(RefusalReason.PageIsBehind), StatusCodes.Status409Conflict, cancellationToken);
            case RefusalReason.SameOptionTwice:
                return await ShowAgainAsync(answer, nameof(RefusalReason.SameOptionTwice), StatusCodes.Status422UnprocessableEntity, cancellationToken);
            default:
                return BadRequest();
        }
    }

    /// <summary>The page of a post that was not saved, with its choices on it and what to do about it.</summary>
    private async Task<IActionResult> ShowAgainAsync(PostedAnswer answer, string reason, int status, CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (attempt.Form.ItemVersions.ElementAtOrDefault((Number ?? 0) - 1) != answer.Item)
        {
            return BadRequest();
        }

        Refusal = words[$"Refused.{reason}.Form"];
        RefusalTitle = words[$"Refused.{reason}.Title"];
        Response.StatusCode = status;
        return await ShowAsync(attempt, campaign, answer);
    }

    /// <summary>Shows the item, with the choices of a refused post on top of what the server holds. A refused post writes nothing.</summary>
    private async Task<IActionResult> ShowAsync(RunningAttempt attempt, CampaignRow campaign, PostedAnswer? kept)
    {
        int number = Number ?? 1;
        var place = attempt.Form.Items[number - 1];
        AttemptOutcome? shown = kept is null ? await attempts.PresentAsync(CandidateSession.AttemptOf(User), place.Version, Writer) : null;
        if (shown is AttemptOutcome.Refused || (!attempt.Open && !SettledFirst.IsMissing(HttpContext)))
        {
            return Redirect("/take/done");
        }

        Running = shown?.Attempt ?? attempt;
        string? response = Running.ResponseTo(place.Version);
        View = new ItemView(place.Shown, kept is null || Running.Typed ? response : KeptChoices.Over(place.Content, response, kept.Choices), ItemUse.Live, Running.Form.Language)
        {
            Typed = Running.Typed, Written = Running.Typed ? kept?.Text ?? await typed.TextAsync(Running.Log.Attempt, place.Version, CancellationToken.None) : null,
        };
        Bar = new TakeBar(Running, Where(number), take.DeadlineOf(Running, campaign)) { Writer = Writer };
        Breaks = BreakOffer.Of(Running, campaign);
        return Page();
    }

    private string Where(int number) => Running.Section is int section
        ? words["Take.Where.Section", number, Running.Form.Items.Count, section + 1, Running.Form.Sections[section].Title]
        : words["Take.Where", number, Running.Form.Items.Count];

    /// <summary>Where somebody goes on who cannot see the scenario that they asked for.</summary>
    private static string WayOn(RunningAttempt attempt) =>
        attempt.Break is not null ? "/take/break"
        : attempt.Place is int place ? $"/take/{place}"
        : attempt.NextSection is not null ? "/take/section"
        : "/take/review";

    private string NextPlace(string? go, RunningAttempt attempt)
    {
        int number = Math.Max(0, Number ?? 0);
        bool lastHere = number >= attempt.Form.Items.Count || !attempt.IsHere(attempt.Form.ItemVersions[number]);
        return go switch
        {
            "review" => "/take/review",
            "break" => "/take/break",
            "back" => $"/take/{Math.Max(1, number - 1)}",
            _ when lastHere => attempt.NextSection is null ? "/take/review" : "/take/section",
            _ => $"/take/{number + 1}",
        };
    }
}
