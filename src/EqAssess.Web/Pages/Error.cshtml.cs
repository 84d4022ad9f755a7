using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages;

/// <summary>The page for what went wrong; scripts get problem details instead (RFC 9457).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Worded = [400, 403, 404, 409, 429, 500];

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>The status, or the nearest that has words of its own.</summary>
    public int Known => Worded.Contains(Status) ? Status : Status >= 500 ? 500 : 400;

    /// <summary>The id under which the log holds the failure.</summary>
    public string Reference => Activity.Current?.TraceId.ToHexString()[..12] ?? HttpContext.TraceIdentifier;

    public IActionResult OnGet() => Answer();

    public IActionResult OnPost() => Answer();

    private IActionResult Answer()
    {
        Response.StatusCode = Known;
        return Request.Headers.Accept.Any(a => a?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
            ? new ObjectResult(new ProblemDetails { Status = Known, Title = "The request was refused." }) { StatusCode = Known, ContentTypes = { "application/problem+json" } }
            : Page();
    }
}
