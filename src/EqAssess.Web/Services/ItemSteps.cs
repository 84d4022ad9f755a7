using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Records a step in the life of an item version together with the status that follows from it.</summary>
internal static class ItemSteps
{
    /// <summary>Adds to the context without saving. Whether the step may be taken was asked before.</summary>
    /// <param name="by">Null for the server.</param>
    public static async Task AddAsync(EqAssessDb db, ItemVersionRow row, ItemStep step, Guid? by, string? note, DateTimeOffset at)
    {
        int last = await db.ItemVersionEvents.Where(e => e.ItemVersionId == row.Id).MaxAsync(e => (int?)e.Sequence) ?? 0;
        int pending = db.ItemVersionEvents.Local.Count(e => e.ItemVersionId == row.Id && e.Sequence > last);
        db.ItemVersionEvents.Add(new ItemVersionEvent
        {
            ItemVersionId = row.Id, Sequence = last + pending + 1, Step = step, At = at, By = by, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        });
        row.Status = StatusAfter(step) ?? row.Status;
        row.Current = row.Status == ItemStatus.Live;
        row.Revision++;
    }

    /// <summary>The fold of a version's steps; null before the first.</summary>
    public static async Task<ItemLifeState?> StateAsync(EqAssessDb db, Guid version)
    {
        var steps = await db.ItemVersionEvents.AsNoTracking().Where(e => e.ItemVersionId == version).OrderBy(e => e.Sequence)
            .Select(e => new { e.Step, e.By }).ToListAsync();
        return ItemLife.Of(steps.Select(s => (s.Step, s.By)));
    }

    private static ItemStatus? StatusAfter(ItemStep step) => step switch
    {
        ItemStep.Imported or ItemStep.Published => ItemStatus.Live,
        ItemStep.Drafted or ItemStep.Returned => ItemStatus.Draft,
        ItemStep.Submitted => ItemStatus.InReview,
        ItemStep.Approved => ItemStatus.Approved,
        ItemStep.Retired => ItemStatus.Retired,
        _ => null,
    };
}
