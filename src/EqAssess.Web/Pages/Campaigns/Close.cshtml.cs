using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Ends a campaign before its last day, after saying what that does.</summary>
public sealed class CloseModel(
    EqAssessDb db, CampaignVisibility visible, CampaignSettings settings, AuditService audit, StaffWords words, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public bool Closed => time.Now >= Campaign.ClosesAt;

    public int NotStarted { get; private set; }

    public int Running { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        IQueryable<InvitationRow> open = db.Invitations.Where(i => i.CampaignId == Id && i.RevokedAt == null && i.WithdrawnAt == null);
        NotStarted = await open.CountAsync(i => !db.Attempts.Any(a => a.InvitationId == i.Id), cancellationToken);
        Running = await open.CountAsync(i => db.Attempts.Any(a => a.InvitationId == i.Id && a.ClosedAt == null), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await settings.CloseAsync(Id, cancellationToken);
        await audit.NoteAsync(User.StaffId(), AuditService.CampaignClosed, Id);
        Said = words["Close.Done"];
        return Redirect($"/campaigns/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        CampaignRow? row = await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken);
        Campaign = row!;
        return row is not null;
    }
}
