using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Reads what was decided about an application, by whom and why.</summary>
public sealed class DecisionRecord(EqAssessDb db)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<RecordedDecision>> OfAsync(Guid invitation, CancellationToken cancellationToken)
    {
        var found = await (
            from entry in db.Decisions
            where entry.InvitationId == invitation
            from reason in db.DecisionReasons.Where(r => r.InvitationId == entry.InvitationId && r.Number == entry.Number).DefaultIfEmpty()
            from person in db.Users.Where(u => u.Id == entry.StaffId).DefaultIfEmpty()
            from run in db.ScoreRuns.Where(r => r.Id == entry.ScoreRunId).DefaultIfEmpty()
            orderby entry.Number
            select new { entry, Reason = reason.Text, Name = person.DisplayName, run.Percent }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. found.Select((f, i) => new RecordedDecision(
                f.entry.Number,
                f.entry.Outcome,
                f.Name,
                f.entry.StaffId is null,
                f.Reason,
                f.entry.DecidedAt,
                f.Percent,
                f.entry.Outcome == DecisionOutcome.Reopened && i > 0 ? found[i - 1].Percent : null)),
        ];
    }
}

/// <param name="By">Name of the member of staff; null for the server and for an account that is gone.</param>
/// <param name="Reason">Null for the server, and where the person was erased.</param>
/// <param name="Percent">The score that stood then, unrounded; null where none was shown.</param>
/// <param name="RoseFrom">Of a reopened case, the score that the rejection knew.</param>
public sealed record RecordedDecision(
    int Number, DecisionOutcome Outcome, string? By, bool ByServer, string? Reason, DateTimeOffset At, double? Percent, double? RoseFrom);
