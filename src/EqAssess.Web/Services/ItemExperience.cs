using EqAssess.Data;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What attempts have shown of a bank's items: how often they were given out, and how difficult they were.</summary>
public sealed class ItemExperience(EqAssessDb db, ScoringService scoring, EstimateService estimates)
{
    /// <summary>By item id: attempts of real people on forms that hold any version of the item.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AttemptsAsync(Guid bank, CancellationToken cancellationToken)
    {
        // Attempts are counted by form first: joined one by one, each would come once for every item of its form.
        Dictionary<Guid, int> attempts = await db.Attempts.Where(a => !a.Simulated && db.FormVersions.Any(f => f.Id == a.FormVersionId && f.BankId == bank))
            .GroupBy(a => a.FormVersionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var places = await (
            from place in db.FormItems
            join version in db.ItemVersions on place.ItemVersionId equals version.Id
            where version.BankId == bank && !place.Practice
            select new { place.FormVersionId, version.ItemId }).ToListAsync(cancellationToken);
        return places.Where(p => attempts.ContainsKey(p.FormVersionId)).GroupBy(p => p.ItemId)
            .ToDictionary(g => g.Key, g => g.Sum(p => attempts[p.FormVersionId]), StringComparer.Ordinal);
    }

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
