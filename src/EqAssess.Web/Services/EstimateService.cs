using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>
/// Puts what attempts say of reliability and SD of a form version in the place of planning values, once somebody has accepted it. That makes
/// a new scoring plan, under which every attempt is scored anew; the earlier plans and runs stay, and so do campaigns that are under way.
/// </summary>
public sealed class EstimateService(EqAssessDb db, ScoringService scoring, IOptions<ScoringOptions> options, TimeProvider time)
{
    /// <summary>A newer estimate may take the place of an accepted one when this share of attempts has come on top.</summary>
    private const double Growth = 1.25;

    /// <summary>First attempts of real people on a form version that were handed in: what statistics may use.</summary>
    public async Task<int> ValidAttemptsAsync(Guid formVersion, CancellationToken cancellationToken) =>
        await FirstAttempts(formVersion).CountAsync(cancellationToken);

    /// <summary>What stands beside the planning values, or beside the estimate that was accepted last, and whether it may take their place.</summary>
    /// <param name="insight">The newest statistics of the form; null before the first.</param>
    public async Task<EstimateOffer> OfferAsync(Guid formVersion, DrawnInsight? insight, CancellationToken cancellationToken)
    {
        ScoringPlan plan = await scoring.CurrentPlanAsync(formVersion, cancellationToken);
        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        int needed = total is { Basis: EstimateBasis.Estimated, Attempts: int used } ? (int)Math.Ceiling(used * Growth) : options.Value.AttemptsForEstimates;
        IReadOnlyList<ScaleStatistics> estimates = insight is null ? [] : InsightJson.ReadInsight(insight.Row.Content).Estimates;
        return new EstimateOffer(
            plan,
            total,
            estimates,
            insight?.Row.Attempts ?? 0,
            needed,
            estimates.Count > 0 && insight!.Row.Attempts >= needed && insight.Row.PlanId == plan.Id && insight.Request.Kind == InsightKind.Form);
    }

    /// <summary>
    /// Puts an estimate in the place of the values of the current plan, for campaigns whose first invitation is yet to come. Exactly what was
    /// shown is accepted: the numbers of these statistics, not newer ones.
    /// </summary>
    /// <returns>The new plan; null where the estimate may not take their place any more, or somebody was faster.</returns>
    public async Task<Guid?> AcceptAsync(DrawnInsight insight, CancellationToken cancellationToken)
    {
        Guid form = insight.Request.FormVersionId;

        // Read before the plan: who accepts at the same time takes the next number first, and this one then gives way.
        int number = await db.ScoringPlans.Where(p => p.FormVersionId == form).MaxAsync(p => p.Number, cancellationToken) + 1;
        EstimateOffer offer = await OfferAsync(form, insight, cancellationToken);
        return offer.MayBeAccepted ? await AddPlanAsync(offer.Plan, offer.Estimates, number) : null;
    }

    /// <summary>A person's first attempt on the form version, wherever and under whichever address they were invited; simulated ones never.</summary>
    private IQueryable<AttemptRow> FirstAttempts(Guid formVersion) =>
        from attempt in db.Attempts
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        join person in db.Candidates on invitation.CandidateId equals person.Id
        where attempt.FormVersionId == formVersion && attempt.ClosedAt != null && !attempt.Simulated && !attempt.TimedOut && !attempt.Typed && invitation.WithdrawnAt == null
        where !(
            from other in db.Attempts
            join otherInvitation in db.Invitations on other.InvitationId equals otherInvitation.Id
            join same in db.Candidates on otherInvitation.CandidateId equals same.Id
            where (same.Id == (person.MergedIntoId ?? person.Id) || same.MergedIntoId == (person.MergedIntoId ?? person.Id)) && other.FormVersionId == formVersion && other.StartedAt < attempt.StartedAt && otherInvitation.WithdrawnAt == null
            select other.Id).Any()
        select attempt;

    /// <summary>Sheets of valid first attempts under a plan: scored, without flags, and on the items of the plan alone.</summary>
    public async Task<List<ScoreSheet>> SheetsAsync(Guid formVersion, ScoringPlan plan, CancellationToken cancellationToken)
    {
        List<string> stored = await (
            from attempt in FirstAttempts(formVersion)
            join run in db.ScoreRuns on attempt.Id equals run.AttemptId
            where run.PlanId == plan.Id
            select run.Sheet).ToListAsync(cancellationToken);
        HashSet<Guid> items = [.. plan.Items.Select(i => i.ItemVersion)];
        return
        [
            .. stored.Select(PlanJson.ReadSheet)
                .Where(s => s.Total.Percent is not null && s.Flags.Count == 0 && s.Items.All(i => items.Contains(i.ItemVersion))),
        ];
    }

    private async Task<Guid?> AddPlanAsync(ScoringPlan plan, IReadOnlyList<ScaleStatistics> estimates, int number)
    {
        ScoringPlan better = plan with { Id = Guid.CreateVersion7(), Scales = estimates };
        string content = PlanJson.Write(better);
        db.ScoringPlans.Add(new ScoringPlanRow
        {
            Id = better.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = number,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
        });
        try
        {
            await db.SaveChangesAsync();
            return better.Id;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }
}

/// <summary>Assumed beside estimated.</summary>
/// <param name="Plan">The current plan of the form.</param>
/// <param name="Total">Reliability and SD that it has.</param>
/// <param name="Estimates">Total and domains, as the newest statistics have them; empty where too few people are behind them.</param>
/// <param name="Attempts">Attempts behind the newest statistics.</param>
/// <param name="Needed">Attempts from which on they may be accepted.</param>
public sealed record EstimateOffer(
    ScoringPlan Plan, ScaleStatistics Total, IReadOnlyList<ScaleStatistics> Estimates, int Attempts, int Needed, bool MayBeAccepted);
