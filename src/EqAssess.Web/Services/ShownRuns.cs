using EqAssess.Data;
using EqAssess.Data.Tables;

namespace EqAssess.Web.Services;

/// <summary>Score runs that may be shown to people who decide.</summary>
public static class ShownRuns
{
    /// <summary>
    /// All but those under a plan of the whole form, where the campaign has a plan of its own: they count domains that its job does not
    /// need, and serve the form's statistics alone. A plan that the campaign was on before it was scored anew is shown: its reports are on record.
    /// </summary>
    public static IQueryable<ScoreRun> Shown(this EqAssessDb db) => db.ScoreRuns.Where(r => !db.Attempts.Any(a => a.Id == r.AttemptId
        && db.Invitations.Any(i => i.Id == a.InvitationId
            && db.ScoringPlans.Any(own => own.CampaignId == i.CampaignId)
            && !db.ScoringPlans.Any(own => own.CampaignId == i.CampaignId && own.Id == r.PlanId)
            && !db.Rescorings.Any(past => past.CampaignId == i.CampaignId && past.FromPlanId == r.PlanId && past.State == RescoringState.Approved))));
}
