using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Who sees a campaign. Whoever may see it reads this page; owners and HR admins change it.</summary>
public sealed class ShareModel(CampaignVisibility visible, CampaignSharing sharing, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Colleague { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public bool MayShare { get; private set; }

    public IReadOnlyList<Colleague> With { get; private set; } = [];

    public IReadOnlyList<Colleague> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        With = await sharing.WithAsync(Id, cancellationToken);
        Others = await sharing.OthersAsync(Id, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken) =>
        ActAsync(async () => words[await sharing.AddAsync(Id, Colleague, User.StaffId(), cancellationToken) ? "Share.Added" : "Share.NotAdded"], cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        ActAsync(async () => words[await sharing.RemoveAsync(Id, Colleague) ? "Share.Removed" : "Share.LastOwner"], cancellationToken);

    public Task<IActionResult> OnPostOwnerAsync(CancellationToken cancellationToken) => ActAsync(
        async () =>
        {
            await sharing.MakeOwnerAsync(Id, Colleague);
            return words["Share.MadeOwner"];
        },
        cancellationToken);

    public Task<IActionResult> OnPostAllAsync([FromForm] bool all, CancellationToken cancellationToken) => ActAsync(
        async () =>
        {
            await sharing.ShareWithAllAsync(Id, all);
            return words[all ? "Share.WithAll" : "Share.NotWithAll"];
        },
        cancellationToken);

    private async Task<IActionResult> ActAsync(Func<Task<string>> act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!MayShare)
        {
            Said = words["Share.NotOwner"];
            return Redirect($"/campaigns/{Id}/share");
        }

        Said = await act();
        await audit.NoteAsync(User.StaffId(), AuditService.CampaignShared, Id);

        // Whoever took their own access away does not see this page any more.
        return Redirect(await visible.SeesAsync(User, Id, cancellationToken) ? $"/campaigns/{Id}/share" : "/campaigns");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = campaign;
        MayShare = await sharing.MayShareAsync(User, Id, cancellationToken);
        return true;
    }
}
