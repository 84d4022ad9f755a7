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
/// Estimates reliability and SD of a form version from its attempts. A new estimate makes a new scoring plan, under which every attempt
/// is scored anew; the earlier plans and runs stay.
/// </summary>
public sealed class EstimateService(EqAssessDb db, ScoringService scoring, IOptions<ScoringOptions> options, TimeProvider time)
{
    /// <summary>An estimate is made anew when this share of attempts has come on top.</summary>
    private const double Growth = 1.25;

    /// <summary>First attempts of real people on a form version that were handed in: what statistics may use.</summary>
    public async Task<int> ValidAttemptsAsync(Guid formVersion, CancellationToken cancellationToken) =>
        await FirstAttempts(formVersion).CountAsync(cancellationToken);

    /// <returns>Whether a new plan was made.</returns>
    public async Task<bool> RefreshAsync(Guid formVersion, CancellationToken cancellationToken)
    {
        // Read before the plan: a node that estimates at the same time takes the next number first, and this one then gives way.
        int number = await db.ScoringPlans.Where(p => p.FormVersionId == formVersion).MaxAsync(p => p.Number, cancellationToken) + 1;
        ScoringPlan plan = await scoring.CurrentPlanAsync(formVersion, cancellationToken);
        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        double needed = total is { Basis: EstimateBasis.Estimated, Attempts: int used } ? used * Growth : options.Value.AttemptsForEstimates;
        if (await ValidAttemptsAsync(formVersion, cancellationToken) < needed)
        {
            return false;
        }

        // Flagged attempts count among the handed in and not in an estimate, so the sheets have the last word.
        List<ScoreSheet> sheets = await SheetsAsync(formVersion, plan, cancellationToken);
        return sheets.Count >= needed && Estimate(plan, sheets) is { } estimate && await AddPlanAsync(plan, [estimate, .. DomainEstimates.Of(plan, sheets)], number);
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

    private async Task<bool> AddPlanAsync(ScoringPlan plan, IReadOnlyList<ScaleStatistics> estimates, int number)
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
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
