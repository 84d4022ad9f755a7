using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>One common factor of several parts, by maximum likelihood on their covariances (Jöreskog 1969): Σ = λλᵀ + diag θ.</summary>
/// <remarks>
/// Minimises F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − k by Fisher scoring from the first principal axis. The factor has variance 1; its sign makes
/// Σλ positive. Expected values: R, lavaan::cfa, oracle case 03_omega_s1.
/// </remarks>
/// <param name="Loadings">λ, in points of score.</param>
/// <param name="Residuals">θ, variances of what the factor does not explain.</param>
public sealed record OneFactorModel(IReadOnlyList<double> Loadings, IReadOnlyList<double> Residuals, OneFactorFit Fit)
{
    /// <summary>Null where the fit has no proper maximum: not converged, or a residual variance at 0 (Heywood).</summary>
    /// <param name="covariances">Of three parts or more, positive definite, n − 1.</param>
    /// <param name="persons">n, above the number of parts.</param>
    internal static OneFactorModel? Fitted(CovarianceMatrix covariances, int persons)
    {
        double[,] s = OneFactorScoring.Scaled(covariances.Values, (persons - 1d) / persons);
        if (Cholesky.Factor(s) is not { } factor || OneFactorScoring.Maximum(s) is not { } found)
        {
            return null;
        }

        double sign = found.Loadings.Sum() < 0 ? -1 : 1;
        return new OneFactorModel([.. found.Loadings.Select(l => sign * l)], found.Residuals, FitOf(s, factor, found, persons));
    }

    private static OneFactorFit FitOf(double[,] s, double[,] factor, OneFactorScoring.Point found, int persons)
    {
        int k = found.Loadings.Length;
        double logDeterminant = Cholesky.LogDeterminant(factor);
        double chiSquare = Math.Max(0, persons * (found.Discrepancy - logDeterminant - k));
        double baseline = persons * (Enumerable.Range(0, k).Sum(j => Math.Log(s[j, j])) - logDeterminant);
        int freedom = (k * (k + 1) / 2) - (2 * k);
        double misfit = Math.Max(0, chiSquare - freedom);
        double worst = Math.Max(misfit, baseline - (k * (k - 1) / 2d));
        return new OneFactorFit(
            chiSquare,
            freedom,
            freedom > 0 ? ChiSquare.UpperTail(chiSquare, freedom) : NoEstimate.NotEstimable,
            worst > 0 ? 1 - (misfit / worst) : 1,
            freedom > 0 ? Math.Sqrt(misfit / (freedom * (double)persons)) : NoEstimate.NotEstimable,
            Srmr(s, found));
    }

    private static double Srmr(double[,] s, OneFactorScoring.Point found)
    {
        int k = found.Loadings.Length;
        double sum = 0;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double modelled = (found.Loadings[i] * found.Loadings[j]) + (i == j ? found.Residuals[i] : 0);
                sum += (s[i, j] - modelled) * (s[i, j] - modelled) / (s[i, i] * s[j, j]);
            }
        }

        return Math.Sqrt(sum / (k * (k + 1) / 2d));
    }
}
