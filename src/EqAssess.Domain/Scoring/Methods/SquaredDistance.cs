using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>100·(1 − D2 / W2): D2 = mean (x − k)², W2 = mean of its largest possible value, both over the answered options.</summary>
/// <remarks>
/// D2 of Cronbach &amp; Gleser (1953). It pays for the middle even more than <see cref="RawDistance"/>. Not a default. Expected
/// values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
public sealed class SquaredDistance : DistanceMethod
{
    public override string Code => "squared-distance";

    public override Estimate Percent(RatingProfile profile, RatingRange range) =>
        100 * (1 - (ProfileSimilarity.Of(profile.Ratings, profile.Keys).MeanSquared / profile.Keys.Average(k => Square(range.Farthest(k)))));

    public override double ChancePercent(IReadOnlyList<double> keys, RatingRange range) =>
        100 * (1 - (keys.Average(k => range.Points.Average(x => Square(x - k))) / keys.Average(k => Square(range.Farthest(k)))));

    private static double Square(double value) => value * value;
}
