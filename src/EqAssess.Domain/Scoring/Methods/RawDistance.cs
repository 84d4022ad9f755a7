using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>100·(1 − D1 / W1): D1 = mean |x − k|, W1 = mean of the largest possible |x − k|, both over the answered options.</summary>
/// <remarks>
/// It pays for the middle and carries the tendency to extreme ratings (Weng, Yang, Lievens &amp; McDaniel 2018). Not a default.
/// Expected values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
public sealed class RawDistance : DistanceMethod
{
    public override string Code => "raw-distance";

    public override Estimate Percent(RatingProfile profile, RatingRange range) =>
        100 * (1 - (ProfileSimilarity.Of(profile.Ratings, profile.Keys).MeanAbsolute / profile.Keys.Average(range.Farthest)));

    public override double ChancePercent(IReadOnlyList<double> keys, RatingRange range) =>
        100 * (1 - (keys.Average(k => range.Points.Average(x => Math.Abs(x - k))) / keys.Average(range.Farthest)));
}
