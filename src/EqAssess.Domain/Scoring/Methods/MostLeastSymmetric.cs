namespace EqAssess.Domain.Scoring.Methods;

/// <summary>(s + 2) / 4: a right half adds 1 to s, a half that turns the key round takes 1 away, any other leaves it.</summary>
/// <remarks>
/// By halves: 1 for right, 0 for turned round, ½ for an option in between or dropped. An omitted half counts as the plan says; under
/// <see cref="MissingRule.ScoreAll"/> it earns 0, as a half that is turned round does. Expected values: R, oracle case
/// 10_sjt_rank_bestworst.
/// </remarks>
public sealed class MostLeastSymmetric : MostLeastCredit
{
    public override string Code => "most-least-symmetric";

    public override double CreditAsMost(KeyedOption option, KeyExtremes key) => key.IsHighest(option) ? 1 : key.IsLowest(option) ? 0 : 0.5;

    public override double CreditAsLeast(KeyedOption option, KeyExtremes key) => key.IsLowest(option) ? 1 : key.IsHighest(option) ? 0 : 0.5;
}
