using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>Scores the items of one scale. Credit methods add up by item; a distance method compares the whole scale at once.</summary>
internal static class ScaleScoring
{
    public static ScaleScore Score(string scale, IReadOnlyList<AnsweredItem> items, ScoringPlan plan, RatingRange range) =>
        plan.MethodOf(items[0].Item) is DistanceMethod distance
            ? ByDistance(scale, items, distance, range)
            : ByCredit(scale, items, plan, range);

    /// <summary>What became of one item.</summary>
    public static ItemResult ResultOf(AnsweredItem answered, ScoringPlan plan, RatingRange range)
    {
        PlannedItem item = answered.Item;
        if (Completeness([answered], plan, range).Answered == 0)
        {
            return answered.Presented ? new ItemResult.Omitted(item.ItemVersion) : new ItemResult.NotPresented(item.ItemVersion);
        }

        return plan.MethodOf(item) is CreditMethod method
            ? new ItemResult.Scored(
                item.ItemVersion,
                item.Weight * CreditOf(method.Credit(item, answered.Response, range), plan.Missing),
                item.Weight)
            : new ItemResult.CountedInScale(item.ItemVersion);
    }

    /// <summary>Scored choices of the items, and how many of them were answered.</summary>
    public static Completeness Completeness(IReadOnlyList<AnsweredItem> items, ScoringPlan plan, RatingRange range)
    {
        List<Completeness> parts = [.. items.Select(i => CompletenessOf(i, plan.MethodOf(i.Item), range))];
        return new Completeness(parts.Sum(p => p.Answered), parts.Sum(p => p.Choices));
    }

    private static Completeness CompletenessOf(AnsweredItem answered, ScoringMethod method, RatingRange range)
    {
        if (method is CreditMethod credit)
        {
            ItemCredit earned = credit.Credit(answered.Item, answered.Response, range);
            return new Completeness(earned.Answered, earned.Choices);
        }

        RatingProfile profile = RatingProfile.Of([answered], range);
        return new Completeness(profile.Ratings.Count, profile.Options);
    }

    private static ScaleScore ByCredit(string scale, IReadOnlyList<AnsweredItem> items, ScoringPlan plan, RatingRange range)
    {
        List<ItemResult.Scored> scored = [.. items.Select(i => ResultOf(i, plan, range)).OfType<ItemResult.Scored>()];
        double points = scored.Sum(s => s.Points);
        if (plan.Missing == MissingRule.ScoreAll)
        {
            double all = items.Sum(i => i.Item.Weight);
            return new ScaleScore(scale, 100 * points / all, NotScoredBecause: null, points, all, items.Count);
        }

        double maximum = scored.Sum(s => s.Maximum);
        return Completeness(items, plan, range).IsEnough
            ? new ScaleScore(scale, 100 * points / maximum, NotScoredBecause: null, points, maximum, scored.Count)
            : new ScaleScore(scale, Percent: null, NoEstimate.InsufficientData, points, maximum, scored.Count);
    }

    /// <summary>Points are the percent carried over to one point per answered item, so that scales of both kinds can be put together.</summary>
    private static ScaleScore ByDistance(string scale, IReadOnlyList<AnsweredItem> items, DistanceMethod method, RatingRange range)
    {
        RatingProfile profile = RatingProfile.Of(items, range);
        int counted = items.Count(i => RatingProfile.Of([i], range).Ratings.Count > 0);
        Estimate percent = new Completeness(profile.Ratings.Count, profile.Options).IsEnough
            ? method.Percent(profile, range)
            : NoEstimate.InsufficientData;
        return new ScaleScore(scale, percent.OrNull, percent.MissingBecause, counted * (percent.OrNull ?? 0) / 100, counted, counted);
    }

    private static double CreditOf(ItemCredit earned, MissingRule missing) =>
        earned.Sum / (missing == MissingRule.ScoreAll ? earned.Choices : earned.Answered);
}

/// <param name="Answered">Scored choices with an answer.</param>
/// <param name="Choices">Scored choices.</param>
internal sealed record Completeness(int Answered, int Choices)
{
    /// <summary>80 % or more, in whole numbers: 0.8 is no double.</summary>
    public bool IsEnough => 10 * Answered >= 8 * Choices;
}
