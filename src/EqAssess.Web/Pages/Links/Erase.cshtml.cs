using System.ComponentModel.DataAnnotations;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Links;

/// <summary>Erases the candidate at once where nothing is in the way, and otherwise asks a person to decide. They type their address to confirm.</summary>
public sealed class EraseModel(EqAssessDb db, LinkPage link, ErasureService erasure, CandidateRequests requests) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    /// <summary>Whether nobody has to decide.</summary>
    public bool AtOnce { get; private set; }

    public bool WrongAddress { get; private set; }

    public bool Done { get; private set; }

    [TempData(Key = "CandidateSaid")]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect(LinkPage.AddressOf(Token));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        Guid candidate = Linked.Invitation.CandidateId;
        string address = MailAddresses.Normalize(Address);
        WrongAddress = !await db.Candidates.AnyAsync(c => c.Id == candidate && c.NormalizedEmail == address, cancellationToken);
        if (WrongAddress)
        {
            return Page();
        }

        Done = AtOnce && await erasure.EraseAsync(candidate, actor: null, CancellationToken.None);
        if (Done)
        {
            return Page();
        }

        await requests.AskAsync(Linked.Invitation.Id, Linked.Campaign, CandidateRequestKind.Erasure, text: null);
        Said = "Erasure";
        return Redirect(LinkPage.AddressOf(Token, "data"));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { } linked)
        {
            return false;
        }

        Linked = linked;
        AtOnce = await erasure.MayEraseThemselvesAsync(linked.Invitation.CandidateId, cancellationToken);
        return true;
    }
}
