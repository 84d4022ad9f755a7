using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
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
    InvitationService invitations,
    AuditService audit,
    IAuthorizationService authorization,
    StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public string FormTitle { get; private set; } = "";

    /// <summary>Whether the reader's roles open the form, whose time limit recruiters do not see.</summary>
    public bool MayOpenForm { get; private set; }

    /// <summary>Whether the reader sets legal holds, and erases people.</summary>
    public bool MayHold { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

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
        Rows = await RowsAsync(cancellationToken);
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

    private async Task<IActionResult> ActAsync(Guid invitation, Func<Task<string>> act)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded)
        {
            return Forbid();
        }

        if (!await visible.SeesAsync(User, Id, HttpContext.RequestAborted) || !await db.Invitations.AnyAsync(i => i.Id == invitation && i.CampaignId == Id))
        {
            return NotFound();
        }

        Said = await act();
        return Redirect($"/campaigns/{Id}");
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == Id
            orderby invitation.Simulated, candidate.Name
            select new
            {
                invitation.Id,
                candidate.Name,
                candidate.Email,
                invitation.Simulated,
                Revoked = invitation.RevokedAt != null,
                Candidate = candidate.Id,
                Withdrew = invitation.WithdrawnAt != null,
                Message = db.Messages.Where(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Invitation)
                    .OrderByDescending(m => m.Slot).Select(m => (MessageState?)m.State).FirstOrDefault(),
                Reminders = db.Messages.Count(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.State == MessageState.Sent),
                Started = db.Attempts.Any(a => a.InvitationId == invitation.Id),
                Finished = db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null),
                Scored = db.ScoreRuns.Any(r => db.Attempts.Any(a => a.Id == r.AttemptId && a.InvitationId == invitation.Id)),
            }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. found.Select(f => new Row(
                f.Id,
                f.Name,
                f.Email,
                f.Simulated,
                f.Revoked,
                f.Message,
                f.Reminders,
                f.Scored ? Progress.Scored : f.Finished ? Progress.BeingScored : f.Started ? Progress.Started : Progress.Invited)
            {
                Candidate = f.Candidate,
                Withdrew = f.Withdrew,
            }),
        ];
    }

    /// <param name="Message">State of the last invitation message; null before there is one.</param>
    public sealed record Row(
        Guid Invitation, string Name, string Email, bool Simulated, bool Revoked, MessageState? Message, int Reminders, Progress Progress)
    {
        public required Guid Candidate { get; init; }

        public required bool Withdrew { get; init; }
    }
}
