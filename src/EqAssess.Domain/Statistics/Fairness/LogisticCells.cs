using EqAssess.Domain.Statistics.Fitting;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Persons of equal total and group counted by their score: all that <see cref="LogisticDif"/> needs of any number of persons.</summary>
/// <param name="Totals">Standardised, so that the fit does not depend on the length of the test.</param>
internal sealed record LogisticCells(double[] Totals, double[] Groups, double[][] Counts, double Mean, double Spread)
{
    public static LogisticCells Of(double[] scores, double[] totals, bool[] focal)
    {
        var categories = scores.Distinct().Order().Index().ToDictionary(s => s.Item, s => s.Index);
        var strata = MatchingStrata.Thin(totals);
        double[][] counts = [.. Enumerable.Range(0, 2 * strata.Count).Select(_ => new double[categories.Count])];
        for (int i = 0; i < scores.Length; i++)
        {
            counts[(2 * strata.Of[i]) + (focal[i] ? 1 : 0)][categories[scores[i]]]++;
        }

        double mean = Columns.Sum(totals) / totals.Length;
        double spread = Math.Sqrt(Columns.Products(totals, mean, totals, mean) / totals.Length);
        int[] used = [.. Enumerable.Range(0, counts.Length).Where(c => counts[c].Any(n => n > 0))];
        return new LogisticCells(
            [.. used.Select(c => (strata.Breaks[c / 2] - mean) / spread)], [.. used.Select(c => (double)(c % 2))], [.. used.Select(c => counts[c])], mean, spread);
    }

    /// <param name="predictors">1: total; 2: and group; 3: and product.</param>
    public CumulativeLogit? Fit(int predictors) => CumulativeLogit.Fitted(
        [.. Totals.Zip(Groups, (s, g) => new[] { s, g, s * g }[..predictors])], Counts);

    /// <summary>R² = (1 − exp(2(L₀ − L)/n))/(1 − exp(2L₀/n)), L₀ the log-likelihood without predictors.</summary>
    public double Nagelkerke(double likelihood)
    {
        double n = Counts.Sum(c => c.Sum());
        double empty = Enumerable.Range(0, Counts[0].Length).Select(k => Counts.Sum(c => c[k])).Sum(sum => sum * Math.Log(sum / n));
        return (1 - Math.Exp(2 * (empty - likelihood) / n)) / (1 - Math.Exp(2 * empty / n));
    }

    /// <summary>From coefficients per SD of the total to those per point.</summary>
    public LogisticCoefficients Raw(CumulativeLogit fit)
    {
        int all = fit.Parameters.Length;
        int m = Counts[0].Length - 1;
        double[,] to = new double[all, all];
        for (int i = 0; i < all; i++)
        {
            to[i, i] = i == m || i == m + 2 ? 1 / Spread : 1;
        }

        for (int k = 0; k < m; k++)
        {
            to[k, m] = -Mean / Spread;
        }

        if (all > m + 2)
        {
            to[m + 1, m + 2] = -Mean / Spread;
        }

        return new LogisticCoefficients(
            [.. Enumerable.Range(0, all).Select(i => Enumerable.Range(0, all).Sum(j => to[i, j] * fit.Parameters[j]))],
            [.. Enumerable.Range(0, all).Select(i => Math.Sqrt(Quadratic(to, fit.Covariance, i)))]);
    }

    private static double Quadratic(double[,] to, double[,] covariance, int row)
    {
        double sum = 0;
        for (int i = 0; i < to.GetLength(0); i++)
        {
            for (int j = 0; j < to.GetLength(0); j++)
            {
                sum += to[row, i] * covariance[i, j] * to[row, j];
            }
        }

        return sum;
    }
}
