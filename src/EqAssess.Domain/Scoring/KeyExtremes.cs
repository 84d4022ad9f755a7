namespace EqAssess.Domain.Scoring;

/// <summary>The lowest and the highest effectiveness among the scored options of an item: what a pick is measured against.</summary>
public sealed record KeyExtremes(double Lowest, double Highest)
{
    public double Span => Highest - Lowest;

    public bool IsHighest(KeyedOption option) => option.DroppedBecause is null && option.Effectiveness == Highest;

    public bool IsLowest(KeyedOption option) => option.DroppedBecause is null && option.Effectiveness == Lowest;

    /// <param name="item">With one scored option at least.</param>
    public static KeyExtremes Of(PlannedItem item) =>
        new(item.ScoredOptions().Min(o => o.Effectiveness), item.ScoredOptions().Max(o => o.Effectiveness));
}
