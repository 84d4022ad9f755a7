using System.Globalization;
using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EqAssess.Web.Pages.Take;

/// <summary>
/// Saves one choice for the page's script; refusals come as problem details (RFC 9457). What candidates' pages send most, so it is an
/// endpoint and no page: no model binding, no filters, no campaign. The form of the page saves without it.
/// </summary>
internal static class SaveChoice
{
    public const string Address = "/take/save";

    public static void MapSaveChoice(this IEndpointRouteBuilder app) =>
        app.Map(Address, ReceiveAsync).RequireAuthorization(Policies.Candidate).DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpContext http, KnownForms forms, TypedAnswers attempts, StorageState storage, CandidateWords words)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "POST";
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        IFormCollection? form = await PostedForm.FormAsync(http.Request);
        if (!await forms.IsValidAsync(http, form))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        return PostedForm.AnswerIn(form) is { } answer
            ? await SaveAsync(http, answer, attempts, storage, words)
            : Problem(words, nameof(RefusalReason.InvalidResponse), StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, PostedAnswer answer, TypedAnswers attempts, StorageState storage, CandidateWords words)
    {
        try
        {
            AttemptOutcome outcome = await attempts.AnswerAsync(CandidateSession.AttemptOf(http.User), answer);
            if (outcome is not AttemptOutcome.Refused refused)
            {
                return Saved((AttemptOutcome.Done)outcome);
            }

            words.Culture = Languages.CultureOf(outcome.Attempt.Form.Language);
            return Problem(words, $"{refused.Reason}", StatusOf(refused.Reason));
        }
        catch (NotSavedException failure)
        {
            storage.Failed(failure);
            http.Response.Headers.RetryAfter = Unavailable.RetryAfter;
            return Problem(words, "NotSaved", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static int StatusOf(RefusalReason reason) => reason switch
    {
        RefusalReason.PageIsBehind => StatusCodes.Status409Conflict,
        RefusalReason.OnBreak or RefusalReason.ItemLocked or RefusalReason.SectionIsOver => StatusCodes.Status423Locked,
        RefusalReason.TimeIsUp or RefusalReason.AlreadyClosed => StatusCodes.Status410Gone,
        _ => StatusCodes.Status400BadRequest,
    };

    private static IResult Problem(CandidateWords words, string reason, int status) =>
        TypedResults.Problem(words[$"Refused.{reason}"], statusCode: status, title: words["Refused.Title"], type: $"urn:eqassess:{reason}");

    /// <summary>
    /// Up to where the page knows the log from now on, its own entry; the seconds that are left, null when no clock runs; and how many
    /// scenarios have every choice made. Three numbers need no serializer.
    /// </summary>
    private static ContentHttpResult Saved(AttemptOutcome.Done done) => TypedResults.Text(
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"sequence":{{done.Sequence}},"secondsLeft":{{done.Attempt.SecondsLeft?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"complete":{{done.Attempt.CompleteItems}}}"""),
        "application/json");
}
