using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Takes a bank that somebody uploaded, in one transaction: changed and new items wait for review, new keys are stored, nothing live changes by itself.</summary>
public sealed class BankIntake(EqAssessDb db, BankExchange exchange, TimeProvider time)
{
    /// <param name="retire">Whether items that the upload does not have are taken out of use.</param>
    public async Task<TakenIn> TakeAsync(Bank bank, IReadOnlyList<Key> keys, bool retire, Guid by)
    {
        BankChanges changes = await exchange.PreviewAsync(bank, keys, CancellationToken.None);
        if (changes.RefusedKeys.Any())
        {
            throw new InvalidOperationException("A key version that is known with other content should have been refused before.");
        }

        BankRow row = await HeadAsync(bank);
        HashSet<string> differing = [.. changes.Items.Where(i => i.Kind is ChangeKind.Added or ChangeKind.Changed).Select(i => i.Id)];
        List<ItemVersionRow> waiting = await AddVersionsAsync(row, bank, [.. bank.Items.Where(i => differing.Contains(i.Id))], by);
        int retired = retire ? await RetireAsync(row.Id, [.. changes.Items.Where(i => i.Kind == ChangeKind.Gone).Select(i => i.Id)], by) : 0;
        int added = await AddKeysAsync(row.Id, keys, changes, waiting, by);
        await db.SaveChangesAsync();
        return new TakenIn(row.Id, waiting.Count, retired, added);
    }

    private async Task<BankRow> HeadAsync(Bank bank)
    {
        string head = JsonSerializer.Serialize(bank with { Items = [] });
        if (await db.Banks.SingleOrDefaultAsync(b => b.Slug == bank.Id) is { } known)
        {
            (known.Title, known.Head) = (bank.Title, head);
            return known;
        }

        var row = new BankRow { Id = Guid.CreateVersion7(), Slug = bank.Id, Title = bank.Title, Language = bank.Language, Head = head, ImportedAt = time.Now };
        db.Banks.Add(row);
        return row;
    }

    private async Task<List<ItemVersionRow>> AddVersionsAsync(BankRow row, Bank bank, List<Item> items, Guid by)
    {
        List<string> ids = [.. items.Select(i => i.Id)];
        var numbers = (await db.ItemVersions.Where(v => v.BankId == row.Id && ids.Contains(v.ItemId)).GroupBy(v => v.ItemId)
            .Select(g => new { g.Key, Last = g.Max(v => v.Number) }).ToListAsync()).ToDictionary(n => n.Key, n => n.Last, StringComparer.Ordinal);
        var added = new List<ItemVersionRow>();
        foreach (Item item in items)
        {
            string content = ItemJson.Write(item);
            var version = new ItemVersionRow
            {
                Id = Guid.CreateVersion7(),
                BankId = row.Id,
                ItemId = item.Id,
                Number = numbers.GetValueOrDefault(item.Id) + 1,
                Use = item.Use,
                Facet = item.Facet,
                Domain = bank.DomainOf(item.Facet)?.Code ?? "",
                Content = content,
                Digest = Digest.Sha256(content),
                CreatedAt = time.Now,
                Current = false,
                Status = ItemStatus.Draft,
                Origin = ItemOrigin.Browser,
            };
            db.ItemVersions.Add(version);
            await ItemSteps.AddAsync(db, version, ItemStep.Drafted, by, null, time.Now);
            await ItemSteps.AddAsync(db, version, ItemStep.Submitted, by, null, time.Now);
            added.Add(version);
        }

        return added;
    }

    private async Task<int> RetireAsync(Guid bank, List<string> gone, Guid by)
    {
        List<ItemVersionRow> rows = await db.ItemVersions.Where(v => v.BankId == bank && v.Current && gone.Contains(v.ItemId)).ToListAsync();
        foreach (ItemVersionRow row in rows)
        {
            await ItemSteps.AddAsync(db, row, ItemStep.Retired, by, null, time.Now);
        }

        return rows.Count;
    }

    /// <summary>A new key is for the texts that came with it: those that wait, and the live ones that are the same.</summary>
    private async Task<int> AddKeysAsync(Guid bank, IReadOnlyList<Key> keys, BankChanges changes, List<ItemVersionRow> waiting, Guid by)
    {
        bool demonstration = await db.Workspaces.AnyAsync(w => w.Demonstration);
        HashSet<string> unchanged = [.. changes.Items.Where(i => i.Kind == ChangeKind.Unchanged).Select(i => i.Id)];
        var live = await db.ItemVersions.Where(v => v.BankId == bank && v.Current).Select(v => new { v.Id, v.ItemId }).ToListAsync();
        HashSet<string> news = [.. changes.Keys.Where(k => k.Kind == ChangeKind.Added).Select(k => k.Id)];
        foreach (Key key in keys.Where(k => news.Contains(k.Version)))
        {
            string content = KeyJson.Write(key);
            var row = new KeyVersionRow
            {
                Id = Guid.CreateVersion7(),
                BankId = bank,
                Label = key.Version,
                Status = key.Status,
                Source = key.Source,
                Content = content,
                Digest = Digest.Sha256(content),
                CreatedAt = time.Now,
                Demonstration = demonstration,
                PublishedBy = by,
            };
            db.KeyVersions.Add(row);
            IEnumerable<Guid> covered = waiting.Where(v => key.Items.ContainsKey(v.ItemId)).Select(v => v.Id)
                .Concat(live.Where(v => unchanged.Contains(v.ItemId) && key.Items.ContainsKey(v.ItemId)).Select(v => v.Id));
            db.KeyCoverages.AddRange(covered.Select(version => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = version }));
        }

        return news.Count;
    }
}

/// <param name="Waiting">Item versions that wait for review now.</param>
/// <param name="Keys">Key versions that are new.</param>
public sealed record TakenIn(Guid Bank, int Waiting, int Retired, int Keys);
