using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>The frozen orders of options of a form, and what can be earned in it without reading.</summary>
public static class FormOrders
{
    /// <summary>Forms with fewer scenarios are for trials: no order of so few keeps every pattern from fitting one of them.</summary>
    public const int LeastScenarios = 4;

    /// <summary>The orders that an item's options can take, with what patterns of places and ratings gain in each.</summary>
    /// <param name="key">Covers the item.</param>
    public static ItemOrders Of(Item item, Key key)
    {
        IReadOnlyList<IReadOnlyList<int>> orders = OptionOrders.Of(item.Options.Count);
        return new ItemOrders(
            [.. orders.Select(order => (IReadOnlyList<string>)[.. order.Select(o => item.Options[o].Id)])],
            BlindGains.ByPlace(item, key.Items[item.Id], key.Scale, orders));
    }

    /// <summary>One order of option ids for each item, so that no pattern gains much in the form.</summary>
    /// <param name="items">The items that count, in the order of the form.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Choose(IReadOnlyList<ItemOrders> items, long seed) =>
        [.. OptionOrders.Choose([.. items.Select(i => i.Gains)], seed).Select((order, i) => items[i].Orders[order])];

    /// <summary>The order of options of an item that does not count: drawn, and held against nothing.</summary>
    public static IReadOnlyList<string> Draw(Item item, long seed) => new SplitMix64(seed).Shuffled(item.Options.Select(o => o.Id));

    /// <summary>The strategy that earns most beyond chance in a form, from all of <see cref="BlindStrategies"/>.</summary>
    /// <param name="items">The items that count, with their options in the order that candidates see.</param>
    /// <param name="key">Covers every one of them.</param>
    public static BlindGain Worst(IReadOnlyList<Item> items, Key key) =>
        Most([.. items.Select(i => BlindStrategies.Advantages(i, key.Items[i.Id], key.Scale))]);

    /// <summary>The same for a published form, by the key that its plan froze.</summary>
    public static BlindGain Worst(FormVersion form, ScoringPlan plan)
    {
        Dictionary<Guid, PlannedItem> planned = plan.Items.ToDictionary(i => i.ItemVersion);
        List<IReadOnlyList<double>> gains =
        [
            .. form.Items.Where(i => !i.Pretest)
                .Select(i => BlindStrategies.Advantages(i.Shown, new KeyedItem([], planned[i.Version].Options), plan.RatingScale)),
        ];
        return Most(gains);
    }

    /// <summary>Whether a form is so short that it serves trials only: it is held to no limit on blind answers, and decides about nobody.</summary>
    /// <param name="scenarios">Those that count.</param>
    public static bool IsTrial(int scenarios) => scenarios < LeastScenarios;

    /// <summary>Whether a form may be published as far as blind answers go.</summary>
    public static bool Withstands(BlindGain worst, int scenarios) =>
        IsTrial(scenarios) || worst.Share <= Blueprint.MostBlindGain + 1e-9;

    private static BlindGain Most(IReadOnlyList<IReadOnlyList<double>> gains) =>
        BlindStrategies.All.Select((s, index) => new BlindGain(s.Code, gains.Average(g => g[index]))).MaxBy(g => g.Share)!;
}

/// <param name="Orders">Of option ids.</param>
/// <param name="Gains">In the order of <paramref name="Orders"/>.</param>
public sealed record ItemOrders(IReadOnlyList<IReadOnlyList<string>> Orders, OrderGains Gains);

/// <param name="Share">Credit beyond chance, −1 to 1: times 100, points.</param>
public sealed record BlindGain(string Strategy, double Share);
