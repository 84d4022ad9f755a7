using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>Pearson r between ratings and key, shown as 50·(1 + r): the shape part of Legree et al. (2010, ARI TR-1272).</summary>
/// <remarks>
/// It differs from <see cref="StandardisedDistance"/> where r does not exist: a constant rater is not scored (zero variance).
/// Fewer than three answered options: insufficient data. Expected values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
public sealed class ProfileCorrelation : DistanceMethod
{
    public override string Code => "profile-correlation";

    public override bool NeedsVaryingKey => true;

    public override Estimate Percent(RatingProfile profile, RatingRange range) =>
        Pearson.Correlation(profile.Ratings, profile.Keys) switch
        {
            Estimate.Known r => 50 * (1 + r.Value),
            Estimate missing => missing,
        };

    /// <summary>50 over those random raters whose ratings vary; the others are not scored.</summary>
    public override double ChancePercent(IReadOnlyList<double> keys, RatingRange range) => 50;
}
