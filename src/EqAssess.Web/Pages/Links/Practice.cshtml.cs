using EqAssess.Domain.Banks;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>A scenario to try the page with. Nothing of it is stored.</summary>
public sealed class PracticeModel(StartService start, CandidateWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    public required string Token { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public bool Finished { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect($"/t/{Uri.EscapeDataString(Token)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Finished = await LoadAsync(cancellationToken);
        return Finished ? Page() : Redirect($"/t/{Uri.EscapeDataString(Token)}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await start.FindAsync(Token, cancellationToken) is not { State: LinkState.Ready or LinkState.NotYetOpen } linked || linked.Form.Practice.Count == 0)
        {
            return false;
        }

        words.Culture = Languages.CultureOf(linked.Form.Language);
        Linked = linked;
        View = new ItemView(linked.Form.Practice[0].Content, null, ItemUse.Practice);
        return true;
    }
}
