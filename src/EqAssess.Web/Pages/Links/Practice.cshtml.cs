using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Scenarios to try the page with, one for each format of the form. Nothing of them is stored.</summary>
public sealed class PracticeModel(StartService start, CandidateWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Step { get; set; } = 1;

    public LinkedInvitation Linked { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public bool Finished { get; private set; }

    public bool SameOptionTwice { get; private set; }

    public int Steps => Linked.Form.Practice.Count;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect($"/t/{Uri.EscapeDataString(Token)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Redirect($"/t/{Uri.EscapeDataString(Token)}");
        }

        if (!View.Typed && await ReadAsync() is ResponseReading.SameOptionTwice twice)
        {
            SameOptionTwice = true;
            View = View with { Response = twice.Shown };
            return Page();
        }

        Finished = Step == Steps;
        return Finished ? Page() : Redirect($"/t/{Uri.EscapeDataString(Token)}/practice?step={Step + 1}");
    }

    private async Task<ResponseReading> ReadAsync() => ResponseFormats.Get(View.Item.Format)
        .Read(View.Item, null, await PostedForm.ReadChoicesAsync(Request) ?? new Dictionary<string, string>(StringComparer.Ordinal));

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await start.FindAsync(Token, cancellationToken) is not { State: LinkState.Ready or LinkState.NotYetOpen or LinkState.Arranging } linked
            || Step < 1 || Step > linked.Form.Practice.Count)
        {
            return false;
        }

        words.Culture = Languages.CultureOf(linked.Form.Language);
        Linked = linked;
        View = new ItemView(linked.Form.Practice[Step - 1].Content, null, ItemUse.Practice, linked.Form.Language) { Typed = linked.Granted.Typed };
        return true;
    }
}
