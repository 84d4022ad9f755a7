using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>When and why scores stopped to count, for whoever holds a report on them.</summary>
public sealed class SupersededScores(EqAssessDb db)
{
    /// <returns>Null where no rescoring took the place of the plan in the campaign.</returns>
    public async Task<Superseded?> OfPlanAsync(Guid campaign, Guid plan, CancellationToken cancellationToken) =>
        await db.Rescorings.Where(r => r.CampaignId == campaign && r.FromPlanId == plan && r.State == RescoringState.Approved)
            .Select(r => new Superseded(r.DecidedAt!.Value, r.Reason)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The same of any of several runs; the first time counts.</summary>
    public async Task<Superseded?> OfRunsAsync(IReadOnlyCollection<Guid> runs, CancellationToken cancellationToken) => await (
        from run in db.ScoreRuns
        join attempt in db.Attempts on run.AttemptId equals attempt.Id
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        join rescoring in db.Rescorings on new { invitation.CampaignId, run.PlanId } equals new { rescoring.CampaignId, PlanId = rescoring.FromPlanId }
        where runs.Contains(run.Id) && rescoring.State == RescoringState.Approved
        orderby rescoring.DecidedAt
        select new Superseded(rescoring.DecidedAt!.Value, rescoring.Reason)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The newest rescoring of a campaign; null where it is on its first plan.</summary>
    public async Task<Superseded?> LastOfAsync(Guid campaign, CancellationToken cancellationToken) =>
        await db.Rescorings.Where(r => r.CampaignId == campaign && r.State == RescoringState.Approved).OrderByDescending(r => r.DecidedAt)
            .Select(r => new Superseded(r.DecidedAt!.Value, r.Reason)).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Because">As it was proposed; it names nobody.</param>
public sealed record Superseded(DateTimeOffset On, string Because);
