namespace EqAssess.Domain.Scoring.Methods;

/// <summary>(e_most − e_least + R) / (2R), where e is the keyed effectiveness of a picked option and R = e_max − e_min.</summary>
/// <remarks>
/// By halves: (e − e_min) / R for the most effective and (e_max − e) / R for the least effective. It needs the effectiveness of every
/// option and so takes no item with a dropped one. Expected values: R, oracle case 10_sjt_rank_bestworst.
/// </remarks>
public sealed class MostLeastEffectiveness : MostLeastCredit
{
    public override string Code => "most-least-effectiveness";

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) =>
        [.. base.Problems(item, range), .. item.DroppedOptions().Select(o => $"option '{o.Option}': {Code} needs its effectiveness, and the key has dropped it")];

    public override double CreditAsMost(KeyedOption option, KeyExtremes key) => (option.Effectiveness - key.Lowest) / key.Span;

    public override double CreditAsLeast(KeyedOption option, KeyExtremes key) => (key.Highest - option.Effectiveness) / key.Span;
}
