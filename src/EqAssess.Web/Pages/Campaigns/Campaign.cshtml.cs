using EqAssess.Data;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>A campaign with its invitations. It shows how far people are, and never when or for how long.</summary>
public sealed class CampaignModel(
    EqAssessDb db,
    CampaignPage campaigns,
    CampaignVisibility visible,
    InvitationList list,
    InvitationService invitations,
    AuditService audit,
    IAuthorizationService authorization,
    StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public InvitationFilter Show { get; set; }

    /// <summary>Part of a name or an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [TempData]
    public string? Said { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public string FormTitle { get; private set; } = "";

    /// <summary>Whether the reader's roles open the form, whose time limit recruiters do not see.</summary>
    public bool MayOpenForm { get; private set; }

    /// <summary>Whether the reader sets legal holds, and erases people.</summary>
    public bool MayHold { get; private set; }

    public InvitationsPage People { get; private set; } = null!;

    public int Undelivered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.HeadAsync(Id, User, "invitations", cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        MayOpenForm = (await authorization.AuthorizeAsync(User, Policies.Banks)).Succeeded;
        MayHold = (await authorization.AuthorizeAsync(User, Policies.People)).Succeeded;
        FormTitle = await db.FormVersions.Where(f => f.Id == head.Summary.Row.FormVersionId).Select(f => f.Title).SingleAsync(cancellationToken);
        People = await list.PageAsync(Id, Show, Find, Number, cancellationToken);
        Undelivered = await list.UndeliveredAsync(Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostResendAsync([FromForm] Guid invitation) =>
        await ActAsync(invitation, async () =>
        {
            await invitations.ResendAsync(invitation);
            return words["Campaign.Resent"];
        });

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid invitation) =>
        await ActAsync(invitation, async () =>
        {
            if (!await invitations.RevokeAsync(invitation))
            {
                return words["Campaign.NotRevoked"];
            }

            await audit.NoteAsync(User.StaffId(), AuditService.InvitationRevoked, invitation);
            return words["Campaign.Revoked"];
        });

    public async Task<IActionResult> OnPostResendUndeliveredAsync(CancellationToken cancellationToken) =>
        await ActAsync(null, async () => words["Campaign.ResentAll", await invitations.ResendUndeliveredAsync(Id, cancellationToken)]);

    /// <summary>The address of another page of the list, with the same filter and search.</summary>
    public string AddressOf(int page) => $"/campaigns/{Id}?show={Show}&find={Uri.EscapeDataString(Find ?? "")}&p={page}#inv";

    /// <param name="invitation">Null for all of them.</param>
    private async Task<IActionResult> ActAsync(Guid? invitation, Func<Task<string>> act)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded)
        {
            return Forbid();
        }

        if (!await visible.SeesAsync(User, Id, HttpContext.RequestAborted)
            || (invitation is not null && !await db.Invitations.AnyAsync(i => i.Id == invitation && i.CampaignId == Id)))
        {
            return NotFound();
        }

        Said = await act();
        return Redirect(AddressOf(Number));
    }
}
