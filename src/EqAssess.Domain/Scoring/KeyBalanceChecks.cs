using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Whether the live items of a bank, taken together, give their best options away. All of it is a warning about the key as a whole.</summary>
public static class KeyBalanceChecks
{
    /// <summary>Items with one best option, below which a share says little.</summary>
    public const int FewestItems = 20;

    /// <summary>Largest share of items whose best option is the longest.</summary>
    public const double LargestLongestShare = .35;

    /// <summary>Standard deviations from an even spread over the positions (two-sided p = .01, normal approximation of the binomial).</summary>
    public const double MostDeviations = 2.576;

    /// <summary>Largest advantage of a blind strategy over chance, in points of 100.</summary>
    public const double MostPointsAboveChance = 5;

    /// <summary>None with fewer than <see cref="FewestItems"/> live items that have one best option. Paths are empty.</summary>
    public static IEnumerable<BankProblem> Problems(Key key, Bank bank)
    {
        List<(Item Item, int Best)> items = [.. bank.Items.Where(item => item.Use == ItemUse.Live).Select(item => (item, BestPosition(item, key))).Where(i => i.Item2 >= 0)];
        return items.Count < FewestItems ? [] : [.. Longest(items), .. Positions(items), .. Blind(key, bank)];
    }

    private static int BestPosition(Item item, Key key) =>
        key.Items.TryGetValue(item.Id, out KeyedItem? keyed) && BestOption.Of([.. keyed.Options.Where(o => o.DroppedBecause is null)]) is { } best
            ? item.Options.ToList().FindIndex(o => o.Id == best)
            : -1;

    private static IEnumerable<BankProblem> Longest(List<(Item Item, int Best)> items)
    {
        double share = items.Average(i => ShareOfLongest(i.Item, i.Best));
        return share > LargestLongestShare
            ? [BankProblem.Warning("best-is-longest", "", string.Create(
                CultureInfo.InvariantCulture,
                $"the best option is the longest in {share:P0} of the items, and {LargestLongestShare:P0} are the most that hide it: shorten best options, or lengthen others"))]
            : [];
    }

    // Of several longest options each counts its part.
    private static double ShareOfLongest(Item item, int best)
    {
        int longest = item.Options.Max(o => o.Text.Length);
        return item.Options[best].Text.Length == longest ? 1d / item.Options.Count(o => o.Text.Length == longest) : 0;
    }

    private static IEnumerable<BankProblem> Positions(List<(Item Item, int Best)> items)
    {
        for (int position = 0; position < items.Max(i => i.Item.Options.Count); position++)
        {
            double[] chances = [.. items.Where(i => i.Item.Options.Count > position).Select(i => 1d / i.Item.Options.Count)];
            double expected = chances.Sum();
            int there = items.Count(i => i.Best == position);
            if (Math.Abs(there - expected) > MostDeviations * Math.Sqrt(chances.Sum(p => p * (1 - p))))
            {
                yield return BankProblem.Warning("best-position", "", string.Create(
                    CultureInfo.InvariantCulture,
                    $"the best option stands at place {position + 1} in {there} of {items.Count} items, where {expected:0} would be even: put some elsewhere"));
            }
        }
    }

    private static IEnumerable<BankProblem> Blind(Key key, Bank bank)
    {
        List<Item> items = [.. bank.Items.Where(item => item.Use == ItemUse.Live && BlindStrategies.CanAnswer(item, key))];
        IReadOnlyList<double> points = BlindStrategies.PointsAboveChance(items, key);
        int best = Enumerable.Range(0, points.Count).MaxBy(s => points[s]);
        return points[best] > MostPointsAboveChance
            ? [BankProblem.Warning("blind-strategy", "", string.Create(
                CultureInfo.InvariantCulture,
                $"answering by '{BlindStrategies.All[best].Code}' without reading earns {points[best]:0.0} points of 100 above chance, and {MostPointsAboveChance} are the most that should be: change lengths, words or places of best options"))]
            : [];
    }
}
