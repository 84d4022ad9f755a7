using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What became of an item over time: its versions, who took which step, and where it is used.</summary>
public sealed class ItemHistory(EqAssessDb db, BankLibrary banks)
{
    /// <summary>All versions of an item, newest first.</summary>
    public async Task<IReadOnlyList<PastVersion>> VersionsAsync(Guid bank, string item, CancellationToken cancellationToken)
    {
        var rows = await db.ItemVersions.AsNoTracking().Where(v => v.BankId == bank && v.ItemId == item).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Status, v.Origin, v.CreatedAt }).ToListAsync(cancellationToken);
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var steps = await (
            from step in db.ItemVersionEvents
            where ids.Contains(step.ItemVersionId)
            orderby step.Sequence
            select new
            {
                step.ItemVersionId,
                Step = new PastStep(step.Step, step.At, db.Users.Where(u => u.Id == step.By).Select(u => u.DisplayName).FirstOrDefault(), step.Note),
            }).AsNoTracking().ToListAsync(cancellationToken);
        var stepsOf = steps.ToLookup(s => s.ItemVersionId, s => s.Step);
        return [.. rows.Select(r => new PastVersion(r.Id, r.Number, r.Status, r.Origin, r.CreatedAt, [.. stepsOf[r.Id]]))];
    }

    /// <summary>Texts of a draft that somebody else's replaced, newest first.</summary>
    public async Task<IReadOnlyList<PastCopy>> CopiesAsync(Guid version, CancellationToken cancellationToken) =>
        await (
            from copy in db.ItemDraftCopies
            where copy.ItemVersionId == version
            orderby copy.At descending
            select new PastCopy(copy.Id, copy.At, db.Users.Where(u => u.Id == copy.By).Select(u => u.DisplayName).FirstOrDefault())).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>What differs between two versions of one item, key included where both have one.</summary>
    public async Task<IReadOnlyList<FieldChange>> ChangesAsync(ItemVersionRow before, ItemVersionRow after, CancellationToken cancellationToken) =>
        ItemDiff.Between(
            ItemJson.Read(before.Content),
            await banks.AuthorsKeyOfAsync(before, cancellationToken),
            ItemJson.Read(after.Content),
            await banks.AuthorsKeyOfAsync(after, cancellationToken));

    /// <summary>What differs between a kept copy and the draft as it stands.</summary>
    public async Task<IReadOnlyList<FieldChange>> ChangesAsync(ItemDraftCopy copy, ItemVersionRow draft, CancellationToken cancellationToken) =>
        ItemDiff.Between(
            ItemJson.Read(copy.Content),
            copy.KeyProposal is null ? null : KeyJson.ReadItem(copy.KeyProposal),
            ItemJson.Read(draft.Content),
            await banks.AuthorsKeyOfAsync(draft, cancellationToken));

    /// <summary>Where the versions of each item of a bank are used; items that are used nowhere are left out.</summary>
    public async Task<IReadOnlyDictionary<string, ItemUsage>> UsageAsync(Guid bank, string? item, CancellationToken cancellationToken)
    {
        var placed =
            from place in db.FormItems
            join version in db.ItemVersions on place.ItemVersionId equals version.Id
            where version.BankId == bank && (item == null || version.ItemId == item)
            select new { version.ItemId, place.FormVersionId, place.Practice };
        var forms = await placed.GroupBy(p => p.ItemId).Select(g => new { Item = g.Key, Count = g.Select(p => p.FormVersionId).Distinct().Count() }).ToListAsync(cancellationToken);
        var attempts = await (
            from place in placed
            where !place.Practice
            join attempt in db.Attempts on place.FormVersionId equals attempt.FormVersionId
            group attempt by new { place.ItemId, attempt.Simulated } into g
            select new { g.Key.ItemId, g.Key.Simulated, Count = g.Count() }).ToListAsync(cancellationToken);
        int Attempts(string id, bool simulated) => attempts.Where(a => a.ItemId == id && a.Simulated == simulated).Sum(a => a.Count);
        return forms.ToDictionary(f => f.Item, f => new ItemUsage(f.Count, Attempts(f.Item, false), Attempts(f.Item, true)), StringComparer.Ordinal);
    }
}

public sealed record PastVersion(Guid Id, int Number, ItemStatus Status, ItemOrigin Origin, DateTimeOffset CreatedAt, IReadOnlyList<PastStep> Steps);

/// <param name="By">Display name; null for the server, or for somebody who is gone.</param>
public sealed record PastStep(ItemStep Step, DateTimeOffset At, string? By, string? Note);

/// <param name="By">Whose text it is; null for somebody who is gone.</param>
public sealed record PastCopy(Guid Id, DateTimeOffset At, string? By);

/// <param name="Forms">Form versions that hold a version of the item.</param>
/// <param name="Attempts">Attempts of real people in which it counted or was tried out.</param>
public sealed record ItemUsage(int Forms, int Attempts, int Simulated);
