namespace EqAssess.Domain.Statistics.Fitting;

/// <summary>Log-likelihood of a <see cref="CumulativeLogit"/> at a point, its gradient and its expected information.</summary>
/// <param name="LogLikelihood">Minus infinity where the thresholds do not fall.</param>
internal sealed record LogitSlope(double LogLikelihood, double[] Gradient, double[,] Information)
{
    public static LogitSlope At(double[] parameters, double[][] x, double[][] counts)
    {
        int m = counts[0].Length - 1;
        int all = parameters.Length;
        var slope = new LogitSlope(0, new double[all], new double[all, all]);
        for (int k = 1; k < m; k++)
        {
            if (!(parameters[k] < parameters[k - 1]))
            {
                return slope with { LogLikelihood = double.NegativeInfinity };
            }
        }

        double likelihood = 0;
        double[] gradient = new double[m];
        double[] diagonal = new double[m];
        double[] beside = new double[m];
        for (int row = 0; row < x.Length; row++)
        {
            likelihood += Row(parameters, x[row], counts[row], gradient, diagonal, beside);
            slope.Add(x[row], gradient, diagonal, beside);
        }

        return slope with { LogLikelihood = likelihood };
    }

    /// <summary>
    /// With W_k = P*_k(1 − P*_k): slope by the k-th linear predictor W_k(r_k/P_k − r_{k−1}/P_{k−1}), information N·W²_k(1/P_{k−1} + 1/P_k)
    /// on the diagonal and −N·W_k·W_{k+1}/P_k beside it.
    /// </summary>
    private static double Row(double[] parameters, double[] x, double[] counts, double[] gradient, double[] diagonal, double[] beside)
    {
        int m = gradient.Length;
        double common = 0;
        for (int v = 0; v < x.Length; v++)
        {
            common += parameters[m + v] * x[v];
        }

        double all = counts.Sum();
        double likelihood = 0;
        double below = Category(double.PositiveInfinity, parameters[0] + common);
        likelihood += counts[0] == 0 ? 0 : counts[0] * Math.Log(below);
        for (int k = 0; k < m; k++)
        {
            double here = parameters[k] + common;
            double next = k + 1 < m ? parameters[k + 1] + common : double.NegativeInfinity;
            double p = Category(here, next);
            double w = Expit(here) * Expit(-here);
            double after = double.IsNegativeInfinity(next) ? 0 : Expit(next) * Expit(-next);
            likelihood += counts[k + 1] == 0 ? 0 : counts[k + 1] * Math.Log(p);
            gradient[k] = w * ((counts[k + 1] / p) - (counts[k] / below));
            diagonal[k] = all * w * w * ((1 / below) + (1 / p));
            beside[k] = -all * w * after / p;
            below = p;
        }

        return likelihood;
    }

    /// <summary>P(upper) − P(lower) without cancellation; never 0, so that a category far from all data still has a logarithm.</summary>
    internal static double Category(double upper, double lower) => Math.Max(1e-300, double.IsPositiveInfinity(upper) ? Expit(-lower)
        : double.IsNegativeInfinity(lower) ? Expit(upper)
        : Expit(upper) * Expit(-lower) * (1 - Math.Exp(lower - upper)));

    internal static double Expit(double value) => 1 / (1 + Math.Exp(-value));

    private void Add(double[] x, double[] gradient, double[] diagonal, double[] beside)
    {
        int m = gradient.Length;
        (double slope, double information) = (0, 0);
        for (int k = 0; k < m; k++)
        {
            double row = diagonal[k] + beside[k] + (k > 0 ? beside[k - 1] : 0);
            (slope, information) = (slope + gradient[k], information + row);
            Gradient[k] += gradient[k];
            Information[k, k] += diagonal[k];
            if (k + 1 < m)
            {
                Information[k, k + 1] += beside[k];
                Information[k + 1, k] += beside[k];
            }

            for (int v = 0; v < x.Length; v++)
            {
                Information[k, m + v] += x[v] * row;
                Information[m + v, k] += x[v] * row;
            }
        }

        for (int v = 0; v < x.Length; v++)
        {
            Gradient[m + v] += x[v] * slope;
            for (int u = 0; u < x.Length; u++)
            {
                Information[m + v, m + u] += x[v] * x[u] * information;
            }
        }
    }
}
