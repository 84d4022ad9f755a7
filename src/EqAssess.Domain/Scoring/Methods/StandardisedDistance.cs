using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>50·(1 + r), the rescaled distance between z-scored ratings and z-scored key: Dz = mean (zx − zk)² = 2·(1 − r).</summary>
/// <remarks>
/// Elevation and scatter of the person are removed, and with them the gain from "avoid extremes" (McDaniel, Psotka, Legree, Yost
/// &amp; Weekley 2011). A constant rater has no r and gets the neutral 50; the sheet then carries a flag. Fewer than three answered
/// options: insufficient data. Expected values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
public sealed class StandardisedDistance : DistanceMethod
{
    private const double Neutral = 50;

    public override string Code => "standardised-distance";

    public override bool NeedsVaryingKey => true;

    public override Estimate Percent(RatingProfile profile, RatingRange range) =>
        Pearson.Correlation(profile.Ratings, profile.Keys) switch
        {
            Estimate.Known r => Neutral * (1 + r.Value),
            Estimate.Missing { Reason: NoEstimate.ZeroVariance } when profile.Ratings.Distinct().Count() == 1 => Neutral,
            Estimate missing => missing,
        };

    /// <summary>Exactly 50: every order of a random rater's ratings is as likely as any other, so r averages 0.</summary>
    public override double ChancePercent(IReadOnlyList<double> keys, RatingRange range) => Neutral;
}
