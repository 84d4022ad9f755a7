namespace EqAssess.Domain.Scoring.Methods;

/// <summary>1 where rating and key lie on the same side of the midpoint, otherwise 0; a rating on the midpoint earns 0.</summary>
/// <remarks>
/// A key exactly on the midpoint has no side: the method leaves such an option out. One of the consensus methods of Weng, Yang,
/// Lievens &amp; McDaniel (2018). Expected values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
public sealed class Dichotomous : RateEachCredit
{
    public override string Code => "dichotomous";

    public override bool Scores(KeyedOption option, RatingRange range) => range.Side(option.Effectiveness) != 0;

    public override double CreditOf(KeyedOption option, int rating, RatingRange range) =>
        range.Side(rating) == range.Side(option.Effectiveness) ? 1 : 0;
}
