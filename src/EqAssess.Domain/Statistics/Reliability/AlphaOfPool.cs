namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Alpha of a pool of parts of which nobody took all (Cronbach 1951), from pairwise covariances: k/(k − 1)·(1 − tr C / ΣC).</summary>
/// <remarks>
/// It speaks of a score on the whole pool, which nobody has: reports use <see cref="AlphaByForm"/>. Expected values: R, psych::alpha,
/// oracle case 01_alpha_forms.
/// </remarks>
public static class AlphaOfPool
{
    /// <summary>Persons whom every pair of parts needs by default.</summary>
    public const int FewestPairs = 50;

    /// <returns>
    /// Insufficient data below two parts or with a pair that too few took; zero variance where the sum of the pool does not vary; not
    /// estimable where cells are missing and the matrix is not positive definite, for then no such scores can exist.
    /// </returns>
    public static Estimate Of(ScoreTable scores, int fewestPairs = FewestPairs)
    {
        CovarianceMatrix covariances = CovarianceMatrix.Of(scores);
        return covariances.Parts < 2 || covariances.FewestPairs < Math.Max(2, fewestPairs) ? NoEstimate.InsufficientData
            : covariances.Sum() <= 1e-12 * covariances.Trace() ? NoEstimate.ZeroVariance
            : !scores.IsComplete && !Cholesky.IsPositiveDefinite(covariances.Values) ? NoEstimate.NotEstimable
            : Of(covariances);
    }

    /// <summary>From the covariances alone; the sum of all cells is not 0.</summary>
    internal static double Of(CovarianceMatrix covariances)
    {
        double k = covariances.Parts;
        return k / (k - 1) * (1 - (covariances.Trace() / covariances.Sum()));
    }
}
