using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>One field of an item, or of its key, that differs between two versions.</summary>
/// <param name="Field">Path in the item: <c>title</c>, <c>said/0/text</c>, <c>options/b/text</c>, <c>options/b/effectiveness</c> …; options are named by their id.</param>
/// <param name="Before">Empty where the earlier version lacks the field.</param>
/// <param name="After">Empty where the later version lacks it.</param>
public sealed record FieldChange(string Field, string Before, string After)
{
    public IReadOnlyList<WordRun> Words => WordDiff.Of(Before, After);
}

/// <summary>What differs between two versions of an item, key included, field by field.</summary>
public static class ItemDiff
{
    /// <param name="keyBefore">Null where no key of the version is at hand: the key is not compared then.</param>
    /// <param name="keyAfter">As <paramref name="keyBefore"/>.</param>
    public static IReadOnlyList<FieldChange> Between(Item before, KeyedItem? keyBefore, Item after, KeyedItem? keyAfter)
    {
        var old = Fields(before);
        var now = Fields(after);
        if (keyBefore is not null && keyAfter is not null)
        {
            old.AddRange(Fields(keyBefore));
            now.AddRange(Fields(keyAfter));
        }

        var earlier = old.ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal);
        var later = now.ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal);
        return
        [
            .. now.Concat(old).Select(f => f.Field).Distinct(StringComparer.Ordinal)
                .Select(field => new FieldChange(field, earlier.GetValueOrDefault(field, ""), later.GetValueOrDefault(field, "")))
                .Where(change => change.Before != change.After),
        ];
    }

    private static List<(string Field, string Text)> Fields(Item item) =>
    [
        ("use", item.Use.ToString()),
        ("format", item.Format),
        ("facet", item.Facet),
        ("channel", item.Channel.ToString()),
        ("contentNote", item.ContentNote ?? ""),
        ("title", item.Title),
        ("situation", item.Situation),
        .. item.Said.SelectMany((said, i) => new[] { (Invariant($"said/{i}/speaker"), said.Speaker), (Invariant($"said/{i}/text"), said.Text) }),
        ("question", item.Question.ToString()),
        .. item.Options.DistinctBy(o => o.Id).Select(option => ($"options/{option.Id}/text", option.Text)),
        ("order", string.Join(", ", item.Options.Select(o => o.Id))),
        ("enemies", string.Join(", ", item.Enemies)),
    ];

    private static IEnumerable<(string Field, string Text)> Fields(KeyedItem key) =>
        key.Options.DistinctBy(o => o.Option).SelectMany(option => new[]
        {
            ($"options/{option.Option}/effectiveness", option.DroppedBecause ?? Numbers.Text(option.Effectiveness)),
            ($"options/{option.Option}/rationale", option.Rationale),
            ($"options/{option.Option}/principles", string.Join(", ", option.Principles)),
        }).Append(("hangsOn", string.Join(", ", key.HangsOn)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
