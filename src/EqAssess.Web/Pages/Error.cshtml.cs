using System.Diagnostics;
using System.Globalization;
using EqAssess.Web.Rendering;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages;

/// <summary>The page for what went wrong; scripts get problem details instead (RFC 9457).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(StaffWords words) : PageModel
{
    private static readonly int[] Worded = [400, 403, 404, 409, 429, 500, 503];

    /// <summary>From the address alone: binding fails where the body of the request was what could not be read.</summary>
    public int Status => Convert.ToInt32(RouteData.Values["status"], CultureInfo.InvariantCulture);

    /// <summary>The status, or the nearest that has words of its own.</summary>
    public int Known => Worded.Contains(Status) ? Status : Status >= 500 ? 500 : 400;

    /// <summary>The status as it was, words or none: a script acts on it.</summary>
    private int Answered => Status is >= 400 and < 600 ? Status : StatusCodes.Status404NotFound;

    /// <summary>The id under which the log holds the failure.</summary>
    public string Reference => Activity.Current?.TraceId.ToHexString()[..12] ?? HttpContext.TraceIdentifier;

    /// <summary>Whether a page failed that anybody may open, without a test of theirs.</summary>
    public bool IsOfAnybody => WayBack == "/receipts";

    /// <summary>Where the page of a candidate failed, the way back into the test or to that page; null on every other page.</summary>
    public string? WayBack => FailedPath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["take", ..] => "/take",
        ["t", string token, ..] => $"/t/{Uri.EscapeDataString(token)}",
        ["receipts", ..] => "/receipts",
        _ => null,
    };

    private string FailedPath =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";

    /// <summary>Whatever the method of the request that failed.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => context.Result = Answer();

    private IActionResult Answer()
    {
        Response.StatusCode = Answered;
        return Request.Headers.Accept.Any(a => a?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
            ? new ObjectResult(new ProblemDetails { Status = Answered, Title = words[$"Error.{Known}.Title"] }) { StatusCode = Answered, ContentTypes = { "application/problem+json" } }
            : Page();
    }
}
