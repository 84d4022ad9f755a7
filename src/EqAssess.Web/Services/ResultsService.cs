using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The results of a campaign as recruiters may see them: scores with their error, never times, limits or adjustments.</summary>
public sealed class ResultsService(EqAssessDb db, ScoringService scoring, CampaignPlans campaignPlans)
{
    /// <summary>Reliability under which a score is shown in no hiring view (reference 3.2).</summary>
    public const double LeastReliability = 0.60;

    /// <summary>Reliability under which a score stands beside other evidence only.</summary>
    public const double OrdinaryReliability = 0.70;

    /// <param name="selected">Attempt that the others are compared with; null for none.</param>
    public async Task<CampaignResults> OfAsync(CampaignRow campaign, Guid? selected, CancellationToken cancellationToken)
    {
        ScoringPlan plan = await campaignPlans.OfAsync(campaign, cancellationToken);
        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability);
        ScoresHidden? hidden = HiddenBecause(campaign, plan);
        Dictionary<Guid, ScoringPlan> plans = await PlansAsync(campaign, plan, cancellationToken);
        List<Guid> current = [.. plans.Keys];
        var found = await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null
            from attempt in db.Attempts.Where(a => a.InvitationId == invitation.Id).DefaultIfEmpty()
            from run in db.ScoreRuns.Where(r => r.AttemptId == attempt.Id && current.Contains(r.PlanId)).DefaultIfEmpty()
            select new
            {
                invitation.Id,
                candidate.Name,
                invitation.Simulated,
                Attempt = (Guid?)attempt.Id,
                Closed = attempt.ClosedAt != null,
                Run = (Guid?)run.Id,
                run.Sheet,
                Form = (Guid?)attempt.FormVersionId,
                Plan = (Guid?)run.PlanId,
            }).AsNoTracking().ToListAsync(cancellationToken);
        List<ResultRow> rows = [.. found.Select(f => new ResultRow(
            f.Id,
            f.Attempt,
            f.Run,
            f.Name,
            f.Simulated,
            f.Attempt is null ? Progress.Invited : !f.Closed ? Progress.Started : f.Run is null ? Progress.BeingScored : Progress.Scored,
            f.Sheet is null || hidden is not null ? null : Score.Of(PlanJson.ReadSheet(f.Sheet), plans[f.Plan!.Value], f.Form!.Value)))];
        return new CampaignResults(Ordered(rows, campaign), plan, total, error, hidden, Selected(rows, selected));
    }

    /// <summary>The current plans of all forms that attempts of the campaign are on: one form, and nothing here relies on it.</summary>
    private async Task<Dictionary<Guid, ScoringPlan>> PlansAsync(CampaignRow campaign, ScoringPlan own, CancellationToken cancellationToken)
    {
        List<Guid> others = await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            where invitation.CampaignId == campaign.Id && attempt.FormVersionId != campaign.FormVersionId
            select attempt.FormVersionId).Distinct().ToListAsync(cancellationToken);
        var plans = new Dictionary<Guid, ScoringPlan> { [own.Id] = own };
        foreach (Guid form in others)
        {
            ScoringPlan other = await scoring.CurrentPlanAsync(form, cancellationToken);
            plans[other.Id] = other;
        }

        return plans;
    }

    /// <summary>Why no hiring view shows the scores of a campaign; null where they are shown.</summary>
    public ScoresHidden? HiddenBecause(CampaignRow campaign, ScoringPlan plan) =>
        campaign.Purpose == CampaignPurpose.Pilot ? ScoresHidden.Pilot
        : plan.Scales.Single(s => s.Scale == ScoringPlan.Total).Reliability < LeastReliability ? ScoresHidden.ReliabilityTooLow
        : null;

    private static ResultRow? Selected(List<ResultRow> rows, Guid? selected) =>
        rows.FirstOrDefault(r => r.Attempt is not null && r.Attempt == selected && r.Score?.Percent is not null);

    /// <summary>From the highest score down; equal scores in an order drawn with the campaign's seed, so that no name comes first for good.</summary>
    /// <remarks>Scores of another form than the campaign's stand apart, below: they have no place among the others.</remarks>
    private static IReadOnlyList<ResultRow> Ordered(IEnumerable<ResultRow> rows, CampaignRow campaign) =>
    [
        .. rows.OrderByDescending(r => r.Progress)
            .ThenBy(r => r.Score is Score score && score.By.FormVersion != campaign.FormVersionId)
            .ThenByDescending(r => Math.Round(r.Score?.Percent ?? -1, 6))
            .ThenBy(r => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign.Seed}:{r.Invitation}"))), StringComparer.Ordinal),
    ];
}

