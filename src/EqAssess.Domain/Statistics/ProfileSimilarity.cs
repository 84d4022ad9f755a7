namespace EqAssess.Domain.Statistics;

/// <summary>How far a profile of ratings x lies from a key k over n ≥ 1 common options (Cronbach &amp; Gleser 1953; McDaniel et al. 2011).</summary>
/// <remarks>
/// All SDs here have denominator n. Identity: <see cref="MeanSquared"/> = <see cref="Elevation"/> + <see cref="Scatter"/> +
/// <see cref="Shape"/>. Expected values: R, oracle case 10_sjt_rate_scoring.
/// </remarks>
/// <param name="MeanAbsolute">D1 = Σ|x − k| / n, in points of the rating scale.</param>
/// <param name="MeanSquared">D2 = Σ(x − k)² / n, in squared points.</param>
/// <param name="Elevation">(x̄ − k̄)².</param>
/// <param name="Scatter">(sx − sk)².</param>
/// <param name="Shape">2·(sx·sk − cov), which is 2·sx·sk·(1 − r) where r exists and 0 where a side is constant.</param>
/// <param name="MeanSquaredZ">Σ(zx − zk)² / n, which is 2·(1 − r); a constant side has z = 0 throughout.</param>
/// <param name="Correlation">r; zero variance for a constant side.</param>
public sealed record ProfileSimilarity(
    double MeanAbsolute,
    double MeanSquared,
    double Elevation,
    double Scatter,
    double Shape,
    double MeanSquaredZ,
    Estimate Correlation)
{
    /// <exception cref="ArgumentException">There is no pair, or the lists differ in length.</exception>
    public static ProfileSimilarity Of(IReadOnlyList<double> ratings, IReadOnlyList<double> key)
    {
        if (ratings.Count == 0)
        {
            throw new ArgumentException("A profile needs at least one rating.", nameof(ratings));
        }

        Estimate correlation = Pearson.Correlation(ratings, key);
        double count = ratings.Count;
        double meanGap = Moments.Mean(ratings) - Moments.Mean(key);
        double spreadX = Math.Sqrt(Moments.SquaredDeviations(ratings) / count);
        double spreadK = Math.Sqrt(Moments.SquaredDeviations(key) / count);
        return new ProfileSimilarity(
            ratings.Zip(key, (x, k) => Math.Abs(x - k)).Sum() / count,
            ratings.Zip(key, (x, k) => (x - k) * (x - k)).Sum() / count,
            meanGap * meanGap,
            (spreadX - spreadK) * (spreadX - spreadK),
            2 * ((spreadX * spreadK) - (Moments.Products(ratings, key) / count)),
            Standardised(ratings).Zip(Standardised(key), (x, k) => (x - k) * (x - k)).Sum() / count,
            correlation);
    }

    private static IEnumerable<double> Standardised(IReadOnlyList<double> values)
    {
        if (Moments.AreAlike(values))
        {
            return values.Select(_ => 0d);
        }

        double mean = Moments.Mean(values);
        double spread = Math.Sqrt(Moments.SquaredDeviations(values) / values.Count);
        return values.Select(v => (v - mean) / spread);
    }
}
