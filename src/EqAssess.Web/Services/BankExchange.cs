using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Whole banks in and out of the browser. What comes in waits for a second person; only keys and the bank's own texts hold at once.</summary>
public sealed class BankExchange(EqAssessDb db, BankLibrary banks, TimeProvider time)
{
    /// <summary>Bytes of a file that is taken at most.</summary>
    public const int LargestFile = 16 * 1_048_576;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The live bank, with the key versions that were made for exactly its present items, and the forms that name no others.</summary>
    /// <exception cref="KeyNotFoundException">There is no such bank.</exception>
    public async Task<ExportedBank> ExportAsync(Guid bank, CancellationToken cancellationToken)
    {
        ExportedBank live = await LiveAsync(bank, cancellationToken);
        return live with
        {
            Bank = live.Bank with
            {
                Blueprints = [.. live.Bank.Blueprints.Where(b => BlueprintChecks.NamedItems(b, live.Bank).Count == 0)],
                Forms = [.. live.Bank.Forms.Where(f => BlueprintChecks.NamedItems(f, live.Bank).Count == 0)],
            },
        };
    }

    /// <summary>Keeps a file for the decision that follows its preview.</summary>
    public async Task<Guid> KeepAsync(byte[] content, Guid by)
    {
        await db.BankUploads.Where(u => u.By == by).ExecuteDeleteAsync();
        var upload = new BankUpload { Id = Guid.CreateVersion7(), By = by, At = time.Now, Content = content };
        db.BankUploads.Add(upload);
        await db.SaveChangesAsync();
        return upload.Id;
    }

    /// <summary>Removes files that nobody decided about for a day.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset old = time.Now - Kept;
        return await db.BankUploads.Where(u => u.At < old).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>The file; null where it is somebody else's, or was decided about.</returns>
    public Task<byte[]?> KeptAsync(Guid upload, Guid by, CancellationToken cancellationToken) =>
        db.BankUploads.Where(u => u.Id == upload && u.By == by).Select(u => (byte[]?)u.Content).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Decides about an upload, once.</summary>
    /// <returns>False where somebody did so already, for example by a double click.</returns>
    public async Task<bool> ClaimAsync(Guid upload) => await db.BankUploads.Where(u => u.Id == upload).ExecuteDeleteAsync() == 1;

    /// <summary>What of the bank's own texts cannot change while items are live; null where nothing stands against it.</summary>
    public async Task<HeadRefusal?> WhyNotAsync(Bank bank, CancellationToken cancellationToken)
    {
        if (await db.Banks.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == bank.Id, cancellationToken) is not { } row)
        {
            return null;
        }

        List<string> facets = await db.ItemVersions.Where(v => v.BankId == row.Id && v.Current).Select(v => v.Facet).Distinct().ToListAsync(cancellationToken);
        return row.Language != bank.Language ? new HeadRefusal.OtherLanguage(row.Language)
            : facets.Find(f => bank.DomainOf(f) is null) is string missing ? new HeadRefusal.FacetInUse(missing)
            : null;
    }

    /// <summary>What taking a bank in would do to the live one of the same id.</summary>
    public async Task<BankChanges> PreviewAsync(Bank bank, IReadOnlyList<Key> keys, CancellationToken cancellationToken)
    {
        Guid? known = await db.Banks.Where(b => b.Slug == bank.Id).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return BankChanges.Between(null, [], bank, keys);
        }

        ExportedBank live = await LiveAsync(known.Value, cancellationToken);
        List<string> stored = await db.KeyVersions.AsNoTracking().Where(k => k.BankId == known).Select(k => k.Content).ToListAsync(cancellationToken);
        return BankChanges.Between(live.Bank, [.. stored.Select(KeyJson.Read)], bank, keys);
    }

    private async Task<ExportedBank> LiveAsync(Guid bank, CancellationToken cancellationToken)
    {
        Bank head = await banks.HeadAsync(bank, cancellationToken);
        List<ItemVersionRow> live = await db.ItemVersions.AsNoTracking().Where(v => v.BankId == bank && v.Current).OrderBy(v => v.ItemId).ToListAsync(cancellationToken);
        Dictionary<string, Guid> versions = live.ToDictionary(v => v.ItemId, v => v.Id, StringComparer.Ordinal);
        List<KeyVersionRow> rows = await db.KeyVersions.AsNoTracking().Where(k => k.BankId == bank).OrderBy(k => k.Label).ToListAsync(cancellationToken);
        ILookup<Guid, Guid> covered = (await db.KeyCoverages.AsNoTracking().Where(c => db.KeyVersions.Any(k => k.Id == c.KeyVersionId && k.BankId == bank))
            .ToListAsync(cancellationToken)).ToLookup(c => c.KeyVersionId, c => c.ItemVersionId);
        var keys = rows.Select(row => (row.Id, Key: KeyJson.Read(row.Content))).ToLookup(k => Fits(k.Key, [.. covered[k.Id]], versions), k => k.Key);
        return new ExportedBank(head with { Items = [.. live.Select(v => ItemJson.Read(v.Content))] }, [.. keys[true]], [.. keys[false].Select(k => k.Version)]);
    }

    private static bool Fits(Key key, HashSet<Guid> covered, Dictionary<string, Guid> live) =>
        key.Items.Keys.All(item => live.TryGetValue(item, out Guid version) && covered.Contains(version))
        && (key.Panel is not null || live.Keys.All(key.Items.ContainsKey));
}

/// <param name="Left">Versions of keys that are for other texts than the live ones, or not for all of them: they stay behind.</param>
public sealed record ExportedBank(Bank Bank, IReadOnlyList<Key> Keys, IReadOnlyList<string> Left);

/// <summary>Why an upload cannot change a bank's own texts as it wants to.</summary>
public abstract record HeadRefusal
{
    private HeadRefusal()
    {
    }

    /// <param name="Language">That of the bank: a bank has one for good.</param>
    public sealed record OtherLanguage(string Language) : HeadRefusal;

    /// <param name="Facet">Live items are of it, and the upload does not declare it.</param>
    public sealed record FacetInUse(string Facet) : HeadRefusal;
}
