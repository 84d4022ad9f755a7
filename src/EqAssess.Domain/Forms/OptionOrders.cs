using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Forms;

/// <summary>
/// Chooses the order of options of every item of a form, frozen for all its candidates, so that somebody who answers by position earns
/// next to nothing: a seeded start, then item by item the order that lowers the most that any pattern gains, until no change helps.
/// </summary>
public static class OptionOrders
{
    private const int Restarts = 8;

    /// <param name="items">The items that count.</param>
    /// <returns>By item, the index of the chosen order. The best of several seeded starts.</returns>
    public static IReadOnlyList<int> Choose(IReadOnlyList<OrderGains> items, long seed)
    {
        var random = new SplitMix64(seed);
        int[] best = [];
        (double Most, double Spread) least = (double.PositiveInfinity, 0);
        for (int restart = 0; restart < Restarts; restart++)
        {
            int[] chosen = [.. items.Select(i => random.Below(i.Gains.Count))];
            (double Most, double Spread) reached = Improve(items, chosen);
            if (reached.CompareTo(least) < 0)
            {
                (best, least) = (chosen, reached);
            }
        }

        return best;
    }

    /// <summary>Every order of the options of an item; of five or more always the same draw, since there are 120 and more.</summary>
    /// <returns>Positions in the item's own order.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(int options)
    {
        const int Most = 24;
        if (options <= 4)
        {
            return [.. Permutations([.. Enumerable.Range(0, options)])];
        }

        var random = new SplitMix64(options);
        return [.. Enumerable.Range(0, Most).Select(_ => random.Shuffled(Enumerable.Range(0, options)))];
    }

    private static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> values) =>
        values.Count <= 1 ? [values] : values.SelectMany(first => Permutations([.. values.Where(v => v != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));

    private static (double Most, double Spread) Improve(IReadOnlyList<OrderGains> items, int[] chosen)
    {
        double[] sums = new double[items.Count == 0 ? 0 : items[0].Gains[0].Count];
        foreach ((int i, OrderGains item) in items.Index())
        {
            Add(sums, item.Gains[chosen[i]], 1);
        }

        (double Most, double Spread) reached = Measure(sums);
        bool better = true;
        while (better)
        {
            better = false;
            foreach ((int i, OrderGains item) in items.Index())
            {
                Add(sums, item.Gains[chosen[i]], -1);
                (int order, (double, double) value) = Best(item, sums);
                if (value.CompareTo(reached) < 0)
                {
                    (chosen[i], reached, better) = (order, value, true);
                }

                Add(sums, item.Gains[chosen[i]], 1);
            }
        }

        return reached;
    }

    private static (int Order, (double Most, double Spread) Value) Best(OrderGains item, double[] others)
    {
        (int Order, (double Most, double Spread) Value) best = (0, (double.PositiveInfinity, 0));
        double[] sums = new double[others.Length];
        for (int order = 0; order < item.Gains.Count; order++)
        {
            others.CopyTo(sums, 0);
            Add(sums, item.Gains[order], 1);
            (double, double) value = Measure(sums);
            best = value.CompareTo(best.Value) < 0 ? (order, value) : best;
        }

        return best;
    }

    /// <summary>The most that a pattern gains, and the spread of all, which tells two orders apart that are equally good at their worst.</summary>
    private static (double Most, double Spread) Measure(double[] sums)
    {
        double most = double.NegativeInfinity, spread = 0;
        foreach (double sum in sums)
        {
            most = Math.Max(most, sum);
            spread += sum * sum;
        }

        return (Math.Round(most, 9), Math.Round(spread, 9));
    }

    private static void Add(double[] sums, IReadOnlyList<double> gains, int sign)
    {
        for (int pattern = 0; pattern < sums.Length; pattern++)
        {
            sums[pattern] += sign * gains[pattern];
        }
    }
}

/// <param name="Gains">By order of the item's options: what each pattern earns beyond chance, −1 to 1; the same patterns for all items.</param>
public sealed record OrderGains(IReadOnlyList<IReadOnlyList<double>> Gains);
