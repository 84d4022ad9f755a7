using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Banks, items and keys as they stand in the database.</summary>
public sealed class BankLibrary(EqAssessDb db)
{
    /// <summary>The bank's head: titles, domains, facets and interview questions, without items.</summary>
    /// <exception cref="KeyNotFoundException">There is no such bank.</exception>
    public async Task<Bank> HeadAsync(Guid bank, CancellationToken cancellationToken)
    {
        string head = await db.Banks.Where(b => b.Id == bank).Select(b => b.Head).SingleOrDefaultAsync(cancellationToken)
            ?? throw new KeyNotFoundException($"There is no bank {bank}.");
        return HeadOf(head);
    }

    public Task<bool> ExistsAsync(Guid bank) => db.Banks.AnyAsync(b => b.Id == bank);

    public static Bank HeadOf(string head) =>
        JsonSerializer.Deserialize<Bank>(head) ?? throw new InvalidOperationException("A bank's head is empty.");

    /// <summary>Current item versions, live ones in the order of domains and facets, practice items last.</summary>
    public async Task<IReadOnlyList<BankItem>> ItemsAsync(Guid bank, CancellationToken cancellationToken)
    {
        Bank head = await HeadAsync(bank, cancellationToken);
        List<string> facets = [.. head.Domains.SelectMany(d => d.Facets).Select(f => f.Code)];
        List<ItemVersionRow> rows = await db.ItemVersions.AsNoTracking().Where(i => i.BankId == bank && i.Current).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new BankItem(r.Id, r.Number, r.Domain, ItemJson.Read(r.Content)))
                .OrderBy(i => i.Item.Use).ThenBy(i => facets.IndexOf(i.Item.Facet)).ThenBy(i => i.Item.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Versions that forms may try out beside the live ones: approved, and not live yet. An item is there once, at its newest.</summary>
    public async Task<IReadOnlyList<BankItem>> ApprovedAsync(Guid bank, CancellationToken cancellationToken)
    {
        List<ItemVersionRow> rows = await db.ItemVersions.AsNoTracking()
            .Where(i => i.BankId == bank && i.Status == ItemStatus.Approved && i.Use == ItemUse.Live).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.ItemId).Select(g => g.MaxBy(r => r.Number)!).Select(r => new BankItem(r.Id, r.Number, r.Domain, ItemJson.Read(r.Content)))];
    }

    /// <summary>Item versions that a key version was made for.</summary>
    public async Task<IReadOnlySet<Guid>> CoveredByAsync(Guid key, CancellationToken cancellationToken) =>
        (await db.KeyCoverages.Where(c => c.KeyVersionId == key).Select(c => c.ItemVersionId).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>
    /// The key versions that were made for all of these item versions, the best evidence first: panel, provisional, draft and, last,
    /// simulated; the newest first among equals.
    /// </summary>
    public async Task<IReadOnlyList<StoredKey>> KeysForAsync(Guid bank, IReadOnlyCollection<Guid> itemVersions, CancellationToken cancellationToken)
    {
        int wanted = itemVersions.Distinct().Count();
        List<KeyVersionRow> rows = await db.KeyVersions.AsNoTracking()
            .Where(k => k.BankId == bank && db.KeyCoverages.Count(c => c.KeyVersionId == k.Id && itemVersions.Contains(c.ItemVersionId)) == wanted)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(k => StrengthOf(k.Status)).ThenByDescending(k => k.CreatedAt).ThenByDescending(k => k.Label, StringComparer.Ordinal)
                .Select(k => new StoredKey(k.Id, k.Demonstration, KeyJson.Read(k.Content))),
        ];
    }

    /// <summary>
    /// What authors think of the options of an item version: its own proposal, or the newest key without a panel that was made for the
    /// version. Null where nobody has keyed it.
    /// </summary>
    public async Task<KeyedItem?> AuthorsKeyOfAsync(ItemVersionRow version, CancellationToken cancellationToken = default)
    {
        if (version.KeyProposal is string proposal)
        {
            return KeyJson.ReadItem(proposal);
        }

        string? content = await db.KeyVersions.AsNoTracking()
            .Where(k => k.BankId == version.BankId && k.Status == KeyStatus.Draft && db.KeyCoverages.Any(c => c.KeyVersionId == k.Id && c.ItemVersionId == version.Id))
            .OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Label).Select(k => k.Content).FirstOrDefaultAsync(cancellationToken);
        return content is null ? null : KeyJson.Read(content).Items.GetValueOrDefault(version.ItemId);
    }

    private static int StrengthOf(KeyStatus status) => status switch
    {
        KeyStatus.Panel => 0,
        KeyStatus.Provisional => 1,
        KeyStatus.Draft => 2,
        _ => 3,
    };

    /// <summary>The best founded key of the bank as it is live; the newest one where none was made for all of it; null before the first.</summary>
    public async Task<StoredKey?> WholeKeyAsync(Guid bank, CancellationToken cancellationToken)
    {
        int live = await db.ItemVersions.CountAsync(v => v.BankId == bank && v.Current, cancellationToken);
        List<KeyVersionRow> whole = await db.KeyVersions.AsNoTracking()
            .Where(k => k.BankId == bank && db.KeyCoverages.Count(c => c.KeyVersionId == k.Id && db.ItemVersions.Any(v => v.Id == c.ItemVersionId && v.BankId == bank && v.Current)) == live)
            .ToListAsync(cancellationToken);
        KeyVersionRow? row = whole.OrderBy(k => StrengthOf(k.Status)).ThenByDescending(k => k.CreatedAt).ThenByDescending(k => k.Label, StringComparer.Ordinal).FirstOrDefault()
            ?? await db.KeyVersions.AsNoTracking().Where(k => k.BankId == bank)
                .OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Label).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new StoredKey(row.Id, row.Demonstration, KeyJson.Read(row.Content));
    }
}

/// <param name="Version">Id of the item version.</param>
/// <param name="Number">Number of the version within the item.</param>
public sealed record BankItem(Guid Version, int Number, string Domain, Item Item);

/// <param name="Demonstration">Whether the key may not leave the demonstration.</param>
public sealed record StoredKey(Guid Id, bool Demonstration, Key Key);
