namespace EqAssess.Domain.Scoring.Methods;

/// <summary>(1 + ρ) / 2 with Spearman's ρ = 1 − 6·Σd² / (m·(m² − 1)) over m options, d being the distance between the ranks.</summary>
/// <remarks>
/// A tied option counts as far from its rank in the key as it can be, max(k − 1, m − k), so that a tie earns nothing; the credit is then
/// at least 0. Expected values: R, oracle case 10_sjt_rank_bestworst; ties are in no oracle.
/// </remarks>
public sealed class RankSpearman : RankCredit
{
    public override string Code => "rank-spearman";

    public override double CreditOf(IReadOnlyList<RankedOption> options)
    {
        int count = options.Count;
        double squares = options.Sum(o => Math.Pow(o.Tied ? Math.Max(o.Key - 1, count - o.Key) : o.Distance, 2));
        return Math.Max(0, 1 - (3 * squares / (count * ((count * count) - 1))));
    }

    /// <summary>Exactly ½: in a random ranking every order is as likely as its reverse, so ρ averages 0.</summary>
    public override double ChanceCredit(PlannedItem item, RatingRange range) => 0.5;
}
