namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Coefficients of a sum of standardised parts, from their correlations. Expected values: R, psych::alpha, oracle case 01_alpha_s1.</summary>
public static class StandardisedAlpha
{
    /// <summary>k·r̄/(1 + (k − 1)·r̄) with the mean correlation r̄ (Cronbach 1951). At most 1.</summary>
    /// <returns>
    /// Insufficient data below two parts or three complete persons; zero variance where a part does not vary; not estimable where
    /// 1 + (k − 1)·r̄ is not above 0.
    /// </returns>
    public static Estimate Of(ScoreTable scores) => Known(scores, out double[,] r) is { } reason ? reason : Of(r);

    /// <summary>Guttman's (1945) λ₆ = 1 − Σ(1 − R²_j)/Σr, R²_j the share of part j that the others explain.</summary>
    /// <returns>As <see cref="Of(ScoreTable)"/>; not estimable also where a part is a sum of others.</returns>
    public static Estimate Lambda6(ScoreTable scores)
    {
        if (Known(scores, out double[,] r) is { } reason)
        {
            return reason;
        }

        double sum = r.Cast<double>().Sum();
        if (sum <= 0 || Cholesky.Factor(r) is not { } factor)
        {
            return NoEstimate.NotEstimable;
        }

        double[,] inverse = Cholesky.Inverse(factor);
        return 1 - (Enumerable.Range(0, scores.Parts).Sum(j => 1 / inverse[j, j]) / sum);
    }

    private static Estimate Of(double[,] r)
    {
        double k = r.GetLength(0);
        double sum = r.Cast<double>().Sum();
        return sum > 0 ? k / (k - 1) * (1 - (k / sum)) : NoEstimate.NotEstimable;
    }

    private static NoEstimate? Known(ScoreTable scores, out double[,] r)
    {
        ScoreTable table = scores.Complete();
        r = new double[0, 0];
        if (table.Parts < 2 || table.Persons < 3)
        {
            return NoEstimate.InsufficientData;
        }

        if (Enumerable.Range(0, table.Parts).Any(j => Columns.AreAlike(table.Column(j))))
        {
            return NoEstimate.ZeroVariance;
        }

        r = CovarianceMatrix.Of(table).Correlations();
        return null;
    }
}
