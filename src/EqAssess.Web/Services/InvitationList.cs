using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The invitations of a campaign, found and counted by the database, a page at a time. How far people are, and never when or for how long.</summary>
public sealed class InvitationList(EqAssessDb db)
{
    public const int PageSize = 50;

    /// <param name="words">Part of a name or an address; empty for everybody.</param>
    /// <param name="page">From 1; one that is too far is the last.</param>
    public async Task<InvitationsPage> PageAsync(Guid campaign, InvitationFilter filter, string? words, int page, CancellationToken cancellationToken)
    {
        IQueryable<InvitationRow> found = Filtered(campaign, filter);
        var people = from invitation in found join candidate in db.Candidates on invitation.CandidateId equals candidate.Id select new { invitation, candidate };
        string wanted = (words ?? "").Trim();
        if (wanted.Length > 0)
        {
            // SQLite knows the capitals of plain letters only, the others know all of them.
            (string all, string plain) = (wanted.ToUpperInvariant(), string.Concat(wanted.Select(c => char.IsAscii(c) ? char.ToUpperInvariant(c) : c)));
#pragma warning disable MA0011 // The databases turn letters into capitals; only this overload is translated.
            people = people.Where(p => p.candidate.Name.Contains(wanted) || p.candidate.Name.ToUpper().Contains(all) || p.candidate.Name.ToUpper().Contains(plain)
                || p.candidate.NormalizedEmail.Contains(all));
#pragma warning restore MA0011
        }

        int count = await people.CountAsync(cancellationToken);
        int last = Math.Max(1, (count + PageSize - 1) / PageSize);
        int shown = Math.Clamp(page, 1, last);
        List<Guid> ids = await people.OrderBy(p => p.invitation.Simulated).ThenBy(p => p.candidate.Name).ThenBy(p => p.invitation.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize).Select(p => p.invitation.Id).ToListAsync(cancellationToken);
        return new InvitationsPage(await RowsAsync(ids, cancellationToken), count, shown, last);
    }

    /// <summary>How many open invitations have a last message that was refused or is uncertain.</summary>
    public Task<int> UndeliveredAsync(Guid campaign, CancellationToken cancellationToken) =>
        Filtered(campaign, InvitationFilter.Undelivered).CountAsync(cancellationToken);

    private IQueryable<InvitationRow> Filtered(Guid campaign, InvitationFilter filter)
    {
        IQueryable<InvitationRow> all = db.Invitations.Where(i => i.CampaignId == campaign);
        IQueryable<InvitationRow> open = all.Where(i => i.RevokedAt == null && i.WithdrawnAt == null);
        return filter switch
        {
            InvitationFilter.Invited => open.Where(i => !db.Attempts.Any(a => a.InvitationId == i.Id)),
            InvitationFilter.UnderWay => open.Where(i => db.Attempts.Any(a => a.InvitationId == i.Id && a.ClosedAt == null)),
            InvitationFilter.Completed => open.Where(i => db.Attempts.Any(a => a.InvitationId == i.Id && a.ClosedAt != null)),
            InvitationFilter.TakenBack => all.Where(i => i.RevokedAt != null || i.WithdrawnAt != null),
            InvitationFilter.Undelivered => open.Where(i => !i.Simulated && !db.Attempts.Any(a => a.InvitationId == i.Id)
                && db.Messages.Any(m => m.InvitationId == i.Id && m.Kind == MessageKind.Invitation
                    && (m.State == MessageState.AddressRefused || m.State == MessageState.Refused || m.State == MessageState.Uncertain)
                    && !db.Messages.Any(later => later.InvitationId == i.Id && later.Kind == MessageKind.Invitation && later.Slot > m.Slot))),
            _ => all,
        };
    }

    private async Task<IReadOnlyList<InvitedPerson>> RowsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where ids.Contains(invitation.Id)
            select new
            {
                invitation,
                candidate.Name,
                candidate.Email,
                Last = db.Messages.Where(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Invitation).OrderByDescending(m => m.Slot).FirstOrDefault(),
                Reminders = db.Messages.Count(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.State == MessageState.Sent),
                Started = db.Attempts.Any(a => a.InvitationId == invitation.Id),
                Finished = db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null),
                Scored = db.ScoreRuns.Any(r => db.Attempts.Any(a => a.Id == r.AttemptId && a.InvitationId == invitation.Id)),
            }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. found.OrderBy(f => ids.IndexOf(f.invitation.Id)).Select(f => new InvitedPerson(
                f.invitation,
                f.Name,
                f.Email,
                f.Last,
                f.Reminders,
                f.Scored ? Progress.Scored : f.Finished ? Progress.BeingScored : f.Started ? Progress.Started : Progress.Invited)),
        ];
    }
}

/// <param name="Count">On all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Last">Number of the last page.</param>
public sealed record InvitationsPage(IReadOnlyList<InvitedPerson> Rows, int Count, int Page, int Last);

/// <param name="Message">The last invitation message; null before there is one.</param>
/// <param name="Reminders">That went out.</param>
public sealed record InvitedPerson(InvitationRow Invitation, string Name, string Email, MessageRow? Message, int Reminders, Progress Progress)
{
    /// <summary>Whether the hiring team may still do something for or with the invitation.</summary>
    public bool Open => Invitation is { RevokedAt: null, WithdrawnAt: null, Simulated: false } && Progress == Progress.Invited;
}

/// <summary>Part of the invitations.</summary>
public enum InvitationFilter
{
    All,
    Invited,
    UnderWay,
    Completed,
    Undelivered,
    TakenBack,
}
