using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Where the steps in the life of item versions are taken: to review, back, approved, out of use.</summary>
public sealed class ItemReview(EqAssessDb db, ItemChecking checking, TimeProvider time)
{
    /// <summary>Takes a step in the life of a version, if its state and the person allow it.</summary>
    public async Task<ItemStepping> StepAsync(Guid version, ItemStep step, string? note, Guid by)
    {
        ItemVersionRow row = await db.ItemVersions.SingleAsync(v => v.Id == version);
        ItemLifeState? state = await ItemSteps.StateAsync(db, version);
        if (ItemLife.WhyNot(state, step, by, await SurroundingsAsync(row)) is { } refusal)
        {
            return new ItemStepping.Refused(refusal);
        }

        if (step is ItemStep.Submitted or ItemStep.Approved)
        {
            IReadOnlyList<BankProblem> problems = await checking.ProblemsAsync(row, CancellationToken.None);
            if (problems.Any(p => p.Severity == ProblemSeverity.Error))
            {
                return new ItemStepping.Unsound(problems);
            }
        }

        await ItemSteps.AddAsync(db, row, step, by, note, time.Now);
        try
        {
            await db.SaveChangesAsync();
            return new ItemStepping.Done(row.Status);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || DatabaseEngine.SaysDuplicateKey(failure))
        {
            // Somebody else took a step at the same moment: decide again.
            db.ChangeTracker.Clear();
            return await StepAsync(version, step, note, by);
        }
    }

    /// <summary>Why a person cannot approve a version now; null if they can.</summary>
    public async Task<ItemLifeRefusal?> WhyNotApproveAsync(ItemVersionRow row, Guid by) =>
        ItemLife.WhyNot(await ItemSteps.StateAsync(db, row.Id), ItemStep.Approved, by, await SurroundingsAsync(row));

    private async Task<ItemSurroundings> SurroundingsAsync(ItemVersionRow row)
    {
        bool used = await db.FormItems.AnyAsync(i => i.ItemVersionId == row.Id) || await db.PanelItems.AnyAsync(i => i.ItemVersionId == row.Id);
        bool newer = await db.ItemVersions.AnyAsync(v => v.BankId == row.BankId && v.ItemId == row.ItemId && v.Current && v.Number > row.Number);
        return (used ? ItemSurroundings.InUse : ItemSurroundings.None) | (newer ? ItemSurroundings.NewerIsLive : ItemSurroundings.None);
    }

    /// <summary>Item versions of a bank that are in review and that this person did not write in.</summary>
    public async Task<IReadOnlyList<Guid>> ApprovableAsync(Guid bank, Guid by)
    {
        var steps = await db.ItemVersionEvents.AsNoTracking()
            .Where(e => db.ItemVersions.Any(v => v.Id == e.ItemVersionId && v.BankId == bank && v.Status == ItemStatus.InReview))
            .OrderBy(e => e.Sequence).Select(e => new { e.ItemVersionId, e.Step, e.By }).ToListAsync();
        return
        [
            .. steps.GroupBy(s => s.ItemVersionId)
                .Where(version => ItemLife.WhyNot(ItemLife.Of(version.Select(s => (s.Step, s.By))), ItemStep.Approved, by) is null)
                .Select(version => version.Key),
        ];
    }
}

/// <summary>What became of a step.</summary>
public abstract record ItemStepping
{
    private ItemStepping()
    {
    }

    public sealed record Done(ItemStatus Status) : ItemStepping;

    public sealed record Refused(ItemLifeRefusal Why) : ItemStepping;

    /// <param name="Problems">With one error at least.</param>
    public sealed record Unsound(IReadOnlyList<BankProblem> Problems) : ItemStepping;
}
