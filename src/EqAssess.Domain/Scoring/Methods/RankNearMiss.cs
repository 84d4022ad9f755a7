namespace EqAssess.Domain.Scoring.Methods;

/// <summary>Σ max(0, m − 1 − |r − k|) / (m·(m − 1)) over m options: one mark off for every place out. A tied option earns 0.</summary>
/// <remarks>
/// The marking of the UK Foundation Programme (MDU, "How does the SJT work"). Its floor is high: with 5 options the least is 8 of 20
/// and a random ranking gets 12. Expected values: R, oracle case 10_sjt_rank_bestworst.
/// </remarks>
public sealed class RankNearMiss : RankCredit
{
    public override string Code => "rank-near-miss";

    public override double CreditOf(IReadOnlyList<RankedOption> options)
    {
        int most = options.Count - 1;
        return options.Where(o => !o.Tied).Sum(o => Math.Max(0, most - o.Distance)) / (double)(options.Count * most);
    }

    /// <summary>In a random ranking every option is as likely on one rank as on any other, so its expected distance can be counted.</summary>
    public override double ChanceCredit(PlannedItem item, RatingRange range)
    {
        int count = item.ScoredOptions().Count();
        int[] ranks = [.. Enumerable.Range(1, count)];
        return ranks.Average(key => ranks.Average(given => count - 1 - Math.Abs(given - key))) / (count - 1);
    }
}
