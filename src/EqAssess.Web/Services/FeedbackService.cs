using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The feedback of one attempt, from the score that its campaign shows.</summary>
public sealed class FeedbackService(EqAssessDb db, BankLibrary banks)
{
    /// <returns>Null while the attempt is not scored.</returns>
    public async Task<CandidateFeedback?> OfAsync(Guid attempt, CancellationToken cancellationToken)
    {
        var found = await (
            from run in db.ScoreRuns
            join plan in db.ScoringPlans on run.PlanId equals plan.Id
            join form in db.FormVersions on plan.FormVersionId equals form.Id
            join taken in db.Attempts on run.AttemptId equals taken.Id
            join invitation in db.Invitations on taken.InvitationId equals invitation.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where run.AttemptId == attempt
            orderby run.PlanId == campaign.PlanId descending, plan.Number descending
            select new { run.Id, run.Sheet, Plan = plan.Content, form.BankId }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        Bank bank = await banks.HeadAsync(found.BankId, cancellationToken);
        ScoringPlan scoringPlan = PlanJson.ReadPlan(found.Plan);
        return new CandidateFeedback(found.Id, Feedback.Of(PlanJson.ReadSheet(found.Sheet), scoringPlan, bank.Domains), scoringPlan.KeyStatus);
    }
}

/// <param name="ScoreRun">From which it was made.</param>
public sealed record CandidateFeedback(Guid ScoreRun, IReadOnlyList<DomainFeedback> Domains, KeyStatus KeyStatus);
