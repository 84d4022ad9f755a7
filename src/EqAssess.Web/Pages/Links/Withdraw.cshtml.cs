using System.ComponentModel.DataAnnotations;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Withdrawing from a campaign, in two steps: a page that says what it means, and a box to tick.</summary>
public sealed class WithdrawModel(LinkPage link, Withdrawals withdrawals) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    public bool NotTicked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect(LinkPage.AddressOf(Token));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        if (!Sure)
        {
            NotTicked = true;
            return Page();
        }

        await withdrawals.WithdrawAsync(Linked.Invitation.Id);
        return Redirect(LinkPage.AddressOf(Token));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { State: not LinkState.Withdrawn } linked)
        {
            return false;
        }

        Linked = linked;
        return true;
    }
}
