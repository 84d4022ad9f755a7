using EqAssess.Domain.Banks;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Forms;

/// <summary>Draws the items that forms try out: those that cannot count yet first, then from the domains with most to spare.</summary>
internal sealed class PretestDraw
{
    private readonly AssemblyPool pool;
    private readonly List<int> uncounted;
    private readonly Dictionary<string, List<int>> spare;
    private readonly Dictionary<string, int> needed;
    private readonly Dictionary<string, int> surplus;

    private PretestDraw(AssemblyPool pool, SplitMix64 random)
    {
        this.pool = pool;
        uncounted = [.. random.Shuffled(Uncounted(pool))];
        spare = pool.Free.GroupBy(i => pool.Items[i].Domain)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => random.Shuffled(g).ToList(), StringComparer.Ordinal);
        needed = pool.Blueprint.Domains.ToDictionary(d => d.Code, d => d.Least, StringComparer.Ordinal);
        surplus = spare.ToDictionary(
            d => d.Key, d => d.Value.Count + pool.Anchors.Count(a => pool.Items[a].Domain == d.Key) - needed.GetValueOrDefault(d.Key), StringComparer.Ordinal);
    }

    /// <summary>Items that cannot count and nothing keeps from being tried out.</summary>
    public static IReadOnlyList<int> Uncounted(AssemblyPool pool) =>
    [
        .. Enumerable.Range(0, pool.Items.Count).Where(i => !pool.Items[i].CanCount && !pool.Anchors.Contains(i) && !pool.NamedPretest.Contains(i)
            && !pool.IsSeenTooOften(pool.Items[i]) && !pool.IsEnemyOfFixed(i)),
    ];

    /// <summary>By form: the named pretest items and those drawn for it, which may be fewer than asked for. No two forms draw the same one.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(AssemblyPool pool, SplitMix64 random)
    {
        var draw = new PretestDraw(pool, random);
        return [.. Enumerable.Range(0, pool.Blueprint.Forms).Select(_ => (IReadOnlyList<int>)[.. pool.NamedPretest, .. draw.One()])];
    }

    private List<int> One()
    {
        var drawn = new List<int>();
        while (drawn.Count < pool.Blueprint.PretestCount && Next(drawn) is int item)
        {
            drawn.Add(item);
        }

        return drawn;
    }

    private int? Next(List<int> drawn) =>
        Take(uncounted, drawn)
        ?? spare.Where(d => LeavesEnough(d.Key, drawn))
            .OrderByDescending(d => d.Value.Count - needed.GetValueOrDefault(d.Key)).ThenBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => Take(d.Value, drawn)).FirstOrDefault(item => item is not null);

    /// <summary>What a form tries out cannot count in it: its slots must still be filled from the others.</summary>
    private bool LeavesEnough(string domain, List<int> drawn) =>
        drawn.Count(i => pool.Items[i].CanCount && pool.Items[i].Domain == domain) < surplus[domain];

    /// <summary>The first that is no enemy of what the form tries out already. Those passed over stay for other forms.</summary>
    private int? Take(List<int> items, List<int> drawn)
    {
        int place = items.FindIndex(i => !pool.Enemies[i].Overlaps(drawn));
        if (place < 0)
        {
            return null;
        }

        int item = items[place];
        items.RemoveAt(place);
        return item;
    }
}
