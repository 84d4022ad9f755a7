using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Reads a proposal with what it would do, for people. Everybody stands by the code, whose name is shown elsewhere or not.</summary>
public sealed class RescoringView(EqAssessDb db, Rescorings rescorings, ResultsService results)
{
    public const int PageSize = 100;

    /// <returns>Null when the campaign has no such proposal.</returns>
    public async Task<RescoringFound?> FindAsync(CampaignRow campaign, Guid id, int page, CancellationToken cancellationToken)
    {
        if (await db.Rescorings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.CampaignId == campaign.Id, cancellationToken) is not { } row)
        {
            return null;
        }

        ScoringPlan from = PlanJson.ReadPlan(await db.ScoringPlans.Where(p => p.Id == row.FromPlanId).Select(p => p.Content).SingleAsync(cancellationToken));
        ScoringPlan to = PlanJson.ReadPlan(row.Plan);
        bool hidden = results.HiddenBecause(campaign, from) is not null;
        List<RescoredPerson> decided = hidden || row.Summary is null ? [] : await DecidedAsync(row, cancellationToken);
        (List<RescoredPerson> others, int count) = hidden || row.Summary is null ? ([], 0) : await OthersAsync(row, page, cancellationToken);
        Dictionary<Guid, string> staff = await db.Users.Where(u => u.Id == row.ProposedBy || u.Id == row.DecidedBy).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return new RescoringFound(row, from, to, row.Summary is null ? null : JsonSerializer.Deserialize<RescoringSummary>(row.Summary), decided, others, count)
        {
            Stale = await rescorings.StaleAsync(row, cancellationToken),
            ProposedBy = staff.GetValueOrDefault(row.ProposedBy),
            DecidedBy = staff.GetValueOrDefault(row.DecidedBy ?? Guid.Empty),
            Before = results.HiddenBecause(campaign, from),
            After = results.HiddenBecause(campaign, to),
            Dropped = await TitlesAsync([.. from.Items.Select(i => i.ItemVersion).Except(to.Items.Select(i => i.ItemVersion))], cancellationToken),
        };
    }

    /// <summary>People with a decision whose score is seen to change; those who were rejected and rise come first.</summary>
    private async Task<List<RescoredPerson>> DecidedAsync(RescoringRow row, CancellationToken cancellationToken)
    {
        List<RescoredPerson> all = await Lines(row).Where(l => l.Decision != null && l.Decision != DecisionOutcome.Reopened && Math.Abs(l.Score.After!.Value - l.Score.Before!.Value) >= RescoringPreviews.Seen)
            .Select(l => new RescoredPerson(l.Invitation, l.Simulated, l.Decision, l.Score)).ToListAsync(cancellationToken);
        return [.. all.OrderByDescending(p => p.WouldBeReopened).ThenByDescending(p => Math.Abs(p.Move)).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>Everybody else of whom something else is said: near the top or not, the order, a flag. The largest change first.</summary>
    private async Task<(List<RescoredPerson> People, int Count)> OthersAsync(RescoringRow row, int page, CancellationToken cancellationToken)
    {
        IQueryable<Line> lines = Lines(row).Where(l => (l.Decision == null || l.Decision == DecisionOutcome.Reopened)
            && (l.Score.NearTopBefore != l.Score.NearTopAfter || l.Score.OrderChanges > 0 || l.Score.FlagsChange || (l.Score.Before == null) != (l.Score.After == null)));
        List<RescoredPerson> people = await lines
            .OrderByDescending(l => l.Score.OrderChanges).ThenBy(l => l.Score.AttemptId).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize)
            .Select(l => new RescoredPerson(l.Invitation, l.Simulated, l.Decision, l.Score)).ToListAsync(cancellationToken);
        return (people, await lines.CountAsync(cancellationToken));
    }

    private IQueryable<Line> Lines(RescoringRow row) =>
        from score in db.RescoringScores.AsNoTracking()
        join attempt in db.Attempts on score.AttemptId equals attempt.Id
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        where score.RescoringId == row.Id && invitation.WithdrawnAt == null
        select new Line
        {
            Score = score,
            Invitation = invitation.Id,
            Simulated = invitation.Simulated,
            Decision = db.Decisions.Where(d => d.InvitationId == invitation.Id).OrderByDescending(d => d.Number).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefault(),
        };

    private async Task<IReadOnlyList<string>> TitlesAsync(List<Guid> versions, CancellationToken cancellationToken) =>
        await db.ItemVersions.Where(i => versions.Contains(i.Id)).OrderBy(i => i.ItemId).Select(i => i.ItemId).ToListAsync(cancellationToken);

    private sealed class Line
    {
        public required RescoringScore Score { get; init; }

        public required Guid Invitation { get; init; }

        public required bool Simulated { get; init; }

        public required DecisionOutcome? Decision { get; init; }
    }
}

/// <param name="Decision">The last entry on record; null for none.</param>
public sealed record RescoredPerson(Guid Invitation, bool Simulated, DecisionOutcome? Decision, RescoringScore Score)
{
    public string Code => CandidateCode.Of(Invitation);

    /// <summary>In points; 0 where one of the scores is missing.</summary>
    public double Move => (Score.After - Score.Before) ?? 0;

    /// <summary>Whether an approval would put the case before somebody again.</summary>
    public bool WouldBeReopened => Decision == DecisionOutcome.Reject && Move > Reopenings.LeastRise;
}

/// <param name="Summary">Null until the preview is computed.</param>
/// <param name="Decided">Whose decision the new scoring touches.</param>
/// <param name="Others">One page of those without a decision of whom something else would be said.</param>
/// <param name="OtherCount">How many they are.</param>
public sealed record RescoringFound(
    RescoringRow Row, ScoringPlan From, ScoringPlan To, RescoringSummary? Summary, IReadOnlyList<RescoredPerson> Decided, IReadOnlyList<RescoredPerson> Others, int OtherCount)
{
    public RescoringStale? Stale { get; init; }

    /// <summary>Null for an account that is gone.</summary>
    public string? ProposedBy { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>Why hiring views hide the scores now; null where they show them.</summary>
    public ScoresHidden? Before { get; init; }

    /// <summary>Why they would hide them afterwards.</summary>
    public ScoresHidden? After { get; init; }

    /// <summary>Ids of scenarios that would count for nothing.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    public ScaleStatistics TotalOf(ScoringPlan plan) => plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
}
