using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Score runs with all that reports say about them.</summary>
public sealed class ReportedRuns(EqAssessDb db, ShownNames names)
{
    /// <summary>Without the runs of people who withdrew, were erased, or whose invitation was taken back.</summary>
    /// <returns>In the order asked for; those that are not there are missing.</returns>
    public async Task<IReadOnlyList<ReportedRun>> FindAsync(IReadOnlyList<Guid> scoreRuns, Guid? staff, CancellationToken cancellationToken)
    {
        var found = await (
            from run in db.Shown()
            join plan in db.ScoringPlans on run.PlanId equals plan.Id
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join form in db.FormVersions on attempt.FormVersionId equals form.Id
            where scoreRuns.Contains(run.Id) && invitation.WithdrawnAt == null && invitation.RevokedAt == null && candidate.ErasedAt == null
            select new { run.Id, Attempt = attempt.Id, run.Sheet, Plan = plan.Content, Invitation = invitation.Id, candidate.Simulated, campaign, form })
            .AsNoTracking().ToListAsync(cancellationToken);
        var shown = new Dictionary<Guid, string>();
        foreach (var campaign in found.GroupBy(f => f.campaign.Id))
        {
            foreach ((Guid invitation, string name) in await names.OfAsync(campaign.First().campaign, [.. campaign.Select(f => f.Invitation)], staff, cancellationToken))
            {
                shown[invitation] = name;
            }
        }

        return
        [
            .. found.OrderBy(f => IndexOf(scoreRuns, f.Id)).Select(f => new ReportedRun(
                f.Id, f.Attempt, f.Invitation, shown[f.Invitation], f.Simulated, PlanJson.ReadSheet(f.Sheet), PlanJson.ReadPlan(f.Plan), f.campaign, f.form)),
        ];
    }

    private static int IndexOf(IReadOnlyList<Guid> runs, Guid run) => Enumerable.Range(0, runs.Count).First(i => runs[i] == run);
}

/// <param name="Name">As the reader may see it.</param>
public sealed record ReportedRun(
    Guid Id, Guid Attempt, Guid Invitation, string Name, bool Simulated, ScoreSheet Sheet, ScoringPlan Plan, CampaignRow Campaign, FormVersionRow Form);
