using System.ComponentModel.DataAnnotations;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Judge;

/// <summary>What a judge's link opens. Reading it changes nothing; only the Continue button opens a session.</summary>
public sealed class LinkModel(JudgeService judges, PanelLibrary panels, IOptions<SiteOptions> site) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    /// <summary>Null for a link that leads nowhere.</summary>
    public PanelContent? Panel { get; private set; }

    public string Organisation => site.Value.Organisation;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Panel = await judges.FindAsync(Token, cancellationToken) is { } judge ? await panels.FindAsync(judge.PanelId, cancellationToken) : null;
        if (Panel is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await judges.FindAsync(Token, cancellationToken) is not { } judge)
        {
            return Redirect($"/j/{Uri.EscapeDataString(Token)}");
        }

        await JudgeSession.OpenAsync(HttpContext, judge.Id, judge.TokenHash);
        return Redirect("/judge");
    }
}
