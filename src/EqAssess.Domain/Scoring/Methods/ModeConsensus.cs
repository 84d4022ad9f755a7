namespace EqAssess.Domain.Scoring.Methods;

/// <summary>1 where the rating is the judges' most frequent one, any of them where several tie, otherwise 0.</summary>
/// <remarks>
/// The method that kept mid-range items useful in Weng, Yang, Lievens &amp; McDaniel (2018). Expected values: R, oracle case
/// 10_sjt_rate_scoring.
/// </remarks>
public sealed class ModeConsensus : ConsensusCredit
{
    public override string Code => "mode-consensus";

    public override double CreditOf(KeyedOption option, int rating, RatingRange range) =>
        RatingsOf(option).Count(r => r == rating) == LargestCount(option) ? 1 : 0;
}
