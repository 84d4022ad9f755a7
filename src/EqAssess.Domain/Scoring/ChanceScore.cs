namespace EqAssess.Domain.Scoring;

/// <summary>The expected percent of someone who makes every choice at random with equal chances. Exact, not simulated.</summary>
/// <remarks>
/// To be published beside the maximum: a method with a high floor makes chance look like skill. Keyed credit on four points gives
/// 37.5 whatever the key (oracle case 20_default_policy). Such a person omits nothing, so the missing rule plays no part.
/// </remarks>
public static class ChanceScore
{
    /// <param name="scale">A domain code, or the total.</param>
    /// <returns>0 to 100.</returns>
    /// <exception cref="ArgumentException">No item of the plan counts to the scale.</exception>
    public static double Percent(ScoringPlan plan, string scale = ScoringPlan.Total)
    {
        List<PlannedItem> items = [.. plan.Items.Where(i => scale == ScoringPlan.Total || i.Domain == scale)];
        if (items.Count == 0)
        {
            throw new ArgumentException($"No item of plan {plan.Id} counts to '{scale}'.", nameof(scale));
        }

        RatingRange range = RatingRange.Of(plan.RatingScale);
        return plan.MethodOf(items[0]) is DistanceMethod distance
            ? distance.ChancePercent([.. items.SelectMany(i => i.ScoredOptions()).Select(o => o.Effectiveness)], range)
            : 100 * items.Sum(i => i.Weight * ((CreditMethod)plan.MethodOf(i)).ChanceCredit(i, range)) / items.Sum(i => i.Weight);
    }
}
