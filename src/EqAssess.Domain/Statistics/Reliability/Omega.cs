namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Omega total (McDonald 1999): the share of the sum's variance that one common factor explains, ω = (Σλ)²/((Σλ)² + Σθ).</summary>
/// <remarks>
/// λ and θ in the parts' own points, since the sum is of unstandardised parts. From 0 to 1. Expected values: R, lavaan::cfa, oracle case
/// 03_omega_s1.
/// </remarks>
/// <param name="Model">Null where there is no omega.</param>
public sealed record Omega(Estimate Total, OneFactorModel? Model)
{
    /// <summary>Complete persons from which omega may stand in a report; below, the standard error of a loading is too wide.</summary>
    public const int FewestPersonsForReports = 100;

    /// <returns>
    /// Insufficient data below three parts or with no more complete persons than parts; zero variance where a part does not vary; not
    /// estimable where a part is a sum of others, where the fit does not converge or a residual variance reaches 0 (Heywood).
    /// </returns>
    public static Omega Of(ScoreTable scores)
    {
        ScoreTable table = scores.Complete();
        if (table.Parts < 3 || table.Persons <= table.Parts)
        {
            return new Omega(NoEstimate.InsufficientData, null);
        }

        if (Enumerable.Range(0, table.Parts).Any(j => Columns.AreAlike(table.Column(j))))
        {
            return new Omega(NoEstimate.ZeroVariance, null);
        }

        if (OneFactorModel.Fitted(CovarianceMatrix.Of(table), table.Persons) is not { } model)
        {
            return new Omega(NoEstimate.NotEstimable, null);
        }

        return new Omega(Share(model.Loadings, model.Residuals), model);
    }

    /// <summary>Omega of other covariances of the same parts, found from where the model of these lies.</summary>
    /// <returns>Zero variance where a part does not vary; not estimable for the reasons of <see cref="Of(ScoreTable)"/>.</returns>
    public static Estimate Near(OneFactorModel model, double[,] covariances) =>
        Enumerable.Range(0, covariances.GetLength(0)).Any(j => covariances[j, j] <= 0) ? NoEstimate.ZeroVariance
        : Cholesky.IsPositiveDefinite(covariances) && OneFactorScoring.Near(covariances, model) is { } found ? Share(found.Loadings, found.Residuals)
        : NoEstimate.NotEstimable;

    private static double Share(IReadOnlyList<double> loadings, IReadOnlyList<double> residuals)
    {
        double common = loadings.Sum() * loadings.Sum();
        return common / (common + residuals.Sum());
    }
}
