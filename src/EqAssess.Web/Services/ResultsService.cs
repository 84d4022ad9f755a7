using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The results of a campaign as recruiters may see them: scores with their error, never times, limits or adjustments.</summary>
public sealed class ResultsService(EqAssessDb db, ScoringService scoring, CampaignPlans campaignPlans, CampaignNorms norms, ResultsList list, Identities identities)
{
    /// <summary>One page of the list.</summary>
    /// <param name="selected">Attempt that the others are compared with, on this page or another; null for none.</param>
    /// <param name="reader">Member of staff, for the names that they may see.</param>
    public async Task<CampaignResults> OfAsync(CampaignRow campaign, ResultsQuery query, Guid? selected, Guid? reader, CancellationToken cancellationToken)
    {
        ScoringPlan plan = await campaignPlans.OfAsync(campaign, cancellationToken);
        ScoresHidden? hidden = HiddenBecause(campaign, plan);
        ResultsSlice slice = await list.SliceAsync(campaign, plan.Id, hidden is not null, query, reader, cancellationToken);
        IReadOnlyList<ResultRow> rows = await RowsAsync(campaign, plan, slice.Invitations, reader, cancellationToken);
        ResultRow? other = selected is Guid attempt ? await SelectedAsync(campaign, plan, rows, attempt, reader, cancellationToken) : null;
        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability);
        return new CampaignResults(rows, slice, plan, total, error, hidden, other?.Score?.Percent is null ? null : other)
        {
            Norms = hidden is null ? await norms.OfAsync(campaign, plan, cancellationToken) : null,
        };
    }

    /// <summary>Some people of the campaign, in the order given; whoever was taken back or withdrew is left out.</summary>
    public async Task<IReadOnlyList<ResultRow>> RowsAsync(
        CampaignRow campaign, IReadOnlyList<Guid> invitations, Guid? reader, CancellationToken cancellationToken) =>
        await RowsAsync(campaign, await campaignPlans.OfAsync(campaign, cancellationToken), invitations, reader, cancellationToken);

    /// <summary>Why no hiring view shows the scores of a campaign; null where they are shown.</summary>
    public ScoresHidden? HiddenBecause(CampaignRow campaign, ScoringPlan plan) =>
        campaign.Purpose == CampaignPurpose.Pilot ? ScoresHidden.Pilot
        : plan.Scales.Single(s => s.Scale == ScoringPlan.Total).Reliability < OverallScore.LeastReliability ? ScoresHidden.ReliabilityTooLow
        : null;

    private async Task<ResultRow?> SelectedAsync(
        CampaignRow campaign, ScoringPlan plan, IReadOnlyList<ResultRow> rows, Guid attempt, Guid? reader, CancellationToken cancellationToken)
    {
        if (rows.FirstOrDefault(r => r.Attempt == attempt) is { } shown)
        {
            return shown;
        }

        List<Guid> invitation = await db.Attempts.Where(a => a.Id == attempt).Select(a => a.InvitationId).ToListAsync(cancellationToken);
        return (await RowsAsync(campaign, plan, invitation, reader, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<ResultRow>> RowsAsync(
        CampaignRow campaign, ScoringPlan plan, IReadOnlyList<Guid> invitations, Guid? reader, CancellationToken cancellationToken)
    {
        var found = await (
            from invitation in db.Invitations
            where invitations.Contains(invitation.Id) && invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null
            from attempt in db.Attempts.Where(a => a.InvitationId == invitation.Id).DefaultIfEmpty()
            select new
            {
                invitation.Id,
                invitation.Simulated,
                Attempt = attempt,
                Decision = db.Decisions.Where(d => d.InvitationId == invitation.Id).OrderByDescending(d => d.Number)
                    .Select(d => new LastDecision(d.Outcome, d.Number)).FirstOrDefault(),
                Due = db.CandidateRequests.Where(r => r.InvitationId == invitation.Id && r.Kind == CandidateRequestKind.LookAgain && r.State == RequestState.Open)
                    .Select(r => (DateOnly?)r.DueOn).FirstOrDefault(),
            }).AsNoTracking().ToDictionaryAsync(f => f.Id, cancellationToken);
        Dictionary<Guid, ScoringPlan> plans = await PlansAsync(plan, found.Values.Select(f => f.Attempt?.FormVersionId), campaign, cancellationToken);
        Dictionary<Guid, ScoreRun> runs = await RunsAsync([.. found.Values.Select(f => f.Attempt?.Id).OfType<Guid>()], [.. plans.Values.Select(p => p.Id)], cancellationToken);
        bool hidden = HiddenBecause(campaign, plan) is not null;
        IReadOnlyDictionary<Guid, ShownIdentity> people = await identities.OfAsync(campaign, reader, found.Keys, cancellationToken);
        return
        [
            .. invitations.Where(found.ContainsKey).Select(i => found[i]).Select(f =>
            {
                ScoreRun? run = f.Attempt is null ? null : runs.GetValueOrDefault(f.Attempt.Id);
                return new ResultRow(f.Id, f.Attempt?.Id, run?.Id, people[f.Id], f.Simulated, ProgressOf(f.Attempt, run), run is null || hidden ? null : Scored(run, plans[f.Attempt!.FormVersionId]))
                {
                    Decision = f.Decision, RequestDueOn = f.Due,
                };
            }),
        ];
    }

    private static Progress ProgressOf(AttemptRow? attempt, ScoreRun? run) =>
        attempt is null ? Progress.Invited : attempt.ClosedAt is null ? Progress.Started : run is null ? Progress.BeingScored : Progress.Scored;

    private static Score Scored(ScoreRun run, ScoringPlan plan) => Score.Of(PlanJson.ReadSheet(run.Sheet), plan);

    /// <summary>By form: the campaign's plan, and the current plans of other forms that these people are on. There is one form, and nothing here relies on it.</summary>
    private async Task<Dictionary<Guid, ScoringPlan>> PlansAsync(ScoringPlan own, IEnumerable<Guid?> forms, CampaignRow campaign, CancellationToken cancellationToken)
    {
        var plans = new Dictionary<Guid, ScoringPlan> { [campaign.FormVersionId] = own };
        foreach (Guid form in forms.OfType<Guid>().Distinct().Where(f => f != campaign.FormVersionId))
        {
            plans[form] = await scoring.CurrentPlanAsync(form, cancellationToken);
        }

        return plans;
    }

    private async Task<Dictionary<Guid, ScoreRun>> RunsAsync(List<Guid> attempts, List<Guid> plans, CancellationToken cancellationToken) =>
        await db.ScoreRuns.AsNoTracking().Where(r => attempts.Contains(r.AttemptId) && plans.Contains(r.PlanId)).ToDictionaryAsync(r => r.AttemptId, cancellationToken);
}

/// <param name="StandardError">Of a score of the whole test, in points of 100.</param>
/// <param name="Hidden">Why no scores are shown; null where they are.</param>
/// <param name="Selected">May stand on another page of the list.</param>
public sealed record CampaignResults(
    IReadOnlyList<ResultRow> Rows, ResultsSlice Slice, ScoringPlan Plan, ScaleStatistics Total, double StandardError, ScoresHidden? Hidden, ResultRow? Selected)
{
    /// <summary>From how many points on two scores differ reliably, and whether that tells anybody apart.</summary>
    public ReliableDifference Difference => ReliableDifference.Of(Total);

    /// <summary>The norm group that the campaign is pinned to; null for none, and where no scores are shown.</summary>
    public NormGroup? Norms { get; init; }

    /// <summary>The row's place in the norm group; null where there is none to show.</summary>
    public NormedScore? NormedOf(ResultRow row, DateOnly today) =>
        row.Score is { } score && score.Plan.Id == Plan.Id ? NormedScore.Of(Norms, OverallScore.Of(score.Sheet, score.Plan), row.Simulated, today) : null;

    /// <summary>Half the width of the band in which scores do not differ reliably from the selected one.</summary>
    public double Band => Difference.Points;

    /// <summary>Whether rows are marked at all: scores are shown, and their error is not too large for it.</summary>
    public bool Marks => Hidden is null && Difference.IsUseful;

    /// <summary>Whether scores of more than one form stand on the page.</summary>
    public bool MixesForms => Rows.Select(r => r.Score?.By.FormVersion).OfType<Guid>().Distinct().Count() > 1;

    /// <summary>The row's score beside the selected one; null where there is nothing to compare.</summary>
    public ScoreComparison? AgainstSelected(ResultRow row) =>
        Marks && Selected?.Score is Score selected && row.Score is Score own && row.Attempt != Selected.Attempt ? ScoreComparison.Of(own.By, selected.By) : null;

    /// <summary>Whether the row's score differs reliably from the selected one; null where they are not compared.</summary>
    public bool? DiffersFromSelected(ResultRow row) => AgainstSelected(row) is ScoreComparison.Made made ? made.DifferReliably : null;
}

/// <param name="Score">Null while there is none, or where scores are hidden.</param>
public sealed record ResultRow(Guid Invitation, Guid? Attempt, Guid? ScoreRun, ShownIdentity Who, bool Simulated, Progress Progress, Score? Score)
{
    /// <summary>Null where nothing is on record.</summary>
    public LastDecision? Decision { get; init; }

    /// <summary>Until when the candidate is to have an answer to the wish that a person looks again; null where none is open.</summary>
    public DateOnly? RequestDueOn { get; init; }

    /// <summary>The name, or the code in its place.</summary>
    public string Name => Who.Label;
}

/// <param name="By">The score with the form, plan and error that it hangs on; its percent is unrounded.</param>
/// <param name="Lower">Limits of the 95 % interval, unclipped.</param>
/// <param name="DomainsBelow">Domains that are reliably below the person's others.</param>
public sealed record Score(ScoredBy By, double Lower, double Upper, IReadOnlyList<string> DomainsBelow, IReadOnlyList<ScoreFlag> Flags, ScoreSheet Sheet, ScoringPlan Plan)
{
    /// <summary>Unrounded; null where the attempt was not scored, or where its form is too unreliable.</summary>
    public double? Percent => By.Percent;

    internal static Score Of(ScoreSheet sheet, ScoringPlan plan)
    {
        var shown = OverallScore.Of(sheet, plan) as OverallScore.Shown;
        return new Score(
            new ScoredBy(plan.FormVersion, plan.Id, shown?.Percent, shown?.StandardError ?? 0),
            shown?.Lower ?? 0,
            shown?.Upper ?? 0,
            [.. ReportedStandings.Of(sheet, plan).Where(d => d.Standing == Standing.ReliablyBelow).Select(d => d.Domain)],
            sheet.Flags,
            sheet,
            plan);
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

    /// <summary>The reliability, assumed or estimated, is under .60.</summary>
    ReliabilityTooLow,
}
