namespace EqAssess.Domain.Statistics;

/// <summary>Covariances of parts, n − 1: s_ij = Σ(x_i − x̄_i)(x_j − x̄_j)/(n − 1), and the number of persons behind each.</summary>
/// <param name="Values">Symmetric, in squared points of score.</param>
/// <param name="Pairs">Persons with a score on both parts.</param>
public sealed record CovarianceMatrix(double[,] Values, int[,] Pairs)
{
    public int Parts => Values.GetLength(0);

    /// <summary>The fewest persons behind any covariance; 0 for no parts.</summary>
    public int FewestPairs => Pairs.Length == 0 ? 0 : Pairs.Cast<int>().Min();

    /// <summary>
    /// Every covariance over the persons who have both parts (pairwise, as R's <c>cov(use = "pairwise.complete.obs")</c>), with the means
    /// of these persons. Fewer than two: the covariance is set to 0, and <see cref="FewestPairs"/> tells.
    /// </summary>
    public static CovarianceMatrix Of(ScoreTable scores)
    {
        int k = scores.Parts;
        double[,] values = new double[k, k];
        int[,] pairs = new int[k, k];
        double[] means = scores.IsComplete && scores.Persons > 0 ? [.. Enumerable.Range(0, k).Select(j => Columns.Sum(scores.Column(j)) / scores.Persons)] : [];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                (double value, int n) = means.Length > 0
                    ? (Columns.Products(scores.Column(i), means[i], scores.Column(j), means[j]) / Math.Max(1, scores.Persons - 1), scores.Persons)
                    : Pairwise(scores.Column(i), scores.Column(j));
                (values[i, j], values[j, i], pairs[i, j], pairs[j, i]) = (value, value, n, n);
            }
        }

        return new CovarianceMatrix(values, pairs);
    }

    /// <summary>Σ of all cells: the variance of the sum of all parts.</summary>
    public double Sum() => Values.Cast<double>().Sum();

    public double Trace() => Enumerable.Range(0, Parts).Sum(i => Values[i, i]);

    /// <summary>s_ij/(s_i·s_j); a part that does not vary correlates 0 with the others.</summary>
    public double[,] Correlations()
    {
        double[,] r = new double[Parts, Parts];
        for (int i = 0; i < Parts; i++)
        {
            for (int j = 0; j < Parts; j++)
            {
                double scale = Math.Sqrt(Values[i, i] * Values[j, j]);
                r[i, j] = i == j ? 1 : scale > 0 ? Values[i, j] / scale : 0;
            }
        }

        return r;
    }

    private static (double Value, int Persons) Pairwise(double[] x, double[] y)
    {
        (int n, double sumX, double sumY) = (0, 0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                (n, sumX, sumY) = (n + 1, sumX + x[i], sumY + y[i]);
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length && n > 1; i++)
        {
            double product = (x[i] - (sumX / n)) * (y[i] - (sumY / n));
            sum += double.IsNaN(product) ? 0 : product;
        }

        return (sum / Math.Max(1, n - 1), n);
    }
}
