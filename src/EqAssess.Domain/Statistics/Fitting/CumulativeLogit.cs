namespace EqAssess.Domain.Statistics.Fitting;

/// <summary>
/// Proportional odds (McCullagh 1980): P(Y ≥ k) = 1/(1 + exp(−(c_k + xᵀβ))) for k = 1 … m, c falling. With two categories it is logistic
/// regression.
/// </summary>
/// <remarks>
/// Rows are groups of equal x, so the work does not grow with the persons. The log-likelihood is concave (Pratt 1981); Fisher scoring with
/// halved steps finds its top. Expected values: R's glm, oracle case 07_logistic_dif_s2.
/// </remarks>
/// <param name="Parameters">c₁ … c_m, then β.</param>
/// <param name="Covariance">Inverse of the expected information.</param>
internal sealed record CumulativeLogit(double[] Parameters, double[,] Covariance, double LogLikelihood)
{
    private const int Iterations = 50;

    /// <param name="x">Predictors of each row; no constant.</param>
    /// <param name="counts">Persons (or weights) of each row per category, lowest first; every category occurs.</param>
    /// <returns>Null without convergence in 50 steps or with predictors that are linear combinations of each other.</returns>
    public static CumulativeLogit? Fitted(double[][] x, double[][] counts)
    {
        double[] at = Start(counts, x.Length == 0 ? 0 : x[0].Length);
        var slope = LogitSlope.At(at, x, counts);
        for (int i = 0; i < Iterations; i++)
        {
            if (Cholesky.Factor(slope.Information) is not { } factor)
            {
                return null;
            }

            double[] step = Cholesky.Solve(factor, slope.Gradient);
            double gain = step.Zip(slope.Gradient, (s, g) => s * g).Sum();
            if (gain < 1e-11 * Math.Max(1, Math.Abs(slope.LogLikelihood)))
            {
                // So near the top each step doubles the digits: two more leave nothing to find.
                double[] top = Stepped(at, step);
                slope = LogitSlope.At(top, x, counts);
                factor = Cholesky.Factor(slope.Information) ?? factor;
                top = Stepped(top, Cholesky.Solve(factor, slope.Gradient));
                return new CumulativeLogit(top, Cholesky.Inverse(factor), LogitSlope.At(top, x, counts).LogLikelihood);
            }

            (at, slope) = Uphill(at, step, slope, x, counts);
        }

        return null;
    }

    /// <summary>Halves a step until it gains; after 40 halvings it stays where it is.</summary>
    private static (double[] At, LogitSlope Slope) Uphill(double[] at, double[] step, LogitSlope slope, double[][] x, double[][] counts)
    {
        double share = 1;
        for (int i = 0; i < 40; i++, share /= 2)
        {
            double[] next = Stepped(at, step, share);
            var there = LogitSlope.At(next, x, counts);
            if (there.LogLikelihood >= slope.LogLikelihood)
            {
                return (next, there);
            }
        }

        return (at, slope);
    }

    private static double[] Stepped(double[] at, double[] step, double share = 1) => [.. at.Zip(step, (a, s) => a + (share * s))];

    /// <summary>The thresholds that fit without predictors: logits of the cumulative shares.</summary>
    internal static double[] Start(double[][] counts, int predictors)
    {
        int categories = counts[0].Length;
        double[] sums = [.. Enumerable.Range(0, categories).Select(k => counts.Sum(row => row[k]))];
        double all = sums.Sum();
        IEnumerable<double> thresholds = Enumerable.Range(1, categories - 1).Select(k =>
        {
            double share = sums.Skip(k).Sum() / all;
            return Math.Log(share / (1 - share));
        });
        return [.. thresholds, .. new double[predictors]];
    }
}
