using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Asks for a new decision where a rejected candidate was scored again and rose. It writes that the case is open again and why; it decides
/// nothing, and a fall changes nothing.
/// </summary>
public sealed class Reopenings(EqAssessDb db, TimeProvider time)
{
    /// <summary>In points: less is not seen in the one decimal that the record shows.</summary>
    public const double LeastRise = 0.05;

    /// <summary>Applications whose last entry is a rejection, and whose campaign now shows a higher score than the rejection knew.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken) =>
        await Risen().Select(r => r.Invitation).OrderBy(i => i).Take(most).ToListAsync(cancellationToken);

    /// <returns>Whether this call reopened the case.</returns>
    public async Task<bool> ReopenAsync(Guid invitation, CancellationToken cancellationToken)
    {
        if (await Risen().Where(r => r.Invitation == invitation).OrderBy(r => r.Number).FirstOrDefaultAsync(cancellationToken) is not { } risen)
        {
            return false;
        }

        db.Decisions.Add(new DecisionRow
        {
            InvitationId = invitation, Number = risen.Number + 1, Outcome = DecisionOutcome.Reopened, StaffId = null, DecidedAt = time.Now, ScoreRunId = risen.Run,
        });
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

    /// <summary>Cases that wait for a new decision, by campaign.</summary>
    /// <param name="visible">Campaigns that the reader may see.</param>
    public async Task<IReadOnlyList<ReopenedCases>> WaitingAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken) =>
        await (
            from decision in db.Decisions
            where decision.Outcome == DecisionOutcome.Reopened && !db.Decisions.Any(d => d.InvitationId == decision.InvitationId && d.Number > decision.Number)
            join invitation in db.Invitations on decision.InvitationId equals invitation.Id
            where invitation.WithdrawnAt == null && invitation.RevokedAt == null
            join campaign in visible on invitation.CampaignId equals campaign.Id
            group campaign by new { campaign.Id, campaign.JobTitle } into cases
            orderby cases.Key.JobTitle
            select new ReopenedCases(cases.Key.Id, cases.Key.JobTitle, cases.Count())).ToListAsync(cancellationToken);

    private IQueryable<Rise> Risen() =>
        from decision in db.Decisions
        where decision.Outcome == DecisionOutcome.Reject && !db.Decisions.Any(d => d.InvitationId == decision.InvitationId && d.Number > decision.Number)
        join then in db.ScoreRuns on decision.ScoreRunId equals then.Id
        join invitation in db.Invitations on decision.InvitationId equals invitation.Id
        where invitation.WithdrawnAt == null && invitation.RevokedAt == null
        join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
        join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
        join run in db.ScoreRuns on attempt.Id equals run.AttemptId
        where run.Id != then.Id && run.Percent > then.Percent + LeastRise && attempt.FormVersionId == campaign.FormVersionId
            && run.PlanId == (campaign.PlanId ?? db.ScoringPlans.Where(p => p.FormVersionId == campaign.FormVersionId).OrderByDescending(p => p.Number).Select(p => p.Id).First())
        select new Rise { Invitation = invitation.Id, Number = decision.Number, Run = run.Id };

    private sealed class Rise
    {
        public required Guid Invitation { get; init; }

        public required int Number { get; init; }

        public required Guid Run { get; init; }
    }
}

public sealed record ReopenedCases(Guid Campaign, string JobTitle, int Count);
