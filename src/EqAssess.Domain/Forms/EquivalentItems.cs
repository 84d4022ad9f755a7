using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>
/// Finds items that stand in the places of those that a person is spared: of the same domain and response format, nowhere in the form, no
/// enemy of what is in it, and without the content note of anything that is spared. The same facet goes before another of the domain, then
/// no content note, the same channel, the same question, and the nearest length; ids decide between equals, so the choice never depends on
/// an order of rows.
/// </summary>
public static class EquivalentItems
{
    /// <param name="form">Items of the form in their order.</param>
    /// <param name="spared">Ids of items.</param>
    /// <param name="pool">Live items that the key of the form's plan can score.</param>
    public static EquivalentsFound Find(IReadOnlyList<ItemInPlace> form, IReadOnlyCollection<string> spared, IReadOnlyList<ItemInPlace> pool)
    {
        List<ItemInPlace> placed = [.. form.Where(i => !spared.Contains(i.Item.Id))];
        HashSet<string> notes = [.. form.Concat(pool).Where(i => spared.Contains(i.Item.Id)).Select(NoteOf).OfType<string>()];
        List<ItemInPlace> free =
        [
            .. pool.Where(p => p.Item.Use == ItemUse.Live && !spared.Contains(p.Item.Id) && !form.Any(f => f.Item.Id == p.Item.Id)
                && (NoteOf(p) is not string note || !notes.Contains(note))),
        ];
        var found = new List<KeyValuePair<Guid, Guid>>();
        var missing = new List<ItemInPlace>();
        foreach (ItemInPlace gone in form.Where(i => spared.Contains(i.Item.Id)))
        {
            if (Best(gone, free.Where(p => !placed.Exists(i => i.Item.Id == p.Item.Id || AreEnemies(i.Item, p.Item)))) is ItemInPlace other)
            {
                placed.Add(other);
                found.Add(KeyValuePair.Create(gone.Version, other.Version));
            }
            else
            {
                missing.Add(gone);
            }
        }

        return new EquivalentsFound(found, missing);
    }

    private static ItemInPlace? Best(ItemInPlace gone, IEnumerable<ItemInPlace> free) => free
        .Where(p => p.Domain == gone.Domain && p.Item.Format == gone.Item.Format)
        .OrderBy(p => p.Item.Facet != gone.Item.Facet)
        .ThenBy(p => p.Item.ContentNote is not null)
        .ThenBy(p => p.Item.Channel != gone.Item.Channel)
        .ThenBy(p => p.Item.Question != gone.Item.Question)
        .ThenBy(p => Math.Abs(p.Item.Words - gone.Item.Words))
        .ThenBy(p => p.Item.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool AreEnemies(Item one, Item other) => one.Enemies.Contains(other.Id) || other.Enemies.Contains(one.Id);

    private static string? NoteOf(ItemInPlace place) => place.Item.ContentNote?.Trim().ToUpperInvariant();
}

/// <param name="Domain">Code of the domain that the item's facet belongs to.</param>
public sealed record ItemInPlace(Guid Version, Item Item, string Domain);

/// <param name="Replaced">Item versions by those whose places they take, in the form's order.</param>
/// <param name="Missing">Items in whose place nothing can stand.</param>
public sealed record EquivalentsFound(IReadOnlyList<KeyValuePair<Guid, Guid>> Replaced, IReadOnlyList<ItemInPlace> Missing)
{
    public static EquivalentsFound Nothing { get; } = new([], []);
}
