using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Takes banks from their files into the database: all of a bank, or nothing and every problem.</summary>
public sealed class BankImport(EqAssessDb db, TimeProvider time)
{
    /// <param name="folder">A bank, or a folder of several.</param>
    public async Task<IReadOnlyList<BankImportResult>> ImportAsync(string folder, CancellationToken cancellationToken)
    {
        var results = new List<BankImportResult>();
        FoundBanks found = BankFolders.Find(folder);
        if (found.Problems.Count > 0)
        {
            results.Add(new BankImportResult(folder, Imported: false, 0, found.Problems));
        }

        foreach (string bankFolder in found.Folders)
        {
            BankReading reading = BankReader.Read(Path.Combine(folder, bankFolder));
            results.Add(reading.Bank is null
                ? new BankImportResult(bankFolder, Imported: false, 0, reading.Problems)
                : await ImportAsync(reading, reading.Bank, cancellationToken));
        }

        return results;
    }

    private async Task<BankImportResult> ImportAsync(BankReading reading, Bank bank, CancellationToken cancellationToken)
    {
        var problems = new List<BankProblem>(reading.Problems);
        BankRow? row = await db.Banks.SingleOrDefaultAsync(b => b.Slug == bank.Id, cancellationToken);
        List<KeyVersionRow> knownKeys = row is null ? [] : await db.KeyVersions.Where(k => k.BankId == row.Id).ToListAsync(cancellationToken);
        foreach (Key key in reading.Keys)
        {
            KeyVersionRow? known = knownKeys.FirstOrDefault(k => k.Label == key.Version);
            if (known is not null && known.Digest != Digest.Sha256(KeyJson.Write(key)))
            {
                problems.Add(BankProblem.Error(
                    "key-changed",
                    $"keys/{key.Version}",
                    $"key {key.Version} was imported before with other content: a key version never changes, so give this one a new version"));
            }
        }

        if (problems.Any(p => p.Severity == ProblemSeverity.Error))
        {
            return new BankImportResult(bank.Title, Imported: false, 0, problems);
        }

        bool demonstration = await db.Workspaces.AnyAsync(w => w.Demonstration, cancellationToken);
        row = SaveHead(bank, row);
        int changed = await SaveItemsAsync(bank, row, problems, cancellationToken);
        foreach (Key key in reading.Keys.Where(key => knownKeys.All(k => k.Label != key.Version)))
        {
            KeyVersionRow added = RowOf(key, row.Id, demonstration);
            db.KeyVersions.Add(added);
            knownKeys.Add(added);
            changed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        await CoverAsync(reading, bank, knownKeys, row.Id, cancellationToken);
        return new BankImportResult(bank.Title, Imported: true, changed, problems);
    }

    /// <summary>
    /// A key's file stands beside the items, so it is for their texts there, and for no text that was written elsewhere. A panel's key is
    /// for those that stood there when it came.
    /// </summary>
    private async Task CoverAsync(BankReading reading, Bank bank, List<KeyVersionRow> rows, Guid bankId, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = bank.Items.ToDictionary(i => i.Id, i => Digest.Sha256(ItemJson.Write(i)), StringComparer.Ordinal);
        var versions = await db.ItemVersions.Where(i => i.BankId == bankId && i.Status != ItemStatus.Retired).Select(i => new { i.Id, i.ItemId, i.Digest }).ToListAsync(cancellationToken);
        foreach (Key key in reading.Keys)
        {
            KeyVersionRow row = rows.Single(r => r.Label == key.Version);
            List<Guid> covered = await db.KeyCoverages.Where(c => c.KeyVersionId == row.Id).Select(c => c.ItemVersionId).ToListAsync(cancellationToken);
            if (covered.Count > 0 && key.Panel is not null)
            {
                continue;
            }

            db.KeyCoverages.AddRange(versions
                .Where(i => key.Items.ContainsKey(i.ItemId) && texts.GetValueOrDefault(i.ItemId) == i.Digest && !covered.Contains(i.Id))
                .Select(i => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = i.Id }));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private BankRow SaveHead(Bank bank, BankRow? row)
    {
        string head = JsonSerializer.Serialize(bank with { Items = [] });
        if (row is null)
        {
            row = new BankRow
            {
                Id = Guid.CreateVersion7(), Slug = bank.Id, Title = bank.Title, Language = bank.Language, Head = head, ImportedAt = time.Now,
            };
            db.Banks.Add(row);
        }
        else
        {
            row.Title = bank.Title;
            row.Head = head;
            row.ImportedAt = time.Now;
        }

        return row;
    }

    /// <summary>
    /// What changed in the files since their last import comes in; what is unchanged there leaves the work of the browser alone. A text
    /// that both changed waits for review, so that neither is lost.
    /// </summary>
    private async Task<int> SaveItemsAsync(Bank bank, BankRow row, List<BankProblem> notices, CancellationToken cancellationToken)
    {
        List<ItemVersionRow> known = await db.ItemVersions.Where(i => i.BankId == row.Id).ToListAsync(cancellationToken);
        int changed = 0;
        foreach (Item item in bank.Items)
        {
            string content = ItemJson.Write(item);
            string digest = Digest.Sha256(content);
            List<ItemVersionRow> versions = [.. known.Where(k => k.ItemId == item.Id).OrderBy(k => k.Number)];
            ItemVersionRow? live = versions.Find(v => v.Current);
            if (versions.LastOrDefault(v => v.Origin == ItemOrigin.Files) is { } last && last.Digest == digest && !await LeftWithItsFileAsync(last))
            {
                continue;
            }

            ItemVersionRow added = RowOf(item, bank, row.Id, content, digest, (versions.LastOrDefault()?.Number ?? 0) + 1);
            db.ItemVersions.Add(added);
            changed++;
            if (live is { Origin: ItemOrigin.Browser })
            {
                await WaitForReviewAsync(added, notices);
                continue;
            }

            await ItemSteps.AddAsync(db, added, ItemStep.Imported, null, null, time.Now);
            await RetireAsync(live);
        }

        foreach (ItemVersionRow gone in known.Where(k => k.Current && k.Origin == ItemOrigin.Files && bank.Items.All(i => i.Id != k.ItemId)))
        {
            await RetireAsync(gone);
            changed++;
        }

        return changed;
    }

    /// <summary>Whether an earlier import retired the version because its file was gone; what a person retired stays so.</summary>
    private async Task<bool> LeftWithItsFileAsync(ItemVersionRow version) =>
        version.Status == ItemStatus.Retired
        && await db.ItemVersionEvents.AnyAsync(e => e.ItemVersionId == version.Id && e.Step == ItemStep.Retired && e.By == null);

    private async Task WaitForReviewAsync(ItemVersionRow added, List<BankProblem> notices)
    {
        await ItemSteps.AddAsync(db, added, ItemStep.Drafted, null, null, time.Now);
        await ItemSteps.AddAsync(db, added, ItemStep.Submitted, null, null, time.Now);
        notices.Add(BankProblem.Warning(
            "changed-in-both", $"items/{added.ItemId}", $"item '{added.ItemId}' was changed in the browser and in its file: the file's text waits for review as version {added.Number}"));
    }

    private async Task RetireAsync(ItemVersionRow? version)
    {
        if (version is not null)
        {
            await ItemSteps.AddAsync(db, version, ItemStep.Retired, null, null, time.Now);
        }
    }

    private ItemVersionRow RowOf(Item item, Bank bank, Guid bankId, string content, string digest, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        BankId = bankId,
        ItemId = item.Id,
        Number = number,
        Use = item.Use,
        Facet = item.Facet,
        Domain = bank.DomainOf(item.Facet)?.Code ?? throw new InvalidOperationException($"Facet '{item.Facet}' passed the checks without a domain."),
        Content = content,
        Digest = digest,
        CreatedAt = time.Now,
        Current = false,
        Status = ItemStatus.Draft,
        Origin = ItemOrigin.Files,
    };

    private KeyVersionRow RowOf(Key key, Guid bankId, bool demonstration)
    {
        string content = KeyJson.Write(key);
        return new KeyVersionRow
        {
            Id = Guid.CreateVersion7(),
            BankId = bankId,
            Label = key.Version,
            Status = key.Status,
            Source = key.Source,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
            Demonstration = demonstration,
        };
    }
}

/// <param name="Bank">Title, or the folder's name while the title cannot be read.</param>
/// <param name="Changed">Item and key versions that are new, and items that went.</param>
public sealed record BankImportResult(string Bank, bool Imported, int Changed, IReadOnlyList<BankProblem> Problems);
