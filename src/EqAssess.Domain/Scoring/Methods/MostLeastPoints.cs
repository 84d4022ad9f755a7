namespace EqAssess.Domain.Scoring.Methods;

/// <summary>([most = B] + [least = W]) / 2, where B and W are the options that the key holds the most and the least effective.</summary>
/// <remarks>The default of its format. A dropped option is neither B nor W. Expected values: R, oracle case 10_sjt_rank_bestworst.</remarks>
public sealed class MostLeastPoints : MostLeastCredit
{
    public override string Code => "most-least-points";

    public override double CreditAsMost(KeyedOption option, KeyExtremes key) => key.IsHighest(option) ? 1 : 0;

    public override double CreditAsLeast(KeyedOption option, KeyExtremes key) => key.IsLowest(option) ? 1 : 0;
}
