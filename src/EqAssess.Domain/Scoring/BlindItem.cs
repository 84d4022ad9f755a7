using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Scoring;

/// <summary>What each choice in one item is worth under the default scoring method of its format, looked up once for all strategies.</summary>
/// <remarks>
/// Every default method adds up over options or halves, so the expected credit of a strategy needs only how likely each option is at each
/// place, never the joint orders. A format whose default does not add up (rank) gives every strategy the credit of chance.
/// </remarks>
internal sealed class BlindItem
{
    private readonly ScoringMethod? method;
    private readonly RatingRange range;
    private readonly KeyedOption[] keyed;

    // By option and by rating from the lowest; null for an option that does not count.
    private readonly double[]?[] rated;

    /// <param name="key">Must key every option of the item and score at least one.</param>
    /// <exception cref="ArgumentException">The key leaves an option of the item out.</exception>
    public BlindItem(Item item, KeyedItem key, IReadOnlyList<int> scale)
    {
        (Item, range, method) = (item, RatingRange.Of(scale), ScoringMethods.DefaultFor(item.Format));
        keyed = [.. item.Options.Select(o => key.Options.FirstOrDefault(k => k.Option == o.Id)
            ?? throw new ArgumentException($"Option '{o.Id}' of {item.Id} has no key.", nameof(key)))];
        rated = [.. keyed.Select(o => method is RateEachCredit each && o.DroppedBecause is null && each.Scores(o, range)
            ? range.Points.Select(rating => each.CreditOf(o, rating, range)).ToArray()
            : null)];
        Chance = method is CreditMethod credit
            ? credit.ChanceCredit(new PlannedItem(Guid.Empty, item.Id, item.Format, item.Facet, Weight: 1, keyed), range)
            : throw new ArgumentException($"No method scores format '{item.Format}' of {item.Id}.", nameof(item));
    }

    public Item Item { get; }

    /// <summary>Expected credit, 0 to 1, of choosing at random.</summary>
    public double Chance { get; }

    /// <param name="places">Of each option, in the item's order; not asked for where options are rated.</param>
    /// <param name="ratingsOf">The equally likely ratings of an option, by its position from 0.</param>
    public double Credit(Func<IReadOnlyList<Places>> places, Func<int, IReadOnlyList<int>> ratingsOf) => method switch
    {
        RateEachCredit => Rated(ratingsOf),
        MostLeastCredit pair => (Picked(pair.CreditAsMost, (p, _) => p.Top, places()) + Picked(pair.CreditAsLeast, (p, all) => p.Bottom(all), places())) / 2,
        BestCredit pick => Picked(pick.CreditOf, (p, _) => p.Top, places()),
        _ => Chance,
    };

    /// <summary>Rating of a place where the scale is dealt out evenly over <paramref name="count"/> places, the highest points first.</summary>
    public int RatingOf(int place, int count) => range.Highest - (place * range.Count / count);

    private double Rated(Func<int, IReadOnlyList<int>> ratingsOf)
    {
        (double sum, int options) = (0, 0);
        for (int o = 0; o < rated.Length; o++)
        {
            if (rated[o] is { } credits)
            {
                IReadOnlyList<int> ratings = ratingsOf(o);
                for (int i = 0; i < ratings.Count; i++)
                {
                    sum += (range.Contains(ratings[i]) ? credits[ratings[i] - range.Lowest] : 0) / ratings.Count;
                }

                options++;
            }
        }

        return sum / options;
    }

    private double Picked(Func<KeyedOption, KeyExtremes, double> creditOf, Func<Places, int, double> share, IReadOnlyList<Places> places)
    {
        List<KeyedOption> scored = [.. keyed.Where(o => o.DroppedBecause is null)];
        var key = new KeyExtremes(scored.Min(o => o.Effectiveness), scored.Max(o => o.Effectiveness));
        return keyed.Zip(places, (option, place) => share(place, places.Count) * creditOf(option, key)).Sum();
    }
}

/// <summary>The places, 0 for the first, that an option may take in an order whose ties are broken at random; each is as likely as any other.</summary>
internal readonly record struct Places(int First, int Last)
{
    public int Count => Last - First + 1;

    /// <summary>Probability of the first place.</summary>
    public double Top => First == 0 ? 1d / Count : 0;

    /// <summary>Probability of the last of <paramref name="all"/> places.</summary>
    public double Bottom(int all) => Last == all - 1 ? 1d / Count : 0;

    /// <param name="preferences">The higher, the nearer to the first place.</param>
    public static IReadOnlyList<Places> Of(IReadOnlyList<int> preferences) =>
    [
        .. preferences.Select(p =>
        {
            int before = preferences.Count(other => other > p);
            return new Places(before, before + preferences.Count(other => other == p) - 1);
        }),
    ];
}
