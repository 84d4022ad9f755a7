using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Scoring;

/// <summary>What blind strategies earn beyond chance, as the plain numbers that the making of forms works with.</summary>
public static class BlindGains
{
    private static readonly BlindStrategy[] OfText = [.. BlindStrategies.All.Where(s => !s.DependsOnOrder)];
    private static readonly BlindStrategy[] OfPlace = [.. BlindStrategies.All.Where(s => s.DependsOnOrder)];

    /// <summary>Codes of the strategies that no order of options changes, in the order of <see cref="ByText"/>.</summary>
    public static IReadOnlyList<string> TextStrategies { get; } = [.. OfText.Select(s => s.Code)];

    /// <inheritdoc cref="BlindStrategy.ExpectedCredit"/>
    public static IReadOnlyList<double> ByText(Item item, KeyedItem keyed, IReadOnlyList<int> scale) => Of(OfText, item, keyed, scale);

    /// <summary>Expected credit, 0 to 1, of choosing at random.</summary>
    /// <inheritdoc cref="BlindStrategy.ExpectedCredit"/>
    public static double Chance(Item item, KeyedItem keyed, IReadOnlyList<int> scale) => new BlindItem(item, keyed, scale).Chance;

    /// <param name="orders">Positions in the item's own order.</param>
    /// <inheritdoc cref="BlindStrategy.ExpectedCredit"/>
    public static OrderGains ByPlace(Item item, KeyedItem keyed, IReadOnlyList<int> scale, IReadOnlyList<IReadOnlyList<int>> orders) =>
        new([.. orders.Select(order => Of(OfPlace, item with { Options = [.. order.Select(o => item.Options[o])] }, keyed, scale))]);

    private static IReadOnlyList<double> Of(BlindStrategy[] strategies, Item item, KeyedItem keyed, IReadOnlyList<int> scale)
    {
        var blind = new BlindItem(item, keyed, scale);
        return [.. strategies.Select(s => s.CreditOf(blind) - blind.Chance)];
    }
}
