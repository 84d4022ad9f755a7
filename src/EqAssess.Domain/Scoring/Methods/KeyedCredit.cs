namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The default: 1 for the key, 0.5 for a neighbour of the key on the same side of the midpoint, otherwise 0.</summary>
/// <remarks>
/// Needs an even scale and a key on its points. A neighbour across the midpoint calls a bad reply good, or the reverse, and
/// earns nothing. Rating everything alike therefore earns little (31 to 44 % in oracle case 20_default_policy), and a random
/// rater 37.5 % on four points. Partial credit follows UK medical SJT practice (UCAT, UKFPO). Expected values: that oracle case.
/// </remarks>
public sealed class KeyedCredit : RateEachCredit
{
    public override string Code => "keyed-credit";

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) =>
        range.IsEven ? base.Problems(item, range) : [$"{Code} needs a scale with an even number of points"];

    public override double CreditOf(KeyedOption option, int rating, RatingRange range)
    {
        int key = (int)option.Effectiveness;
        return rating == key ? 1
            : Math.Abs(rating - key) == 1 && range.Side(rating) == range.Side(key) ? 0.5
            : 0;
    }

    protected override string? ProblemOf(KeyedOption option, RatingRange range) =>
        double.IsInteger(option.Effectiveness) ? null : $"option '{option.Option}': {Code} needs a key on a point of the scale";
}
