using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Takes a bank that somebody uploaded, in one transaction. Items whose text or whose authors' key differs wait for a second person, and
/// a key that comes along is for those alone: nobody can change by an upload how a live text is scored.
/// </summary>
public sealed class BankIntake(EqAssessDb db, BankExchange exchange, BankLibrary banks, TimeProvider time)
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
        HashSet<string> news = [.. changes.Keys.Where(k => k.Kind == ChangeKind.Added).Select(k => k.Id)];
        List<Key> newKeys = [.. keys.Where(k => news.Contains(k.Version))];
        List<ItemVersionRow> waiting = await AddVersionsAsync(row, bank, changes, newKeys.LastOrDefault(k => k.Status == KeyStatus.Draft), by);
        int retired = retire ? await RetireAsync(row.Id, [.. changes.Items.Where(i => i.Kind == ChangeKind.Gone).Select(i => i.Id)], by) : 0;
        await AddKeysAsync(row.Id, newKeys, waiting, by);
        await db.SaveChangesAsync();
        return new TakenIn(row.Id, waiting.Count, retired, newKeys.Count);
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

    private async Task<List<ItemVersionRow>> AddVersionsAsync(BankRow row, Bank bank, BankChanges changes, Key? authors, Guid by)
    {
        List<ItemVersionRow> known = await db.ItemVersions.AsNoTracking().Where(v => v.BankId == row.Id).ToListAsync();
        ILookup<string, ItemVersionRow> versions = known.ToLookup(v => v.ItemId, StringComparer.Ordinal);
        HashSet<string> differing = [.. changes.Items.Where(i => i.Kind is ChangeKind.Added or ChangeKind.Changed).Select(i => i.Id)];
        var added = new List<ItemVersionRow>();
        foreach (Item item in bank.Items)
        {
            KeyedItem? proposal = authors?.Items.GetValueOrDefault(item.Id);
            ItemVersionRow version = VersionOf(item, row.Id, bank, versions[item.Id].Select(v => v.Number).DefaultIfEmpty(0).Max() + 1, proposal);
            bool waitsAlready = versions[item.Id].Any(v => v.Digest == version.Digest && (proposal is null || v.KeyProposal == version.KeyProposal) && v.Status is ItemStatus.InReview or ItemStatus.Approved);
            if (waitsAlready || (!differing.Contains(item.Id) && !await KeyedAnewAsync(versions[item.Id].FirstOrDefault(v => v.Current), proposal)))
            {
                continue;
            }

            db.ItemVersions.Add(version);
            await ItemSteps.AddAsync(db, version, ItemStep.Drafted, by, null, time.Now);
            await ItemSteps.AddAsync(db, version, ItemStep.Submitted, by, null, time.Now);
            added.Add(version);
        }

        return added;
    }

    /// <summary>Whether the authors say something else of a live text than before.</summary>
    private async Task<bool> KeyedAnewAsync(ItemVersionRow? live, KeyedItem? proposal) =>
        live is not null && proposal is not null
        && (await banks.AuthorsKeyOfAsync(live) is not { } before || KeyJson.WriteItem(before) != KeyJson.WriteItem(proposal));

    private ItemVersionRow VersionOf(Item item, Guid bankId, Bank bank, int number, KeyedItem? proposal)
    {
        string content = ItemJson.Write(item);
        return new ItemVersionRow
        {
            Id = Guid.CreateVersion7(),
            BankId = bankId,
            ItemId = item.Id,
            Number = number,
            Use = item.Use,
            Facet = item.Facet,
            Domain = bank.DomainOf(item.Facet)?.Code ?? "",
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
            Current = false,
            Status = ItemStatus.Draft,
            Origin = ItemOrigin.Browser,
            KeyProposal = proposal is null ? null : KeyJson.WriteItem(proposal),
        };
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

    private async Task AddKeysAsync(Guid bank, List<Key> keys, List<ItemVersionRow> waiting, Guid by)
    {
        bool demonstration = await db.Workspaces.AnyAsync(w => w.Demonstration);
        foreach (Key key in keys)
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
            db.KeyCoverages.AddRange(waiting.Where(v => key.Items.ContainsKey(v.ItemId)).Select(v => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = v.Id }));
        }
    }
}

/// <param name="Waiting">Item versions that wait for review now.</param>
/// <param name="Keys">Key versions that are new.</param>
public sealed record TakenIn(Guid Bank, int Waiting, int Retired, int Keys);
