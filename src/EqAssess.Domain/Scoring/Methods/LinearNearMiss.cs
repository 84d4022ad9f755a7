namespace EqAssess.Domain.Scoring.Methods;

/// <summary>1 − |x − k| / (H − L), with the key rounded half up: k = floor(effectiveness + 0.5).</summary>
/// <remarks>
/// It pays for the middle: rating everything at the midpoint of five points earns 80 % in oracle case 10_sjt_rate_scoring,
/// which confirms the values. Not a default.
/// </remarks>
public sealed class LinearNearMiss : RateEachCredit
{
    public override string Code => "linear-near-miss";

    public override double CreditOf(KeyedOption option, int rating, RatingRange range) =>
        Math.Max(0, 1 - (Math.Abs(rating - Math.Floor(option.Effectiveness + 0.5)) / range.Span));
}