/// <param name="StandardError">Of a score of the whole test, in points of 100.</param>
/// <param name="Hidden">Why no scores are shown; null where they are.</param>
public sealed record CampaignResults(
    IReadOnlyList<ResultRow> Rows, ScoringPlan Plan, ScaleStatistics Total, double StandardError, ScoresHidden? Hidden, ResultRow? Selected)
{
    public double StandardErrorOfDifference => ErrorOfMeasurement.StandardErrorOfDifference(StandardError, StandardError);

    /// <summary>Half the width of the band in which scores do not differ reliably from the selected one.</summary>
    public double Band => ErrorOfMeasurement.Z95 * StandardErrorOfDifference;

    /// <summary>Whether scores of more than one form stand in the list.</summary>
    public bool MixesForms => Rows.Select(r => r.Score?.By.FormVersion).OfType<Guid>().Distinct().Count() > 1;

    /// <summary>The row's score beside the selected one; null where there is nothing to compare.</summary>
    public ScoreComparison? AgainstSelected(ResultRow row) =>
        Selected?.Score is Score selected && row.Score is Score own && row.Attempt != Selected.Attempt ? ScoreComparison.Of(own.By, selected.By) : null;

    /// <summary>Whether the row's score differs reliably from the selected one; null where they are not compared.</summary>
    public bool? DiffersFromSelected(ResultRow row) => AgainstSelected(row) is ScoreComparison.Made made ? made.DifferReliably : null;
}

/// <param name="Score">Null while there is none, or where scores are hidden.</param>
public sealed record ResultRow(Guid Invitation, Guid? Attempt, Guid? ScoreRun, string Name, bool Simulated, Progress Progress, Score? Score);

/// <param name="By">The score with the form, plan and error that it hangs on; its percent is unrounded.</param>
/// <param name="Lower">Limits of the 95 % interval, unclipped.</param>
/// <param name="DomainsBelow">Domains that are reliably below the person's others.</param>
public sealed record Score(ScoredBy By, double Lower, double Upper, IReadOnlyList<string> DomainsBelow, IReadOnlyList<ScoreFlag> Flags)
{
    /// <summary>Unrounded; null where the attempt was not scored.</summary>
    public double? Percent => By.Percent;

    internal static Score Of(ScoreSheet sheet, ScoringPlan plan, Guid formVersion)
    {
        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability);
        (double lower, double upper) = ErrorOfMeasurement.Interval95(sheet.Total.Percent ?? 0, error);
        return new Score(
            new ScoredBy(formVersion, plan.Id, sheet.Total.Percent, error),
            lower,
            upper,
            [.. DomainProfile.Of(sheet, plan).Where(d => d.Standing == Standing.ReliablyBelow).Select(d => d.Domain)],
            sheet.Flags);
    }
}

/// <summary>How far an invitation has come. The order is that of the list.</summary>
public enum Progress
{
    Invited,
    Started,
    BeingScored,
    Scored,
}

/// <summary>Why a hiring view shows no scores.</summary>
public enum ScoresHidden
{
    /// <summary>Scores of a pilot are for the form and not for decisions.</summary>
    Pilot,

    /// <summary>The estimated reliability is under .60.</summary>
    ReliabilityTooLow,
}
