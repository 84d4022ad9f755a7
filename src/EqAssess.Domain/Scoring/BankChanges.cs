using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>What an import would do: how new content differs from what is there.</summary>
/// <param name="Head">Fields of the bank itself that differ: <c>id</c>, <c>title</c>, <c>language</c>, <c>description</c>, <c>domains</c>, <c>expects</c>, <c>blueprints</c>, <c>forms</c>.</param>
/// <param name="Items">In the order of the new bank, then the retired ones.</param>
/// <param name="Keys">In the order of the new keys, then those that only the old state has.</param>
public sealed record BankChanges(IReadOnlyList<string> Head, IReadOnlyList<ContentChange> Items, IReadOnlyList<ContentChange> Keys)
{
    /// <summary>Blueprints, then listed forms, both in the order of the new bank with the ones that are gone at the end. An import replaces them all.</summary>
    public IReadOnlyList<ContentChange> Forms { get; init; } = [];

    /// <summary>Keys whose version is known with other content: no import takes them, since a key version never changes.</summary>
    public IEnumerable<ContentChange> RefusedKeys => Keys.Where(key => key.Kind == ChangeKind.Changed);

    /// <summary>Whether nothing differs. Keys that only the old state has count as no difference: they stay.</summary>
    public bool AreNone =>
        Head.Count == 0 && Items.All(item => item.Kind == ChangeKind.Unchanged) && Keys.All(key => key.Kind is ChangeKind.Unchanged or ChangeKind.Gone);

    /// <param name="before">Null where there is no such bank yet; then every field of the head that says something counts as changed.</param>
    /// <param name="keysBefore">Of <paramref name="before"/>, each version once.</param>
    public static BankChanges Between(Bank? before, IReadOnlyList<Key> keysBefore, Bank after, IReadOnlyList<Key> keysAfter)
    {
        var (blueprints, lists) = (FormChanges.OfBlueprints(before, after), FormChanges.OfLists(before, after));
        return new(
            [.. HeadParts(before, after), .. Differ(blueprints) ? ["blueprints"] : Array.Empty<string>(), .. Differ(lists) ? ["forms"] : Array.Empty<string>()],
            ItemChanges.Between(before?.Items ?? [], after.Items),
            KeyChanges.Between(keysBefore, keysAfter))
        {
            Forms = [.. blueprints, .. lists],
        };
    }

    private static bool Differ(IReadOnlyList<ContentChange> changes) => changes.Any(change => change.Kind != ChangeKind.Unchanged);

    private static IEnumerable<string> HeadParts(Bank? before, Bank after) =>
        from part in new (string Name, bool Same)[]
        {
            ("id", before?.Id == after.Id),
            ("title", before?.Title == after.Title),
            ("language", before?.Language == after.Language),
            ("description", before?.Description == after.Description),
            ("domains", before is not null && Same(before.Domains, after.Domains)),
            ("expects", Same(before?.Expects ?? BankExpectations.None, after.Expects)),
        }
        where !part.Same
        select part.Name;

    private static bool Same(IReadOnlyList<BankDomain> before, IReadOnlyList<BankDomain> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => Same(pair.First, pair.Second));

    private static bool Same(BankExpectations a, BankExpectations b) =>
        (a.PerFacet, a.PerChannel) == (b.PerFacet, b.PerChannel) && a.Channels.SequenceEqual(b.Channels);

    private static bool Same(BankDomain a, BankDomain b) =>
        (a.Code, a.Title, a.InterviewQuestion, a.FollowUp) == (b.Code, b.Title, b.InterviewQuestion, b.FollowUp) && a.Facets.SequenceEqual(b.Facets);
}
