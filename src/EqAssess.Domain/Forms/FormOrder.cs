using EqAssess.Domain.Banks;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Forms;

/// <summary>Puts the items of forms in order: anchors at the same places in every form, all else drawn.</summary>
internal static class FormOrder
{
    public static IReadOnlyList<AssembledForm> Of(
        AssemblyPool pool, IReadOnlyList<IReadOnlyList<int>> counting, IReadOnlyList<IReadOnlyList<int>> pretest, SplitMix64 random)
    {
        int shortest = counting.Zip(pretest, (c, p) => c.Count + p.Count).Min();
        int[] anchorPlaces = [.. random.Shuffled(Enumerable.Range(0, shortest)).Take(pool.Anchors.Count)];
        return [.. counting.Select((items, f) => Form(pool, TitleOf(pool.Blueprint, f), InOrder(pool, items, pretest[f], anchorPlaces, random)))];
    }

    private static string TitleOf(Blueprint blueprint, int form) => blueprint.Forms == 1 ? blueprint.Title : $"{blueprint.Title} {(char)('A' + form)}";

    private static List<(int Item, bool Pretest)> InOrder(
        AssemblyPool pool, IReadOnlyList<int> counting, IReadOnlyList<int> pretest, int[] anchorPlaces, SplitMix64 random)
    {
        var others = new Queue<(int, bool)>(random.Shuffled([.. counting.Skip(pool.Anchors.Count).Select(i => (i, false)), .. pretest.Select(i => (i, true))]));
        return
        [
            .. Enumerable.Range(0, counting.Count + pretest.Count).Select(place =>
                Array.IndexOf(anchorPlaces, place) is int anchor and >= 0 ? (pool.Anchors[anchor], false) : others.Dequeue()),
        ];
    }

    private static AssembledForm Form(AssemblyPool pool, string title, List<(int Item, bool Pretest)> items)
    {
        List<AssemblyItem> all = [.. items.Select(i => pool.Items[i.Item])];
        List<AssemblyItem> counting = [.. items.Where(i => !i.Pretest).Select(i => pool.Items[i.Item])];
        List<ObservedDifficulty> observed = [.. counting.Select(i => i.Difficulty).OfType<ObservedDifficulty>()];
        bool known = observed.Count == counting.Count;
        (string? strategy, double gain) = WorstGain(pool, counting);
        return new AssembledForm(
            title,
            [.. items.Select(i => new AssembledItem(pool.Items[i.Item].Id, i.Pretest))],
            new FormFacts(
                all.Sum(i => i.Words),
                all.Sum(i => i.LeastMinutes),
                counting.Average(i => i.Chance),
                new ExpectedDifficulty(known ? observed.Average(o => o.Mean) : null, known ? observed.Min(o => o.Attempts) : null, observed.Count),
                strategy,
                gain));
    }

    private static (string? Strategy, double Gain) WorstGain(AssemblyPool pool, List<AssemblyItem> counting) =>
        pool.Strategies.Select((code, s) => ((string?)code, counting.Average(i => i.BlindGains[s]))).DefaultIfEmpty((null, 0)).MaxBy(g => g.Item2);
}
