using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Compares the keys of two states of a bank by their versions. The order of items in a key means nothing, that of options does.</summary>
internal static class KeyChanges
{
    /// <summary>New keys in their order, then the ones that are gone.</summary>
    public static IReadOnlyList<ContentChange> Between(IReadOnlyList<Key> before, IReadOnlyList<Key> after)
    {
        var old = before.ToDictionary(key => key.Version, StringComparer.Ordinal);
        var kept = after.Select(key => key.Version).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after.Select(key => old.TryGetValue(key.Version, out Key? was) ? Of(was, key) : new ContentChange(key.Version, key.Source, ChangeKind.Added, [])),
            .. before.Where(key => !kept.Contains(key.Version)).Select(key => new ContentChange(key.Version, key.Source, ChangeKind.Gone, [])),
        ];
    }

    private static ContentChange Of(Key was, Key now)
    {
        string[] parts = [.. Parts(was, now), .. Items(was, now)];
        return new ContentChange(now.Version, now.Source, parts.Length == 0 ? ChangeKind.Unchanged : ChangeKind.Changed, parts);
    }

    private static IEnumerable<string> Parts(Key was, Key now) =>
        from part in new (string Name, bool Same)[]
        {
            ("status", was.Status == now.Status),
            ("method", was.Method == now.Method),
            ("scale", was.Scale.SequenceEqual(now.Scale)),
            ("source", was.Source == now.Source),
            ("panel", Same(was.Panel, now.Panel)),
        }
        where !part.Same
        select part.Name;

    private static IEnumerable<string> Items(Key was, Key now) =>
        was.Items.Keys.Union(now.Items.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(id => !(was.Items.TryGetValue(id, out KeyedItem? a) && now.Items.TryGetValue(id, out KeyedItem? b) && Same(a, b)))
            .Select(id => $"items/{id}");

    private static bool Same(KeyPanel? a, KeyPanel? b) =>
        a is null || b is null
            ? a == b
            : (a.Title, a.Instructions, a.ClosedOn) == (b.Title, b.Instructions, b.ClosedOn) && a.Judges.SequenceEqual(b.Judges);

    private static bool Same(KeyedItem a, KeyedItem b) =>
        a.HangsOn.SequenceEqual(b.HangsOn, StringComparer.Ordinal)
        && a.Options.Count == b.Options.Count
        && a.Options.Zip(b.Options).All(pair => Same(pair.First, pair.Second));

    private static bool Same(KeyedOption a, KeyedOption b) =>
        (a.Option, a.Effectiveness, a.Rationale, a.DroppedBecause) == (b.Option, b.Effectiveness, b.Rationale, b.DroppedBecause)
        && a.Principles.SequenceEqual(b.Principles, StringComparer.Ordinal)
        && Same(a.Ratings, b.Ratings)
        && Same(a.FirstRatings, b.FirstRatings);

    private static bool Same(IReadOnlyList<int>? a, IReadOnlyList<int>? b) => a is null || b is null ? a == b : a.SequenceEqual(b);
}
