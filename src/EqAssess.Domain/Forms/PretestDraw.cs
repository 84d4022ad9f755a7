using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>Draws the items that forms try out: those that cannot count yet first, then from the domains with most to spare.</summary>
internal static class PretestDraw
{
    /// <summary>Items that cannot count and nothing keeps from being tried out.</summary>
    public static IReadOnlyList<int> Uncounted(AssemblyPool pool) =>
    [
        .. Enumerable.Range(0, pool.Items.Count).Where(i => !pool.Items[i].CanCount && !pool.Anchors.Contains(i) && !pool.NamedPretest.Contains(i)
            && !pool.IsSeenTooOften(pool.Items[i]) && !pool.IsEnemyOfFixed(i)),
    ];

    /// <summary>By form: the named pretest items and those drawn for it. No two forms draw the same one.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(AssemblyPool pool, SplitMix64 random)
    {
        Blueprint blueprint = pool.Blueprint;
        var queue = new Queue<int>(random.Shuffled(Uncounted(pool)));
        Dictionary<string, Queue<int>> spare = pool.Free.GroupBy(i => pool.Items[i].Domain)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<int>(random.Shuffled(g)), StringComparer.Ordinal);
        Dictionary<string, int> needed = blueprint.Domains.ToDictionary(d => d.Code, d => d.Least, StringComparer.Ordinal);
        var forms = new List<IReadOnlyList<int>>();
        for (int form = 0; form < blueprint.Forms; form++)
        {
            var drawn = new List<int>();
            while (drawn.Count < blueprint.PretestCount && Next(queue, spare, needed) is int item)
            {
                if (!drawn.Exists(d => pool.Enemies[item].Contains(d)))
                {
                    drawn.Add(item);
                }
            }

            forms.Add([.. pool.NamedPretest, .. drawn]);
        }

        return forms;
    }

    private static int? Next(Queue<int> uncounted, Dictionary<string, Queue<int>> spare, Dictionary<string, int> needed) =>
        uncounted.TryDequeue(out int item) ? item
        : spare.MaxBy(d => d.Value.Count - needed.GetValueOrDefault(d.Key)).Value?.TryDequeue(out item) == true ? item
        : null;
}
