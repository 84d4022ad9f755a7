using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Receipts;

/// <summary>Anybody who was shown a receipt can have it checked here. It says no name, no campaign and no answer.</summary>
public sealed class IndexModel(ReceiptService receipts, CandidateWords words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Digest { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public ReceiptCheck? Check { get; private set; }

    public void OnGet() => words.Culture = Languages.AskedFor(Request);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        words.Culture = Languages.AskedFor(Request);
        Check = await receipts.CheckAsync(Code, Digest, cancellationToken);
    }
}
