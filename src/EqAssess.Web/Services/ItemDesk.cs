using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Where items are written: begins drafts and saves them.</summary>
public sealed class ItemDesk(EqAssessDb db, BankLibrary banks, TimeProvider time)
{
    /// <summary>A new item with an empty first draft.</summary>
    /// <returns>The draft's item version.</returns>
    public async Task<Guid> BeginAsync(Guid bank, string title, string format, Guid by)
    {
        var item = new Item(ItemIds.From(title), ItemUse.Live, format, "", Channel.Phone, null, title.Trim(), "", [], Question.Reply, []);
        return await AddNewAsync(bank, item, null, by);
    }

    /// <summary>New items from elsewhere, each as a draft to complete. An id that is taken gets a number; a text that the bank has already is left out.</summary>
    /// <param name="keys">By item id, where something is known of the options.</param>
    /// <returns>Drafts that were begun.</returns>
    public async Task<int> BeginAsync(Guid bank, IReadOnlyList<Item> items, IReadOnlyDictionary<string, KeyedItem> keys, Guid by)
    {
        HashSet<string> known = [.. await db.ItemVersions.Where(v => v.BankId == bank && v.Status != ItemStatus.Retired).Select(v => v.Digest).ToListAsync()];
        List<Item> unknown = [.. items.Where(item => !known.Contains(Digest.Sha256(ItemJson.Write(item))))];
        foreach (Item item in unknown)
        {
            await AddNewAsync(bank, item, keys.GetValueOrDefault(item.Id), by);
        }

        return unknown.Count;
    }

    /// <summary>A new draft of an item, with the text of the given version; the one that is open already where there is one.</summary>
    /// <returns>Null where there is no such version.</returns>
    public async Task<Guid?> BeginFromAsync(Guid version, Guid by)
    {
        ItemVersionRow? from = await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version);
        if (from is null)
        {
            return null;
        }

        var versions = await db.ItemVersions.Where(v => v.BankId == from.BankId && v.ItemId == from.ItemId)
            .Select(v => new { v.Id, v.Number, v.Status }).OrderByDescending(v => v.Number).ToListAsync();
        if (versions.Find(v => v.Status is ItemStatus.Draft or ItemStatus.InReview or ItemStatus.Approved) is { } open)
        {
            return open.Id;
        }

