using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// The second person's answer to a proposal. An approval pins the campaign to the new plan, and <see cref="ScoreAttempts"/> then makes new runs;
/// the old ones stay. No job decides here.
/// </summary>
public sealed class RescoringDecisions(EqAssessDb db, Rescorings rescorings, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Each time that all fail but one, one is through: plans of one form may be made at the same moment.</summary>
    private const int Tries = 10;

    /// <summary>Until then the new scores are there, on which the candidates' feedback rests.</summary>
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(10);

    /// <param name="seen">Number of the preview that the person looked at.</param>
    /// <param name="staff">Not the person who proposed it.</param>
    public async Task<RescoringAnswer> ApproveAsync(Guid id, int seen, string? remark, Guid staff, CancellationToken cancellationToken)
    {
        RescoringRow row = await db.Rescorings.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        string said = (remark ?? "").Trim();
        RescoringAnswer? refused = row.State != RescoringState.Proposed ? RescoringAnswer.Meanwhile
            : row.ProposedBy == staff ? RescoringAnswer.SamePerson
            : said.Length is < Rescorings.ShortestReason or > Rescorings.LongestReason ? RescoringAnswer.NoReason
            : row.Look != seen || await rescorings.StaleAsync(row, cancellationToken) is not null ? RescoringAnswer.Stale
            : null;
        if (refused is RescoringAnswer reason)
        {
            return reason;
        }

        RescoringAnswer answer = await WriteAsync(row, said, staff, cancellationToken);
        if (answer == RescoringAnswer.Done)
        {
            await jobs.NudgeAsync<ScoreAttempts>();
        }

        return answer;
    }

    /// <summary>Ends a proposal without effect. The person who proposed it may do so too.</summary>
    public async Task<RescoringAnswer> RejectAsync(Guid id, string? remark, Guid staff)
    {
        string said = (remark ?? "").Trim();
        if (said.Length is < Rescorings.ShortestReason or > Rescorings.LongestReason)
        {
            return RescoringAnswer.NoReason;
        }

        DateTimeOffset now = time.Now;
        await using var transaction = await db.Database.BeginTransactionAsync();
        int mine = await db.Rescorings.Where(r => r.Id == id && (r.State == RescoringState.Proposed || r.State == RescoringState.Computing)).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, RescoringState.Rejected).SetProperty(r => r.DecidedBy, staff).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.Remark, said));
        if (mine == 0)
        {
            return RescoringAnswer.Meanwhile;
        }

        Note(staff, AuditService.RescoringRejected, id);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return RescoringAnswer.Done;
    }

    private async Task<RescoringAnswer> WriteAsync(RescoringRow row, string said, Guid staff, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            try
            {
                return await TryWriteAsync(row, said, staff, cancellationToken);
            }
            catch (DbUpdateException failure) when (i < Tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Another plan of the form has the number: count again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>All in one transaction. Both conditions stand in the statements, so that of two people, or two tabs, one is through.</summary>
    private async Task<RescoringAnswer> TryWriteAsync(RescoringRow row, string said, Guid staff, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        ScoringPlan plan = PlanJson.ReadPlan(row.Plan);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        int mine = await db.Rescorings.Where(r => r.Id == row.Id && r.State == RescoringState.Proposed && r.Look == row.Look && r.ProposedBy != staff).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, RescoringState.Approved).SetProperty(r => r.DecidedBy, staff).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.Remark, said),
            cancellationToken);
        int pinned = await db.Campaigns.Where(c => c.Id == row.CampaignId && c.PlanId == row.FromPlanId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.PlanId, plan.Id), cancellationToken);
        if (mine == 0 || pinned == 0)
        {
            return mine == 0 ? RescoringAnswer.Meanwhile : RescoringAnswer.Stale;
        }

        int number = await db.ScoringPlans.Where(p => p.FormVersionId == plan.FormVersion).MaxAsync(p => p.Number, cancellationToken) + 1;
        db.ScoringPlans.Add(new ScoringPlanRow
        {
            Id = plan.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = number,
            Content = row.Plan,
            Digest = Digest.Sha256(row.Plan),
            CreatedAt = now,
            CampaignId = row.CampaignId,
        });
        await TellAsync(row, number, now, cancellationToken);
        Note(staff, AuditService.RescoringApproved, row.Id);
        Note(staff, AuditService.CampaignRescored, row.CampaignId);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return RescoringAnswer.Done;
    }

    /// <summary>A message to everybody whose feedback reads differently, where the campaign gives any.</summary>
    private async Task TellAsync(RescoringRow row, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Guid> invitations = await (
            from score in db.RescoringScores
            join attempt in db.Attempts on score.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            where score.RescoringId == row.Id && score.FeedbackChanges && !attempt.Simulated && invitation.WithdrawnAt == null
                && db.Campaigns.Any(c => c.Id == row.CampaignId && c.GivesFeedback)
            select invitation.Id).ToListAsync(cancellationToken);
        db.Messages.AddRange(invitations.Select(i => new MessageRow
        {
            Id = Guid.CreateVersion7(), InvitationId = i, Kind = MessageKind.Rescored, Slot = number, CreatedAt = now, DueAt = now + UntilTold,
        }));
    }

    private void Note(Guid staff, string act, Guid subject) =>
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = act, Subject = subject });
}

/// <summary>What became of an answer to a proposal. Worded in StaffWords.</summary>
public enum RescoringAnswer
{
    Done,

    /// <summary>Who proposed it cannot approve it.</summary>
    SamePerson,

    /// <summary>Too short or too long.</summary>
    NoReason,

    /// <summary>The preview does not hold any more, or is another one than the person saw.</summary>
    Stale,

    /// <summary>Somebody has decided already.</summary>
    Meanwhile,
}
