using EqAssess.Domain.Statistics.Fitting;

namespace EqAssess.Domain.Statistics.Irt;

/// <summary>Log-likelihood, gradient and information of a partial credit part: ln P_k = d_k + kaθ less the log of their sum, d₀ = 0.</summary>
internal static class AdjacentSlope
{
    /// <param name="parameters">d₁ … d_m, then a.</param>
    public static LogitSlope At(double[] parameters, double[][] nodes, double[][] counts)
    {
        int m = parameters.Length - 1;
        double likelihood = 0;
        double[] gradient = new double[m + 1];
        double[,] information = new double[m + 1, m + 1];
        for (int q = 0; q < nodes.Length; q++)
        {
            double[] p = Probabilities(parameters, nodes[q][0]);
            for (int k = 0; k <= m; k++)
            {
                likelihood += counts[q][k] == 0 ? 0 : counts[q][k] * Math.Log(p[k]);
            }

            Add(nodes[q][0], p, counts[q], gradient, information);
        }

        return new LogitSlope(likelihood, gradient, information);
    }

    private static double[] Probabilities(double[] parameters, double theta)
    {
        double[] p = new double[parameters.Length];
        for (int k = 1; k < p.Length; k++)
        {
            p[k] = parameters[k - 1] + (k * parameters[^1] * theta);
        }

        double highest = p.Max();
        p = Array.ConvertAll(p, x => Math.Exp(x - highest));
        double sum = p.Sum();
        return Array.ConvertAll(p, x => Math.Max(1e-300, x / sum));
    }

    private static void Add(double theta, double[] p, double[] counts, double[] gradient, double[,] information)
    {
        int m = p.Length - 1;
        double all = counts.Sum();
        double mean = p.Index().Sum(c => c.Index * c.Item);
        for (int k = 1; k <= m; k++)
        {
            gradient[k - 1] += counts[k] - (all * p[k]);
            gradient[m] += theta * k * (counts[k] - (all * p[k]));
            for (int l = 1; l <= m; l++)
            {
                information[k - 1, l - 1] += all * ((k == l ? p[k] : 0) - (p[k] * p[l]));
            }

            double beside = all * theta * p[k] * (k - mean);
            information[k - 1, m] += beside;
            information[m, k - 1] += beside;
            information[m, m] += all * theta * theta * p[k] * k * (k - mean);
        }
    }
}
