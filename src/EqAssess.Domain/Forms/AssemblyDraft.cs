using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>Forms while they are being made, with what is wrong with them. Costs are kept by form, so that a swap reckons one form anew.</summary>
internal sealed class AssemblyDraft
{
    private const double Heavy = 1000;
    private readonly AssemblyPool pool;
    private readonly IReadOnlyList<IReadOnlyList<int>> pretest;
    private readonly int[][] forms;
    private readonly HashSet<int>[] members;
    private readonly Dictionary<int, int> uses = [];
    private readonly FormCost[] costs;
    private readonly FormTargets targets;
    private int shared;

    public AssemblyDraft(AssemblyPool pool, IReadOnlyList<IReadOnlyList<int>> pretest, IReadOnlyList<int[]> forms)
    {
        (this.pool, this.pretest) = (pool, pretest);
        this.forms = [.. forms];
        members = [.. forms.Select(f => f.ToHashSet())];
        targets = FormTargets.Of(pool);
        foreach (int item in forms.SelectMany(f => f.Skip(pool.Anchors.Count)))
        {
            uses[item] = uses.GetValueOrDefault(item) + 1;
        }

        costs = [.. forms.Select((_, f) => CostOf(f))];
        shared = (Enumerable.Range(0, forms.Count).Sum(Overlaps) / 2) + uses.Keys.Sum(AboveShare);
    }

    public IReadOnlyList<IReadOnlyList<int>> Forms => forms;

    /// <summary>0 when every constraint holds.</summary>
    public double Violations => costs.Sum(c => c.Violation) + shared;

    public bool Holds(int form, int item) => members[form].Contains(item) || pretest[form].Contains(item);

    /// <summary>A quota whose least the form does not reach; null where there is none.</summary>
    public int? ShortOf(int form) => costs[form].ShortOf;

    /// <summary>Puts an item into a slot, unless that makes the forms worse by more than the threshold.</summary>
    public void Swap(int form, int slot, int item, double threshold)
    {
        int before = forms[form][slot];
        int sharedBefore = SharedBy(form, before, item);
        Replace(form, slot, before, item);
        FormCost changed = CostOf(form);
        int more = SharedBy(form, before, item) - sharedBefore;
        double difference = (Heavy * (changed.Violation - costs[form].Violation + more)) + changed.Soft - costs[form].Soft;
        if (difference > Heavy * threshold)
        {
            Replace(form, slot, item, before);
            return;
        }

        costs[form] = changed;
        shared += more;
    }

    public IEnumerable<(ConstraintKind Kind, string Subject)> ViolatedNow() =>
    [
        .. forms.Index().SelectMany(f => CostOf(f.Index).Violated(pool, targets)).Distinct(),
        .. Enumerable.Range(0, forms.Length).Any(f => Overlaps(f) > 0) ? [(ConstraintKind.Overlap, "")] : Array.Empty<(ConstraintKind, string)>(),
        .. uses.Keys.Any(i => AboveShare(i) > 0) ? [(ConstraintKind.Share, "")] : Array.Empty<(ConstraintKind, string)>(),
    ];

    private void Replace(int form, int slot, int before, int item)
    {
        forms[form][slot] = item;
        members[form].Remove(before);
        members[form].Add(item);
        uses[before]--;
        uses[item] = uses.GetValueOrDefault(item) + 1;
    }

    private FormCost CostOf(int form) => FormCost.Of(pool, targets, forms[form], members[form], pretest[form]);

    private int SharedBy(int form, int first, int second) => Overlaps(form) + AboveShare(first) + AboveShare(second);

    private int AboveShare(int item) => Math.Max(0, uses.GetValueOrDefault(item) - pool.Blueprint.MostForms);

    /// <summary>Items above what the form may have in common with each other form.</summary>
    private int Overlaps(int form)
    {
        if (pool.Blueprint.MostInCommon >= pool.Blueprint.Scenarios)
        {
            return 0;
        }

        int above = 0;
        for (int other = 0; other < forms.Length; other++)
        {
            if (other != form)
            {
                int common = 0;
                foreach (int item in forms[form])
                {
                    common += members[other].Contains(item) ? 1 : 0;
                }

                above += Math.Max(0, common - pool.Blueprint.MostInCommon);
            }
        }

        return above;
    }
}
