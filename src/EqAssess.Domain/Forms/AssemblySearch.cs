using EqAssess.Domain.Banks;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Forms;

/// <summary>
/// Looks for forms that meet every constraint and are alike: a seeded start, then swaps of one item for another of its domain, accepted
/// while they do not make things worse than a threshold that sinks to nothing (threshold accepting, Dueck &amp; Scheuer 1990). Restarts
/// from new draws; the first forms without a violation are then made more alike.
/// </summary>
internal sealed class AssemblySearch(AssemblyPool pool, IReadOnlyList<IReadOnlyList<int>> pretest, SplitMix64 random)
{
    private const int Restarts = 10;
    private const int SwapsPerSlot = 300;
    private readonly Blueprint blueprint = pool.Blueprint;
    private readonly Dictionary<string, int[]> freeOf = pool.Free.GroupBy(i => pool.Items[i].Domain).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    private readonly Dictionary<(string Domain, int Quota), int[]> freeFor = [];

    /// <summary>How often each constraint stood in the way when a restart was given up.</summary>
    public Dictionary<(ConstraintKind Kind, string Subject), int> Violated { get; } = [];

    /// <summary>Counting items by form; null when every restart was given up.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public IReadOnlyList<IReadOnlyList<int>>? Find(CancellationToken stop)
    {
        for (int restart = 0; restart < Restarts; restart++)
        {
            AssemblyDraft draft = Start();
            int swaps = SwapsPerSlot * Math.Max(1, blueprint.Forms * (blueprint.Scenarios - pool.Anchors.Count));
            for (int swap = 0; swap < swaps; swap++)
            {
                stop.ThrowIfCancellationRequested();
                Try(draft, draft.Violations == 0 ? 0 : 0.5 * (swaps - swap) / swaps);
            }

            if (draft.Violations == 0)
            {
                return draft.Forms;
            }

            foreach ((ConstraintKind Kind, string Subject) violated in draft.ViolatedNow())
            {
                Violated[violated] = Violated.GetValueOrDefault(violated) + 1;
            }
        }

        return null;
    }

    private AssemblyDraft Start()
    {
        var forms = new List<int[]>();
        var uses = new Dictionary<int, int>();
        for (int form = 0; form < blueprint.Forms; form++)
        {
            var items = new List<int>(pool.Anchors);
            foreach (Quota domain in blueprint.Domains)
            {
                int slots = domain.Least - pool.Anchors.Count(a => pool.Items[a].Domain == domain.Code);
                IEnumerable<int> free = random.Shuffled(freeOf.GetValueOrDefault(domain.Code, [])).Except(pretest[form]);
                items.AddRange(free.OrderBy(i => uses.GetValueOrDefault(i)).Take(slots));
            }

            foreach (int item in items)
            {
                uses[item] = uses.GetValueOrDefault(item) + 1;
            }

            forms.Add([.. items]);
        }

        return new AssemblyDraft(pool, pretest, forms);
    }

    private void Try(AssemblyDraft draft, double threshold)
    {
        int form = random.Below(blueprint.Forms);
        int own = draft.Forms[form].Count - pool.Anchors.Count;
        if (own <= 0)
        {
            return;
        }

        int slot = pool.Anchors.Count + random.Below(own);
        int[] free = Candidates(draft, form, pool.Items[draft.Forms[form][slot]].Domain);
        int item = free[random.Below(free.Length)];
        if (!draft.Holds(form, item))
        {
            draft.Swap(form, slot, item, threshold);
        }
    }

    /// <summary>Half of the time, those that fill the quota which the form is short of: in a large bank a blind draw would miss them.</summary>
    private int[] Candidates(AssemblyDraft draft, int form, string domain)
    {
        if (draft.ShortOf(form) is int quota && random.Below(2) == 0)
        {
            if (!freeFor.TryGetValue((domain, quota), out int[]? fitting))
            {
                fitting = [.. freeOf[domain].Where(i => pool.QuotasOf[i].Contains(quota))];
                freeFor[(domain, quota)] = fitting;
            }

            if (fitting.Length > 0)
            {
                return fitting;
            }
        }

        return freeOf[domain];
    }
}
