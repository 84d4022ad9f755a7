using EqAssess.Data.Databases;
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
public sealed class ItemModel(AttemptService attempts, TakePage take, StorageState storage, CandidateWords words) : PageModel
{
    /// <summary>From 1; none: where the candidate left off.</summary>
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public RunningAttempt Running { get; private set; } = null!;

    public TakeBar Bar { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public Guid Writer { get; private set; } = Guid.CreateVersion7();

    public string? Refusal { get; private set; }

    public string RefusalTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (!attempt.Open)
        {
            return Redirect("/take/done");
        }

        Number ??= attempt.Place;
        return Number < 1 || Number > attempt.Form.Items.Count ? NotFound() : await ShowAsync(attempt, campaign, null);
    }

    /// <summary>Saves what the form holds and goes on: the way without a script, and every Next and Back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? go, CancellationToken cancellationToken)
    {
        if (await PostedForm.ReadAsync(Request) is not { } answer)
        {
            return BadRequest();
        }

        if (StorageGuard.IsUnsettled(HttpContext))
        {
            return await ShowUnsavedAsync(answer, cancellationToken);
        }

        AttemptOutcome outcome;
        try
        {
            outcome = await attempts.AnswerAsync(CandidateSession.AttemptOf(User), answer);
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure))
        {
            storage.Failed(failure);
            return await ShowUnsavedAsync(answer, cancellationToken);
        }

        if (outcome is not AttemptOutcome.Refused refused || refused.Reason == RefusalReason.NothingChosen)
        {
            return Redirect(NextPlace(go, outcome.Attempt));
        }

        switch (refused.Reason)
        {
            case RefusalReason.TimeIsUp or RefusalReason.AlreadyClosed:
                return Redirect("/take/done");
            case RefusalReason.PageIsBehind or RefusalReason.SameOptionTwice
                when refused.Attempt.Form.ItemVersions.ElementAtOrDefault((Number ?? 0) - 1) == answer.Item:
                (_, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
                Refusal = words[$"Refused.{refused.Reason}.Form"];
                RefusalTitle = words[$"Refused.{refused.Reason}.Title"];
                Response.StatusCode = refused.Reason == RefusalReason.PageIsBehind ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
                return await ShowAsync(refused.Attempt, campaign, answer);
            default:
                return BadRequest();
        }
    }

    /// <summary>Saves one choice for the page's script; refusals come as problem details (RFC 9457).</summary>
    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (await PostedForm.ReadAsync(Request) is not { } answer)
        {
            return Problem(RefusalReason.InvalidResponse, StatusCodes.Status400BadRequest);
        }

        AttemptOutcome outcome = await attempts.AnswerAsync(CandidateSession.AttemptOf(User), answer);
        return outcome is AttemptOutcome.Refused refused
            ? Problem(refused.Reason, StatusOf(refused.Reason))
            : new JsonResult(new
            {
                sequence = outcome.Attempt.Log.LastSequence,
                secondsLeft = outcome.Attempt.SecondsLeft,
                complete = outcome.Attempt.CompleteItems,
            });
    }

    /// <summary>Shows the item, with the choices of a refused post on top of what the server holds. A refused post writes nothing.</summary>
    private async Task<IActionResult> ShowAsync(RunningAttempt attempt, CampaignRow campaign, PostedAnswer? kept)
    {
        int number = Number ?? 1;
        var place = attempt.Form.Items[number - 1];
        AttemptOutcome? shown = kept is null ? await attempts.PresentAsync(CandidateSession.AttemptOf(User), place.Version, Writer) : null;
        if (shown is AttemptOutcome.Refused || (!attempt.Open && Response.StatusCode != StatusCodes.Status503ServiceUnavailable))
        {
            return Redirect("/take/done");
        }

        Running = shown?.Attempt ?? attempt;
        string? response = Running.ResponseTo(place.Version);
        View = new ItemView(place.Shown, kept is null ? response : KeptChoices.Over(place.Content, response, kept.Choices), ItemUse.Live, Running.Form.Language);
        Bar = new TakeBar(Running, words["Take.Where", number, attempt.Form.Items.Count], take.DeadlineOf(Running, campaign));
        return Page();
    }

    /// <summary>The same page with the choices that could not be saved: pressing Next again sends them.</summary>
    private async Task<IActionResult> ShowUnsavedAsync(PostedAnswer answer, CancellationToken cancellationToken)
    {
        (RunningAttempt attempt, CampaignRow campaign) = await take.LoadAsync(HttpContext, cancellationToken);
        if (attempt.Form.ItemVersions.ElementAtOrDefault((Number ?? 0) - 1) != answer.Item)
        {
            return BadRequest();
        }

        Refusal = words["Refused.Unsaved.Form"];
        RefusalTitle = words["Refused.Unsaved.Title"];
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = StorageGuard.RetryAfter;
        return await ShowAsync(attempt, campaign, answer);
    }

    private string NextPlace(string? go, RunningAttempt attempt) => go switch
    {
        "review" => "/take/review",
        "back" => $"/take/{Math.Max(1, (Number ?? 1) - 1)}",
        _ when Number >= attempt.Form.Items.Count => "/take/review",
        _ => $"/take/{(Number ?? 0) + 1}",
    };

    private static int StatusOf(RefusalReason reason) => reason switch
    {
        RefusalReason.PageIsBehind => StatusCodes.Status409Conflict,
        RefusalReason.TimeIsUp or RefusalReason.AlreadyClosed => StatusCodes.Status410Gone,
        _ => StatusCodes.Status400BadRequest,
    };

    private ObjectResult Problem(RefusalReason reason, int status)
    {
        var problem = new ProblemDetails
        {
            Status = status, Type = $"urn:eqassess:{reason}", Title = words["Refused.Title"], Detail = words[$"Refused.{reason}"],
        };
        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
