using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The items of a bank as people look for them.</summary>
public sealed class ItemList(EqAssessDb db, ItemCache cache, ItemHistory history, BankLibrary banks)
{
    /// <summary>
    /// One entry for each item: the version that is being worked on where there is one, else the live one, else the last. Live items in
    /// the order of domains and facets, practice items last.
    /// </summary>
    public async Task<IReadOnlyList<ListedItem>> AllAsync(Guid bank, CancellationToken cancellationToken)
    {
        Bank head = await banks.HeadAsync(bank, cancellationToken);
        var versions = await db.ItemVersions.AsNoTracking().Where(v => v.BankId == bank)
            .Select(v => new { v.Id, v.ItemId, v.Number, v.Status, v.Digest }).ToListAsync(cancellationToken);
        var shown = versions.GroupBy(v => v.ItemId)
            .Select(g => (Front: g.OrderBy(v => Order(v.Status)).ThenByDescending(v => v.Number).First(), Live: g.FirstOrDefault(v => v.Status == ItemStatus.Live)))
            .ToList();
        Dictionary<string, Item> texts = await ReadAsync(shown.Select(s => (s.Front.Id, s.Front.Digest)), cancellationToken);
        IReadOnlyDictionary<string, ItemUsage> usage = await history.UsageAsync(bank, null, cancellationToken);
        HashSet<string> discussed =
            [.. await db.ItemComments.Where(c => c.BankId == bank && c.ResolvedAt == null).Select(c => c.ItemId).Distinct().ToListAsync(cancellationToken)];
        HashSet<Guid> keyed = [.. await db.KeyCoverages.Where(c => db.ItemVersions.Any(v => v.Id == c.ItemVersionId && v.BankId == bank)).Select(c => c.ItemVersionId).Distinct().ToListAsync(cancellationToken)];
        Key? key = (await banks.WholeKeyAsync(bank, cancellationToken))?.Key;
        List<string> facets = [.. head.Domains.SelectMany(d => d.Facets).Select(f => f.Code)];
        return
        [
            .. shown.Select(s =>
                {
                    Item item = texts[s.Front.Digest];
                    return new ListedItem(
                        s.Front.Id,
                        item,
                        s.Front.Status,
                        s.Live is not null && s.Live.Id != s.Front.Id,
                        head.DomainOf(item.Facet)?.Code ?? "",
                        Flags(item, s.Live is { } live && !keyed.Contains(live.Id), discussed.Contains(item.Id), head, key),
                        usage.GetValueOrDefault(item.Id, new ItemUsage(0, 0, 0)));
                })
                .OrderBy(i => i.Item.Use).ThenBy(i => facets.IndexOf(i.Item.Facet)).ThenBy(i => i.Item.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<Dictionary<string, Item>> ReadAsync(IEnumerable<(Guid Version, string Digest)> shown, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, Item>(StringComparer.Ordinal);
        var unread = new List<Guid>();
        foreach ((Guid version, string digest) in shown)
        {
            if (cache.Find(digest) is { } item)
            {
                read[digest] = item;
            }
            else
            {
                unread.Add(version);
            }
        }

        foreach (Guid[] some in unread.Chunk(500))
        {
            foreach (var row in await db.ItemVersions.Where(v => some.Contains(v.Id)).Select(v => new { v.Digest, v.Content }).ToListAsync(cancellationToken))
            {
                read[row.Digest] = cache.Get(row.Digest, row.Content);
            }
        }

        return read;
    }

    private static int Order(ItemStatus status) => status switch
    {
        ItemStatus.Draft or ItemStatus.InReview or ItemStatus.Approved => 0,
        ItemStatus.Live => 1,
        _ => 2,
    };

    private static IReadOnlyList<ItemFlag> Flags(Item item, bool unkeyed, bool discussed, Bank head, Key? key)
    {
        KeyedItem? keyed = key?.Items.GetValueOrDefault(item.Id);
        return
        [
            .. discussed ? [ItemFlag.Comments] : Array.Empty<ItemFlag>(),
            .. ItemChecks.Problems(item, head.Domains, head.Language).Count > 0 ? [ItemFlag.Problems] : Array.Empty<ItemFlag>(),
            .. unkeyed ? [ItemFlag.Unkeyed] : Array.Empty<ItemFlag>(),
            .. keyed?.HangsOn.Count > 0 ? [ItemFlag.Contested] : Array.Empty<ItemFlag>(),
            .. item.ContentNote is not null ? [ItemFlag.ContentNote] : Array.Empty<ItemFlag>(),
            .. item.Enemies.Count > 0 ? [ItemFlag.Enemies] : Array.Empty<ItemFlag>(),
        ];
    }
}

/// <summary>Why somebody might want to look at an item.</summary>
public enum ItemFlag
{
    /// <summary>Comments that nobody has settled.</summary>
    Comments,

    /// <summary>The checks find something.</summary>
    Problems,

    /// <summary>Live, and no key version was made for the text.</summary>
    Unkeyed,

    /// <summary>Its key hangs on a principle on which sources disagree.</summary>
    Contested,

    ContentNote,
    Enemies,
}

/// <param name="Version">The version that the entry shows.</param>
/// <param name="AlsoLive">Whether an earlier version is in use while this one is worked on.</param>
public sealed record ListedItem(
    Guid Version, Item Item, ItemStatus Status, bool AlsoLive, string Domain, IReadOnlyList<ItemFlag> Flags, ItemUsage Usage);
