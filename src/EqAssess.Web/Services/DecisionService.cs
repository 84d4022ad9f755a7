using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Takes down what a person decided about one application. There is no other way to a decision: none for several people at once, none for a
/// rule, none without the member of staff who answers for it.
/// </summary>
public sealed class DecisionService(EqAssessDb db, DecisionRecord record, ResultsService results, TimeProvider time)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 2000;

    /// <summary>Whether the report that the campaign shows of somebody was opened by this person; true where there is none to open.</summary>
    public async Task<bool> HasReadAsync(ResultRow row, Guid staff, CancellationToken cancellationToken) =>
        RunShown(row) is not Guid run
        || await db.AuditLog.AnyAsync(e => e.Subject == run && e.Actor == staff && e.Act == AuditService.ReportViewed, cancellationToken);

    /// <summary>Records one decision on one application by one person.</summary>
    public async Task<DecisionTaken> DecideAsync(CampaignRow campaign, NewDecision decision, CancellationToken cancellationToken)
    {
        ResultRow? row = (await results.RowsAsync(campaign, [decision.Invitation], decision.Staff, cancellationToken)).SingleOrDefault();
        string reason = (decision.Reason ?? "").Trim();
        if (row is null || campaign.Purpose == CampaignPurpose.Pilot)
        {
            return new DecisionTaken.Refused(DecisionRefusal.NotOpenToDecisions);
        }

        if (decision.Outcome is null or DecisionOutcome.Reopened || reason.Length is 0 or > LongestReason)
        {
            return new DecisionTaken.Refused(decision.Outcome is null or DecisionOutcome.Reopened ? DecisionRefusal.NoOutcome : DecisionRefusal.NoReason);
        }

        if (!await HasReadAsync(row, decision.Staff, cancellationToken))
        {
            return new DecisionTaken.Refused(DecisionRefusal.ReportNotOpened);
        }

        return (row.Decision?.Number ?? 0) == decision.Seen && await AppendAsync(row, decision.Outcome.Value, reason, decision)
            ? new DecisionTaken.Done()
            : new DecisionTaken.Meanwhile((await record.OfAsync(decision.Invitation, cancellationToken))[^1]);
    }

    /// <returns>False when somebody else took the number first.</returns>
    private async Task<bool> AppendAsync(ResultRow row, DecisionOutcome outcome, string reason, NewDecision decision)
    {
        int number = decision.Seen + 1;
        db.Decisions.Add(new DecisionRow
        {
            InvitationId = row.Invitation, Number = number, Outcome = outcome, StaffId = decision.Staff, DecidedAt = time.Now, ScoreRunId = RunShown(row),
        });
        db.DecisionReasons.Add(new DecisionReason { InvitationId = row.Invitation, Number = number, Text = reason });
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = decision.Staff, Act = AuditService.DecisionRecorded, Subject = row.Invitation });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The run whose report may be opened.</summary>
    private static Guid? RunShown(ResultRow row) => row.Score is null ? null : row.ScoreRun;
}

/// <param name="Outcome">Null where none was chosen.</param>
/// <param name="Seen">Number of the last entry that the person saw; 0 for none.</param>
public sealed record NewDecision(Guid Invitation, DecisionOutcome? Outcome, string? Reason, Guid Staff, int Seen);

/// <summary>What became of a decision.</summary>
public abstract record DecisionTaken
{
    private DecisionTaken()
    {
    }

    public sealed record Done : DecisionTaken;

    /// <param name="Last">What somebody else decided since the form was opened.</param>
    public sealed record Meanwhile(RecordedDecision Last) : DecisionTaken;

    public sealed record Refused(DecisionRefusal Reason) : DecisionTaken;
}

/// <summary>Why a decision was not taken down. Worded in StaffWords.</summary>
public enum DecisionRefusal
{
    /// <summary>Taken back, withdrawn, or in a pilot.</summary>
    NotOpenToDecisions,
    NoOutcome,

    /// <summary>Empty or too long.</summary>
    NoReason,
    ReportNotOpened,
}