        KeyedItem? key = await banks.AuthorsKeyOfAsync(from);
        return await AddDraftAsync(from.BankId, ItemJson.Read(from.Content), key, versions[0].Number + 1, by) ?? await BeginFromAsync(version, by);
    }

    /// <summary>Saves a draft over the revision that the writer has seen. A text that it replaces is kept where somebody else wrote it.</summary>
    public async Task<DraftSaving> SaveAsync(Guid version, int seenRevision, Item item, KeyedItem key, Guid by)
    {
        ItemVersionRow row = await db.ItemVersions.SingleAsync(v => v.Id == version);
        if (row.Status != ItemStatus.Draft)
        {
            return new DraftSaving.NotADraft(row.Status);
        }

        string content = ItemJson.Write(item);
        string proposal = KeyJson.WriteItem(key);
        if (row.Content == content && row.KeyProposal == proposal)
        {
            return new DraftSaving.Saved(row.Revision, row.ChangedAt ?? row.CreatedAt);
        }

        if (row.Revision != seenRevision && row.ChangedBy is Guid other)
        {
            await KeepCopyAsync(row.Id, row.Revision + 1, content, proposal, by);
            return new DraftSaving.Behind(row.Revision, other, row.ChangedAt ?? row.CreatedAt);
        }

        // The writer of both texts may be one person in two windows; a kept copy tells that there was a conflict.
        if (row.ChangedBy is Guid before && (before != by || await db.ItemDraftCopies.AnyAsync(c => c.ItemVersionId == version && c.By == by && c.Content == content)))
        {
            db.ItemDraftCopies.Add(CopyOf(row.Id, row.Revision, row.Content, row.KeyProposal, before, row.ChangedAt ?? row.CreatedAt));
        }

        (row.Content, row.Digest, row.KeyProposal) = (content, Digest.Sha256(content), proposal);
        (row.Use, row.Facet, row.Domain) = (item.Use, KnownFacet(item), Constructs.DomainOf(item.Facet) ?? "");
        (row.Revision, row.ChangedAt, row.ChangedBy) = (row.Revision + 1, time.Now, by);
        await NoteAuthorAsync(row, by);
        return await StoredAsync() ? new DraftSaving.Saved(row.Revision, time.Now) : await BehindAsync(version, content, proposal, by);
    }

    private async Task<Guid> AddNewAsync(Guid bank, Item item, KeyedItem? key, Guid by) =>
        await AddDraftAsync(bank, item with { Id = await FreeIdAsync(bank, item.Id) }, key, 1, by) ?? await AddNewAsync(bank, item, key, by);

    // What is no facet of ours stays in the text alone, for the checks to say so.
    private static string KnownFacet(Item item) => Constructs.DomainOf(item.Facet) is null ? "" : item.Facet;

    // Null: somebody else took the number at the same moment.
    private async Task<Guid?> AddDraftAsync(Guid bank, Item item, KeyedItem? key, int number, Guid by)
    {
        string content = ItemJson.Write(item);
        var row = new ItemVersionRow
        {
            Id = Guid.CreateVersion7(),
            BankId = bank,
            ItemId = item.Id,
            Number = number,
            Use = item.Use,
            Facet = KnownFacet(item),
            Domain = Constructs.DomainOf(item.Facet) ?? "",
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
            Current = false,
            Status = ItemStatus.Draft,
            Origin = ItemOrigin.Browser,
            KeyProposal = key is null ? null : KeyJson.WriteItem(key),
        };
        db.ItemVersions.Add(row);
        db.ItemVersionEvents.Add(new ItemVersionEvent { ItemVersionId = row.Id, Sequence = 1, Step = ItemStep.Drafted, At = time.Now, By = by, Note = null });
        try
        {
            await db.SaveChangesAsync();
            return row.Id;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<string> FreeIdAsync(Guid bank, string id)
    {
        string wanted = id[..Math.Min(id.Length, ItemIds.Longest)];
        List<string> taken = await db.ItemVersions.Where(v => v.BankId == bank && v.ItemId.StartsWith(wanted)).Select(v => v.ItemId).Distinct().ToListAsync();
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wanted : FormattableString.Invariant($"{wanted}-{n}")).First(id => !taken.Contains(id));
    }

    private async Task NoteAuthorAsync(ItemVersionRow row, Guid by)
    {
        if (await ItemSteps.StateAsync(db, row.Id) is { } state && !state.Authors.Contains(by))
        {
            await ItemSteps.AddAsync(db, row, ItemStep.Edited, by, null, time.Now);
        }
    }

    // False: somebody else changed the row since it was read.
    private async Task<bool> StoredAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<DraftSaving> BehindAsync(Guid version, string content, string proposal, Guid by)
    {
        ItemVersionRow row = await db.ItemVersions.AsNoTracking().SingleAsync(v => v.Id == version);
        await KeepCopyAsync(version, row.Revision + 1, content, proposal, by);
        return new DraftSaving.Behind(row.Revision, row.ChangedBy ?? by, row.ChangedAt ?? row.CreatedAt);
    }

    private async Task KeepCopyAsync(Guid version, int revision, string content, string? proposal, Guid by)
    {
        bool known = await db.ItemDraftCopies.AnyAsync(c => c.ItemVersionId == version && c.By == by && c.Content == content && c.KeyProposal == proposal);
        if (!known)
        {
            db.ItemDraftCopies.Add(CopyOf(version, revision, content, proposal, by, time.Now));
            await db.SaveChangesAsync();
        }
    }

    private static ItemDraftCopy CopyOf(Guid version, int revision, string content, string? proposal, Guid by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(), ItemVersionId = version, Revision = revision, Content = content, KeyProposal = proposal, By = by, At = at,
    };
}

/// <summary>What became of a draft that was to be saved.</summary>
public abstract record DraftSaving
{
    private DraftSaving()
    {
    }

    public sealed record Saved(int Revision, DateTimeOffset At) : DraftSaving;

    /// <summary>Somebody else, or the same person in another window, saved since. The text was kept as a copy and replaces nothing.</summary>
    /// <param name="Revision">What has to be seen before one's own text may replace it.</param>
    public sealed record Behind(int Revision, Guid By, DateTimeOffset At) : DraftSaving;

    public sealed record NotADraft(ItemStatus Status) : DraftSaving;
}
