using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Rights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs.Groups;

/// <summary>Compares groups on one form version, over all campaigns: valid first attempts with answers.</summary>
internal sealed class FormGroups(EqAssessDb db, AnsweredGroups groups, ScoringService scoring, EstimateService estimates, TimeProvider time)
{
    /// <summary>People with answers below which nothing is compared.</summary>
    private const int Fewest = 2 * Disclosure.FewestForGap;

    /// <summary>Form versions of campaigns with answers.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> answered = await groups.CampaignsAsync(cancellationToken);
        return await db.Campaigns.Where(c => answered.Contains(c.Id)).Select(c => c.FormVersionId).Distinct().ToListAsync(cancellationToken);
    }

    /// <returns>Whether there is a new comparison: enough people came on top, or the key is another.</returns>
    public async Task<bool> CompareAsync(Guid form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        ScoringPlan plan = await scoring.CurrentPlanAsync(form, cancellationToken);
        FormFairnessRow? last = await db.FormFairness.AsNoTracking().Where(f => f.FormVersionId == form).OrderByDescending(f => f.Number).FirstOrDefaultAsync(cancellationToken);
        List<Guid> attempts = await estimates.FirstAttempts(form).Select(a => a.Id).ToListAsync(cancellationToken);
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers = await groups.OfAsync(attempts, await groups.CampaignsAsync(cancellationToken), cancellationToken);
        FormFairness? before = last is null ? null : MonitoringJson.ReadFairness(last.Content);
        if (answers.Count < Fewest || (before is not null && !before.IsDue(answers.Count, plan.KeyVersion)))
        {
            return false;
        }

        List<(Guid Attempt, ScoreSheet Sheet)> sheets = await SheetsAsync(plan, answers, cancellationToken);
        if (sheets.Count < Fewest || (before is not null && !before.IsDue(sheets.Count, plan.KeyVersion)))
        {
            return false;
        }

        db.FormFairness.Add(new FormFairnessRow
        {
            FormVersionId = form, Number = (last?.Number ?? 0) + 1, TakenAt = time.Now, Content = MonitoringJson.Write(Compared(plan, sheets, answers)),
        });
        return await db.SavedFirstAsync();
    }

    private FormFairness Compared(ScoringPlan plan, List<(Guid Attempt, ScoreSheet Sheet)> sheets, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers)
    {
        Guid[] items = [.. plan.Items.Select(i => i.ItemVersion).Where(item => sheets.All(s => CreditOf(s.Sheet, item) is not null))];
        var credits = new ScoreTable([.. items.Select(item => sheets.Select(s => CreditOf(s.Sheet, item)!.Value).ToArray())]);
        double[] percents = [.. sheets.Select(s => s.Sheet.Total.Percent!.Value)];
        return new FormFairness(plan.KeyVersion, sheets.Count, time.Now,
        [
            .. MonitoringForms.All.SelectMany(q => new FairnessStudy(
                items, credits, [.. sheets.Select(s => answers[s.Attempt].GetValueOrDefault(q.Code))], percents).Compare(q.Code, q.Groups)),
        ]);
    }

    private async Task<List<(Guid Attempt, ScoreSheet Sheet)>> SheetsAsync(
        ScoringPlan plan, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers, CancellationToken cancellationToken)
    {
        var stored = await db.ScoreRuns.Where(r => r.PlanId == plan.Id && r.Percent != null).OrderBy(r => r.AttemptId)
            .Select(r => new { r.AttemptId, r.Sheet }).ToListAsync(cancellationToken);
        HashSet<Guid> items = [.. plan.Items.Select(i => i.ItemVersion)];
        return
        [
            .. stored.Where(r => answers.ContainsKey(r.AttemptId)).Select(r => (r.AttemptId, PlanJson.ReadSheet(r.Sheet)))
                .Where(r => r.Item2.Flags.Count == 0 && r.Item2.Items.All(i => items.Contains(i.ItemVersion))),
        ];
    }

    /// <summary>0 to 1; null where the scoring method gives one item no points.</summary>
    private static double? CreditOf(ScoreSheet sheet, Guid item) => sheet.Items.FirstOrDefault(i => i.ItemVersion == item) switch
    {
        ItemResult.Scored scored => scored.Points / scored.Maximum,
        ItemResult.CountedInScale => null,
        _ => 0,
    };
}
