namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The share of judges who gave the same rating, 0 to 1.</summary>
/// <remarks>Expected values of both forms: R, oracle case 10_sjt_rate_scoring.</remarks>
/// <param name="scaled">
/// Whether the share is divided by the largest share of the option, so that the judges' favourite earns 1. Unscaled, nobody can
/// reach 100 % unless the judges were of one mind.
/// </param>
public sealed class ProportionConsensus(bool scaled) : ConsensusCredit
{
    public override string Code => scaled ? "proportion-consensus-scaled" : "proportion-consensus";

    public override double CreditOf(KeyedOption option, int rating, RatingRange range) =>
        RatingsOf(option).Count(r => r == rating) / (double)(scaled ? LargestCount(option) : RatingsOf(option).Count);
}
