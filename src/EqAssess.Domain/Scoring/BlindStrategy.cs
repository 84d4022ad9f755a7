using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>A way to answer a whole test without reading it for its meaning. What it earns beyond chance, a test gives away for nothing.</summary>
/// <remarks>
/// It prefers some options to others. In rate-each items the preference becomes ratings; in most-least items the most preferred option is
/// chosen as the most effective and the least preferred one as the least effective; in best items the most preferred one is chosen.
/// </remarks>
public abstract class BlindStrategy
{
    /// <summary>Kebab-case, stable, unique in <see cref="BlindStrategies.All"/>.</summary>
    public abstract string Code { get; }

    /// <summary>Whether another order of the same options can earn it something else. Forms choose their orders against those.</summary>
    public abstract bool DependsOnOrder { get; }

    /// <summary>Expected credit, 0 to 1, under the default scoring method of the item's format: exact, with ties broken at random.</summary>
    /// <param name="keyed">Keys every option of the item, by keys that the format's default method can score.</param>
    /// <param name="scale">Of the key: consecutive whole points, ascending.</param>
    /// <exception cref="ArgumentException">The key leaves an option of the item out, or no method scores the format.</exception>
    public double ExpectedCredit(Item item, KeyedItem keyed, IReadOnlyList<int> scale) => CreditOf(new BlindItem(item, keyed, scale));

    internal abstract double CreditOf(BlindItem item);
}

/// <summary>Every choice at random with equal chances: what the others are measured against.</summary>
internal sealed class RandomChoices : BlindStrategy
{
    public override string Code => "random";

    public override bool DependsOnOrder => false;

    internal override double CreditOf(BlindItem item) => item.Chance;
}

/// <summary>Puts the options in order by something that can be seen at a glance. Ratings are dealt out from the highest to the lowest.</summary>
/// <param name="preferences">One number per option; the higher, the more preferred.</param>
internal sealed class GlanceOrder(string code, Func<Item, IReadOnlyList<int>> preferences, bool byPlace = false) : BlindStrategy
{
    public override string Code => code;

    public override bool DependsOnOrder => byPlace;

    internal override double CreditOf(BlindItem item)
    {
        IReadOnlyList<Places> places = Places.Of(preferences(item.Item));
        return item.Credit(() => places, o => [.. Enumerable.Range(places[o].First, places[o].Count).Select(place => item.RatingOf(place, places.Count))]);
    }
}

/// <summary>Rates the option that is preferred most by one rating and all others by another.</summary>
/// <param name="preferences">One number per option; the higher, the more preferred.</param>
internal sealed class OneAboveTheRest(string code, Func<Item, IReadOnlyList<int>> preferences, int rating, int rest) : BlindStrategy
{
    public override string Code => code;

    public override bool DependsOnOrder => false;

    internal override double CreditOf(BlindItem item)
    {
        IReadOnlyList<int> preferred = preferences(item.Item);
        IReadOnlyList<Places> places = Places.Of([.. preferred.Select(p => p == preferred.Max() ? 1 : 0)]);
        int ties = places.Count(p => p.First == 0);
        IReadOnlyList<int> ofTied = [rating, .. Enumerable.Repeat(rest, ties - 1)];
        return item.Credit(() => places, o => places[o].First == 0 ? ofTied : [rest]);
    }
}

/// <summary>The same ratings by position in every item; a fifth option is rated as the first, and so on.</summary>
internal sealed class FixedRatings(IReadOnlyList<int> ratings) : BlindStrategy
{
    private readonly IReadOnlyList<int>[] alone = [.. ratings.Select(rating => new[] { rating })];

    public override string Code { get; } = $"ratings-{string.Concat(ratings.Select(Numbers.Text))}";

    public override bool DependsOnOrder { get; } = ratings.Distinct().Count() > 1;

    internal override double CreditOf(BlindItem item) =>
        item.Credit(() => Places.Of([.. item.Item.Options.Select((_, i) => ratings[i % ratings.Count])]), o => alone[o % ratings.Count]);
}
