using EqAssess.Data;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What attempts have shown of a bank's items: how often they were given out, and how difficult they were.</summary>
public sealed class ItemExperience(EqAssessDb db, ScoringService scoring, EstimateService estimates)
{
    /// <summary>By item id: attempts of real people on forms that hold any version of the item.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AttemptsAsync(Guid bank, CancellationToken cancellationToken) => await (
        from place in db.FormItems
        join version in db.ItemVersions on place.ItemVersionId equals version.Id
        join attempt in db.Attempts on place.FormVersionId equals attempt.FormVersionId
        where version.BankId == bank && !place.Practice && !attempt.Simulated
        group attempt by version.ItemId into seen
        select new { Item = seen.Key, Count = seen.Count() }).ToDictionaryAsync(s => s.Item, s => s.Count, StringComparer.Ordinal, cancellationToken);

    /// <summary>By item version: mean credit in valid first attempts of real people, over all forms, under each form's current plan.</summary>
    public async Task<IReadOnlyDictionary<Guid, ObservedDifficulty>> DifficultiesAsync(Guid bank, CancellationToken cancellationToken)
    {
        List<Guid> forms = await db.FormVersions.Where(f => f.BankId == bank && db.Attempts.Any(a => a.FormVersionId == f.Id && !a.Simulated && a.ClosedAt != null))
            .Select(f => f.Id).ToListAsync(cancellationToken);
        var scored = new List<ItemResult.Scored>();
        foreach (Guid form in forms)
        {
            ScoringPlan plan = await scoring.CurrentPlanAsync(form, cancellationToken);
            scored.AddRange((await estimates.SheetsAsync(form, plan, cancellationToken)).SelectMany(s => s.Items).OfType<ItemResult.Scored>());
        }

        return scored.GroupBy(s => s.ItemVersion).ToDictionary(g => g.Key, g => new ObservedDifficulty(g.Average(s => s.Points / s.Maximum), g.Count()));
    }
}
