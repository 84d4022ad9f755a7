using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What staff decided, wrote and said about one application, for the person whom it is about.</summary>
public sealed class OwnCases(EqAssessDb db, BankLibrary banks)
{
    /// <summary>Oldest first.</summary>
    public async Task<OwnCase> OfAsync(Guid invitation, Guid form, CancellationToken cancellationToken)
    {
        var decisions = await (
            from entry in db.Decisions
            where entry.InvitationId == invitation
            from reason in db.DecisionReasons.Where(r => r.InvitationId == entry.InvitationId && r.Number == entry.Number).DefaultIfEmpty()
            orderby entry.Number
            select new { entry.DecidedAt, entry.Outcome, Reason = reason.Text }).AsNoTracking().ToListAsync(cancellationToken);
        List<OwnNote> notes = await db.CaseNotes.Where(n => n.InvitationId == invitation).OrderBy(n => n.WrittenAt)
            .Select(n => new OwnNote(n.WrittenAt, n.Text)).ToListAsync(cancellationToken);
        return new OwnCase(
            [.. decisions.Select(d => new OwnDecision(d.DecidedAt, d.Outcome.ToString(), d.Reason))], notes, await InterviewsAsync(invitation, form, cancellationToken));
    }

    private async Task<IReadOnlyList<OwnInterview>> InterviewsAsync(Guid invitation, Guid form, CancellationToken cancellationToken)
    {
        List<InterviewRow> interviews = await db.Interviews.AsNoTracking().Where(i => i.InvitationId == invitation && i.TookPart).OrderBy(i => i.GivenAt).ToListAsync(cancellationToken);
        if (interviews.Count == 0)
        {
            return [];
        }

        Guid bank = await db.FormVersions.Where(f => f.Id == form).Select(f => f.BankId).SingleAsync(cancellationToken);
        Dictionary<string, string> titles = (await banks.HeadAsync(bank, cancellationToken)).Domains.ToDictionary(d => d.Code, d => d.Title, StringComparer.Ordinal);
        ILookup<Guid, InterviewScore> scores = (await db.InterviewScores.AsNoTracking().Where(s => s.InvitationId == invitation).ToListAsync(cancellationToken))
            .ToLookup(s => s.StaffId);
        return [.. interviews.Select(i => new OwnInterview(i.GivenAt, scores[i.StaffId].ToDictionary(s => titles.GetValueOrDefault(s.Domain, s.Domain), s => s.Score, StringComparer.Ordinal)))];
    }
}
