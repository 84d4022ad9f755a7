using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Makes approved item versions live, together with a draft key for the bank as it then stands: all of it, or nothing.</summary>
public sealed class ItemPublishing(EqAssessDb db, BankLibrary banks, TimeProvider time)
{
    /// <summary>Labels of keys that are made here. Keys in files have labels of their own, so that neither takes the other's.</summary>
    private const string Prefix = "desk-";

    private const int MostTries = 5;

    /// <param name="versions">Those to publish; what is not approved, or older than the live version, is left as it is.</param>
    /// <returns>Item versions that became live, and the label of the new key; null where none was needed.</returns>
    public async Task<ItemsPublished> PublishAsync(Guid bank, IReadOnlyList<Guid> versions, Guid by)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await PublishOnceAsync(bank, versions, by);
            }
            catch (DbUpdateException failure) when (tries < MostTries && (failure is DbUpdateConcurrencyException || DatabaseEngine.SaysDuplicateKey(failure)))
            {
                // Somebody else published at the same moment: decide again about what is left.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ItemsPublished> PublishOnceAsync(Guid bank, IReadOnlyList<Guid> versions, Guid by)
    {
        List<ItemVersionRow> chosen = await db.ItemVersions
            .Where(v => v.BankId == bank && v.Status == ItemStatus.Approved && versions.Contains(v.Id)
                && !db.ItemVersions.Any(live => live.BankId == bank && live.ItemId == v.ItemId && live.Current && live.Number > v.Number)).ToListAsync();
        List<ItemVersionRow> approved = [.. chosen.GroupBy(v => v.ItemId).Select(item => item.MaxBy(v => v.Number)!)];
        if (approved.Count == 0)
        {
            return new ItemsPublished(0, null);
        }

        List<string> ids = [.. approved.Select(v => v.ItemId)];
        foreach (ItemVersionRow replaced in await db.ItemVersions.Where(v => v.BankId == bank && v.Current && ids.Contains(v.ItemId)).ToListAsync())
        {
            await ItemSteps.AddAsync(db, replaced, ItemStep.Retired, by, null, time.Now);
        }

        foreach (ItemVersionRow row in approved)
        {
            await ItemSteps.AddAsync(db, row, ItemStep.Published, by, null, time.Now);
        }

        string? label = await AddKeyAsync(bank, approved, by);
        await db.SaveChangesAsync();
        return new ItemsPublished(approved.Count, label);
    }

    private async Task<string?> AddKeyAsync(Guid bank, List<ItemVersionRow> approved, Guid by)
    {
        if (approved.All(v => v.KeyProposal is null))
        {
            return null;
        }

        List<string> replacedIds = [.. approved.Select(v => v.ItemId)];
        List<ItemVersionRow> rest = await db.ItemVersions.Where(v => v.BankId == bank && v.Current && !replacedIds.Contains(v.ItemId)).ToListAsync();
        var keyed = new Dictionary<Guid, (string Item, KeyedItem Key)>();
        foreach (ItemVersionRow row in rest.Concat(approved))
        {
            if (await banks.AuthorsKeyOfAsync(row) is { } key)
            {
                keyed.Add(row.Id, (row.ItemId, key));
            }
        }

        string label = await NextLabelAsync(bank);
        var whole = new Key(
            label,
            KeyStatus.Draft,
            ScoringMethods.Default.Code,
            ItemChecking.Scale,
            "the authors of the items, each reviewed by a second person, before any panel",
            keyed.Values.ToDictionary(k => k.Item, k => k.Key, StringComparer.Ordinal));
        await AddRowAsync(bank, whole, keyed.Keys, by);
        return label;
    }

    private async Task AddRowAsync(Guid bank, Key key, IEnumerable<Guid> covered, Guid by)
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
            Demonstration = await db.Workspaces.AnyAsync(w => w.Demonstration),
            PublishedBy = by,
        };
        db.KeyVersions.Add(row);
        db.KeyCoverages.AddRange(covered.Select(version => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = version }));
    }

    private async Task<string> NextLabelAsync(Guid bank)
    {
        List<string> labels = await db.KeyVersions.Where(k => k.BankId == bank && k.Label.StartsWith(Prefix)).Select(k => k.Label).ToListAsync();
        int last = labels.Select(l => int.TryParse(l[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last + 1}");
    }
}

/// <param name="Key">Label of the new key version; null where no text needed one.</param>
public sealed record ItemsPublished(int Items, string? Key);
