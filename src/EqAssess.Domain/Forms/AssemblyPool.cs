using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>The items of one assembly as numbers: what may count in which slot, who are enemies, which quotas an item fills.</summary>
internal sealed class AssemblyPool
{
    private readonly Dictionary<string, int> indexOf;

    /// <param name="candidates">With different ids; in any order, which changes nothing.</param>
    public AssemblyPool(Blueprint blueprint, IReadOnlyList<AssemblyItem> candidates, IReadOnlyList<string> strategies)
    {
        (Blueprint, Strategies) = (blueprint, strategies);
        Items = [.. candidates.OrderBy(i => i.Id, StringComparer.Ordinal)];
        indexOf = Items.Index().ToDictionary(i => i.Item.Id, i => i.Index, StringComparer.Ordinal);
        Enemies = EnemySets();
        Anchors = Known(blueprint.Anchors);
        NamedPretest = Known(blueprint.Pretest);
        Quotas =
        [
            .. blueprint.Facets.Select(q => new PoolQuota(ConstraintKind.Facet, q)),
            .. blueprint.Formats.Select(q => new PoolQuota(ConstraintKind.Format, q)),
            .. blueprint.Channels.Select(q => new PoolQuota(ConstraintKind.Channel, q)),
        ];
        QuotasOf = [.. Items.Select(item => Enumerable.Range(0, Quotas.Count).Where(q => Quotas[q].Counts(item)).ToArray())];
        Free = [.. Enumerable.Range(0, Items.Count).Where(IsFree)];
    }

    public Blueprint Blueprint { get; }

    /// <summary>Codes of the blind strategies, in the order of the gains of items.</summary>
    public IReadOnlyList<string> Strategies { get; }

    public IReadOnlyList<AssemblyItem> Items { get; }

    /// <summary>By item: the indexes of its enemies, declared by either side.</summary>
    public IReadOnlyList<HashSet<int>> Enemies { get; }

    public IReadOnlyList<int> Anchors { get; }

    public IReadOnlyList<int> NamedPretest { get; }

    public IReadOnlyList<PoolQuota> Quotas { get; }

    /// <summary>By item: indexes of the quotas that it counts to.</summary>
    public IReadOnlyList<int[]> QuotasOf { get; }

    /// <summary>Items that may count and are no anchors, enemies of anchors, pretest items or seen too often.</summary>
    public IReadOnlyList<int> Free { get; }

    public bool IsSeenTooOften(AssemblyItem item) => item.Attempts > Blueprint.MostAttempts;

    public bool IsEnemyOfFixed(int item) => Enemies[item].Overlaps(Anchors) || Enemies[item].Overlaps(NamedPretest);

    public int? Find(string id) => indexOf.TryGetValue(id, out int index) ? index : null;

    private IReadOnlyList<int> Known(IEnumerable<string> ids) => [.. ids.Select(Find).OfType<int>()];

    private bool IsFree(int item) =>
        Items[item].CanCount && !Anchors.Contains(item) && !NamedPretest.Contains(item) && !IsSeenTooOften(Items[item]) && !IsEnemyOfFixed(item);

    private IReadOnlyList<HashSet<int>> EnemySets()
    {
        HashSet<int>[] sets = [.. Items.Select(_ => new HashSet<int>())];
        foreach ((int index, AssemblyItem item) in Items.Index())
        {
            foreach (int enemy in item.Enemies.Select(Find).OfType<int>().Where(e => e != index))
            {
                sets[index].Add(enemy);
                sets[enemy].Add(index);
            }
        }

        return sets;
    }
}

internal sealed record PoolQuota(ConstraintKind Kind, Quota Quota)
{
    public bool Counts(AssemblyItem item) => Quota.Code == Kind switch
    {
        ConstraintKind.Domain => item.Domain,
        ConstraintKind.Facet => item.Facet,
        ConstraintKind.Format => item.Format,
        _ => item.Channel,
    };

    /// <summary>Scenarios that <paramref name="count"/> is short of the least, or above the most.</summary>
    public int Misses(int count) => Math.Max(0, Quota.Least - count) + Math.Max(0, count - (Quota.Most ?? int.MaxValue));
}
