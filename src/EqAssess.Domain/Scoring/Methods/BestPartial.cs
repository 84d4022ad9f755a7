namespace EqAssess.Domain.Scoring.Methods;

/// <summary>(e − e_min) / (e_max − e_min), where e is the keyed effectiveness of the chosen option.</summary>
/// <remarks>It needs the effectiveness of every option and so takes no item with a dropped one.</remarks>
public sealed class BestPartial : BestCredit
{
    public override string Code => "best-partial";

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) =>
        [.. base.Problems(item, range), .. item.DroppedOptions().Select(o => $"option '{o.Option}': {Code} needs its effectiveness, and the key has dropped it")];

    public override double CreditOf(KeyedOption option, KeyExtremes key) => (option.Effectiveness - key.Lowest) / key.Span;
}
