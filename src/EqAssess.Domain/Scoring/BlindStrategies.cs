using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Scoring;

/// <summary>The blind strategies against which banks and forms are held.</summary>
public static class BlindStrategies
{
    private const int PositionsInAPattern = 4;

    /// <summary>Random first. The fixed ratings hold one rating for all (<c>ratings-3333</c>) and every pair of positions too.</summary>
    public static IReadOnlyList<BlindStrategy> All { get; } =
    [
        new RandomChoices(),
        new GlanceOrder("longest-first", item => Lengths(item)),
        new GlanceOrder("shortest-first", item => Reversed(Lengths(item))),
        new OneAboveTheRest("longest-over-1", item => Lengths(item), 4, 1),
        new OneAboveTheRest("longest-over-2", item => Lengths(item), 4, 2),
        new OneAboveTheRest("longest-over-3", item => Lengths(item), 4, 3),
        new OneAboveTheRest("shortest-over-1", item => Reversed(Lengths(item)), 4, 1),
        new OneAboveTheRest("shortest-over-2", item => Reversed(Lengths(item)), 4, 2),
        new OneAboveTheRest("shortest-over-3", item => Reversed(Lengths(item)), 4, 3),
        new GlanceOrder("most-feeling-words-first", item => [.. item.Options.Select(o => FeelingWords.Count(o.Text))]),
        new GlanceOrder("first-to-last", item => Reversed([.. Enumerable.Range(0, item.Options.Count)]), byPlace: true),
        new GlanceOrder("last-to-first", item => [.. Enumerable.Range(0, item.Options.Count)], byPlace: true),
        .. Patterns().Select(ratings => new FixedRatings(ratings)),
    ];

    /// <summary>Credit, −1 to 1, that each strategy of <see cref="All"/> earns beyond chance in one item, in that order; 0 for random itself.</summary>
    /// <inheritdoc cref="BlindStrategy.ExpectedCredit"/>
    public static IReadOnlyList<double> Advantages(Item item, KeyedItem keyed, IReadOnlyList<int> scale)
    {
        var blind = new BlindItem(item, keyed, scale);
        return [.. All.Select(strategy => strategy.CreditOf(blind) - blind.Chance)];
    }

    /// <summary>Points of 100 that each strategy of <see cref="All"/> earns beyond chance over items of equal weight, in that order; zeros for no items.</summary>
    /// <param name="items">Each must be one that strategies can answer (<see cref="CanAnswer"/>).</param>
    public static IReadOnlyList<double> PointsAboveChance(IReadOnlyList<Item> items, Key key)
    {
        double[] points = new double[All.Count];
        foreach (Item item in items)
        {
            IReadOnlyList<double> advantages = Advantages(item, key.Items[item.Id], key.Scale);
            for (int s = 0; s < points.Length; s++)
            {
                points[s] += 100 * advantages[s] / items.Count;
            }
        }

        return points;
    }

    /// <summary>Whether the item is sound and the key covers it in a way that the default method of its format can score.</summary>
    public static bool CanAnswer(Item item, Key key) =>
        ResponseFormats.Find(item.Format)?.ContentProblems(item).Count == 0
        && key.Items.TryGetValue(item.Id, out KeyedItem? keyed)
        && item.Options.All(o => keyed.Options.Any(k => k.Option == o.Id))
        && ScoringMethods.DefaultFor(item.Format) is CreditMethod method
        && key.Scale.Count > 1
        && keyed.Options.Any(o => o.DroppedBecause is null)
        && method.Problems(new PlannedItem(Guid.Empty, item.Id, item.Format, item.Facet, Weight: 1, keyed.Options), RatingRange.Of(key.Scale)).Count == 0;

    // In characters: that is what length looks like on a page.
    private static IReadOnlyList<int> Lengths(Item item) => [.. item.Options.Select(o => o.Text.Length)];

    private static IReadOnlyList<int> Reversed(IReadOnlyList<int> preferences) => [.. preferences.Select(p => -p)];

    private static IEnumerable<IReadOnlyList<int>> Patterns() =>
        Enumerable.Range(0, PositionsInAPattern).Aggregate(
            (IEnumerable<IReadOnlyList<int>>)[[]],
            (shorter, _) => shorter.SelectMany(start => RateEachFormat.Scale.Select(rating => (IReadOnlyList<int>)[.. start, rating])));
}
