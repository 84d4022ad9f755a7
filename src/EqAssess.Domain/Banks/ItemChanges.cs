namespace EqAssess.Domain.Banks;

/// <summary>Compares the items of two states of a bank by their ids.</summary>
internal static class ItemChanges
{
    /// <summary>New items in their order, then the ones that are gone.</summary>
    public static IReadOnlyList<ContentChange> Between(IReadOnlyList<Item> before, IReadOnlyList<Item> after)
    {
        var old = before.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var kept = after.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after.Select(item => old.TryGetValue(item.Id, out Item? was) ? Of(was, item) : new ContentChange(item.Id, item.Title, ChangeKind.Added, [])),
            .. before.Where(item => !kept.Contains(item.Id)).Select(item => new ContentChange(item.Id, item.Title, ChangeKind.Gone, [])),
        ];
    }

    private static ContentChange Of(Item was, Item now)
    {
        string[] parts = [.. Parts(was, now)];
        return new ContentChange(now.Id, now.Title, parts.Length == 0 ? ChangeKind.Unchanged : ChangeKind.Changed, parts);
    }

    private static IEnumerable<string> Parts(Item was, Item now) =>
        from part in new (string Name, bool Same)[]
        {
            ("use", was.Use == now.Use),
            ("format", was.Format == now.Format),
            ("facet", was.Facet == now.Facet),
            ("channel", was.Channel == now.Channel),
            ("contentNote", was.ContentNote == now.ContentNote),
            ("title", was.Title == now.Title),
            ("situation", was.Situation == now.Situation),
            ("said", was.Said.SequenceEqual(now.Said)),
            ("question", was.Question == now.Question),
            ("options", was.Options.SequenceEqual(now.Options)),
            ("enemies", was.Enemies.SequenceEqual(now.Enemies, StringComparer.Ordinal)),
        }
        where !part.Same
        select part.Name;
}
