using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Compares the blueprints, or the listed forms, of two states of a bank by their ids.</summary>
internal static class FormChanges
{
    public static IReadOnlyList<ContentChange> OfBlueprints(Bank? before, Bank after) => Between(before?.Blueprints ?? [], after.Blueprints, b => b.Id, b => b.Title, Parts);

    public static IReadOnlyList<ContentChange> OfLists(Bank? before, Bank after) => Between(before?.Forms ?? [], after.Forms, f => f.Id, f => f.Title, Parts);

    /// <summary>Those of the new state in their order, then the ones that are gone.</summary>
    private static IReadOnlyList<ContentChange> Between<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, string> title, Func<T, T, IEnumerable<string>> parts)
    {
        var old = before.ToDictionary(id, StringComparer.Ordinal);
        var kept = after.Select(id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after.Select(form => old.TryGetValue(id(form), out T? was) ? Of(form, [.. parts(was, form)]) : new ContentChange(id(form), title(form), ChangeKind.Added, [])),
            .. before.Where(form => !kept.Contains(id(form))).Select(form => new ContentChange(id(form), title(form), ChangeKind.Gone, [])),
        ];
        ContentChange Of(T form, string[] changed) => new(id(form), title(form), changed.Length == 0 ? ChangeKind.Unchanged : ChangeKind.Changed, changed);
    }

    private static IEnumerable<string> Parts(Blueprint was, Blueprint now) =>
        from part in new (string Name, bool Same)[]
        {
            ("title", was.Title == now.Title),
            ("forms", was.Forms == now.Forms),
            ("domains", was.Domains.SequenceEqual(now.Domains)),
            ("facets", was.Facets.SequenceEqual(now.Facets)),
            ("formats", was.Formats.SequenceEqual(now.Formats)),
            ("channels", was.Channels.SequenceEqual(now.Channels)),
            ("anchors", was.Anchors.SequenceEqual(now.Anchors, StringComparer.Ordinal)),
            ("pretest", was.Pretest.SequenceEqual(now.Pretest, StringComparer.Ordinal)),
            ("pretestCount", was.PretestCount == now.PretestCount),
            ("minutes", was.Minutes == now.Minutes),
            ("mostShare", was.MostShare.Equals(now.MostShare)),
            ("mostAttempts", was.MostAttempts == now.MostAttempts),
            ("mostOverlap", was.MostOverlap.Equals(now.MostOverlap)),
        }
        where !part.Same
        select part.Name;

    private static IEnumerable<string> Parts(FrozenForm was, FrozenForm now) =>
        from part in new (string Name, bool Same)[]
        {
            ("title", was.Title == now.Title),
            ("minutes", was.Minutes == now.Minutes),
            ("items", was.Items.SequenceEqual(now.Items, StringComparer.Ordinal)),
            ("sections", was.Sections.SequenceEqual(now.Sections)),
        }
        where !part.Same
        select part.Name;
}
