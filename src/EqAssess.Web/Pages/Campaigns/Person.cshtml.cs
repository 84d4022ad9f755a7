using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>One invitation: its messages, more time to start, another address.</summary>
public sealed class PersonModel(
    EqAssessDb db, CampaignVisibility visible, InvitationChanges changes, InvitationService invitations, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Invitation { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public InvitationRow Row { get; private set; } = null!;

    public CandidateRow Person { get; private set; } = null!;

    /// <summary>Newest first: invitations and reminders. A receipt would tell when a test ended, and other messages what somebody asked for.</summary>
    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>Whether something can still be changed: not started, not taken back, not withdrawn.</summary>
    public bool Open { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (Until, Address) = (CampaignDays.LastOf(Row.ExtendedUntil ?? Campaign.ClosesAt, Campaign), Person.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await invitations.ResendAsync(Invitation);
        return Done(words["Campaign.Resent"]);
    }

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        ExtensionOutcome outcome = Until is DateOnly day ? await changes.ExtendAsync(Invitation, day, cancellationToken) : ExtensionOutcome.BadDay;
        if (outcome != ExtensionOutcome.Extended)
        {
            Problems = [new FieldProblem("until", words[$"Extend.{outcome}"])];
            return Page();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.InvitationExtended, Invitation);
        return Done(words["Extend.Extended", Until!.Value.ToString("D", words.Culture)]);
    }

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        CorrectionOutcome outcome = await changes.CorrectAsync(Invitation, Address, User.IsInRole(Roles.HrAdmin), cancellationToken);
        if (outcome != CorrectionOutcome.Corrected)
        {
            Problems = [new FieldProblem("address", words[$"Correct.{outcome}"])];
            return Page();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.AddressCorrected, Invitation);
        return Done(words["Correct.Corrected"]);
    }

    private RedirectResult Done(string said)
    {
        Said = said;
        return Redirect($"/campaigns/{Id}/people/{Invitation}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign
            || await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Invitation && i.CampaignId == Id, cancellationToken) is not { } row)
        {
            return false;
        }

        (Campaign, Row) = (campaign, row);
        Person = await db.Candidates.AsNoTracking().SingleAsync(c => c.Id == row.CandidateId, cancellationToken);
        Messages = await db.Messages.AsNoTracking().Where(m => m.InvitationId == Invitation && (m.Kind == MessageKind.Invitation || m.Kind == MessageKind.Reminder))
            .OrderByDescending(m => m.CreatedAt).ToListAsync(cancellationToken);
        Open = row is { RevokedAt: null, WithdrawnAt: null, Simulated: false } && Person.ErasedAt is null
            && !await db.Attempts.AnyAsync(a => a.InvitationId == Invitation, cancellationToken);
        return true;
    }
}
