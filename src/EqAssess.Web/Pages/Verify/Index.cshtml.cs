using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Verify;

/// <summary>Anybody who holds a report on paper can check it here. The page says no name, no campaign and no score.</summary>
public sealed class IndexModel(ReportSeals seals, CandidateWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public SealCheck? Check { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        words.Culture = Languages.AskedFor(Request);
        Check = string.IsNullOrWhiteSpace(Code) ? null : await seals.CheckAsync(Code, cancellationToken);
    }
}
