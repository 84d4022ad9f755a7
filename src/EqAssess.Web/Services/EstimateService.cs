using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
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

    /// <summary>Forms on planning values whose newest statistics have enough attempts to take their place.</summary>
    public async Task<IReadOnlyList<WaitingEstimate>> WaitingAsync(CancellationToken cancellationToken)
    {
        int needed = options.Value.AttemptsForEstimates;
        var found = await (
            from request in db.InsightRequests
            join row in db.Insights on request.Id equals row.Id
            join plan in db.ScoringPlans on row.PlanId equals plan.Id
            join form in db.FormVersions on request.FormVersionId equals form.Id
            where request.Kind == InsightKind.Form && row.Attempts >= needed && row.Definition == InsightDrawing.Definition
                && !db.ScoringPlans.Any(later => later.FormVersionId == form.Id && later.CampaignId == null && later.Number > plan.Number)
            select new { form.Id, form.Title, form.Number }).Distinct().ToListAsync(cancellationToken);
        var waiting = new List<WaitingEstimate>();
        foreach (var form in found)
        {
            ScoringPlan plan = await scoring.CurrentPlanAsync(form.Id, cancellationToken);
            waiting.AddRange(plan.Scales.Any(s => s is { Scale: ScoringPlan.Total, Basis: EstimateBasis.Assumed }) ? [new WaitingEstimate(form.Id, form.Title, form.Number)] : []);
        }

        return waiting;
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

    /// <summary>By choices: written answers are marked by people, and say nothing about the scenarios' key.</summary>
    internal IQueryable<AttemptRow> FirstAttempts(Guid formVersion) => db.FirstAttemptsOn(formVersion).Where(a => !a.Typed);

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

    /// <summary>Stratified alpha over the domains (reference 3.2), and the SD of the percents.</summary>
    internal static ScaleStatistics? Estimate(ScoringPlan plan, List<ScoreSheet> sheets)
    {
        List<IReadOnlyList<IReadOnlyList<double>>> strata =
        [
            .. plan.Items.GroupBy(i => i.Domain).Select(domain => domain.Select(i => i.ItemVersion).ToHashSet())
                .Select(items => (IReadOnlyList<IReadOnlyList<double>>)[.. sheets.Select(s => Credits(s, items))]),
        ];
        double? reliability = StratifiedAlpha.Of(strata).OrNull;
        double? spread = Descriptive.StandardDeviation([.. sheets.Select(s => s.Total.Percent!.Value)]).OrNull;
        return reliability is null || spread is null
            ? null
            : new ScaleStatistics(
                ScoringPlan.Total, reliability.Value, spread.Value, EstimateBasis.Estimated, sheets.Count, "stratified alpha over the domains");
    }

    private static IReadOnlyList<double> Credits(ScoreSheet sheet, HashSet<Guid> items) =>
        [.. sheet.Items.Where(i => items.Contains(i.ItemVersion)).Select(i => i is ItemResult.Scored scored ? scored.Points : 0)];

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

/// <param name="Number">Of the form version among those of its title.</param>
public sealed record WaitingEstimate(Guid Form, string Title, int Number);
