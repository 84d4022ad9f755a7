namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>The iterations behind <see cref="OneFactorModel"/>: Fisher scoring over (λ, θ) with halved steps.</summary>
internal static class OneFactorScoring
{
    private const int Iterations = 500;

    // A residual variance below this share of the part's own is one that wants to be negative.
    private const double Heywood = 1e-5;

    /// <summary>Null without convergence, or with a Heywood case.</summary>
    public static Point? Maximum(double[,] s) => From(s, Start(s));

    /// <summary>The same from the model of similar covariances, and from the usual start where that leads nowhere.</summary>
    public static Point? Near(double[,] s, OneFactorModel model) => From(s, Point.At(s, [.. model.Loadings], [.. model.Residuals])) ?? Maximum(s);

    private static Point? From(double[,] s, Point start)
    {
        Point at = start;
        for (int i = 0; i < Iterations; i++)
        {
            double[] step = Step(s, at);
            if (Better(s, at, step) is not { } next)
            {
                // No step of any size gains: the top, if the slope says so too.
                return Size(s, step) < 1e-4 ? Proper(s, at) : null;
            }

            bool still = Size(s, step) < 1e-9;
            at = next;
            if (still)
            {
                return Proper(s, at);
            }
        }

        return null;
    }

    public static double[,] Scaled(double[,] s, double by)
    {
        double[,] scaled = (double[,])s.Clone();
        for (int i = 0; i < s.GetLength(0); i++)
        {
            for (int j = 0; j < s.GetLength(0); j++)
            {
                scaled[i, j] *= by;
            }
        }

        return scaled;
    }

    private static Point? Proper(double[,] s, Point at) =>
        at.Residuals.Index().All(r => r.Item > Heywood * s[r.Index, r.Index]) ? at : null;

    /// <summary>The first principal axis of the correlations by powers, shrunk, so that every residual starts above 0.</summary>
    private static Point Start(double[,] s)
    {
        int k = s.GetLength(0);
        double[] axis = [.. Enumerable.Range(0, k).Select(i => 1 + (.01 * i))];
        for (int round = 0; round < 200; round++)
        {
            double[] next = [.. Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => s[i, j] / Math.Sqrt(s[i, i] * s[j, j]) * axis[j]))];
            double norm = Math.Sqrt(next.Sum(x => x * x));
            axis = [.. next.Select(x => x / norm)];
        }

        double value = Enumerable.Range(0, k).Sum(i => Enumerable.Range(0, k).Sum(j => axis[i] * axis[j] * s[i, j] / Math.Sqrt(s[i, i] * s[j, j])));
        double[] loadings = [.. axis.Index().Select(a => Math.Clamp(.8 * a.Item * Math.Sqrt(value), -.95, .95) * Math.Sqrt(s[a.Index, a.Index]))];
        return Point.At(s, loadings, [.. loadings.Index().Select(l => s[l.Index, l.Index] - (l.Item * l.Item))]);
    }

    /// <summary>The largest change in units of the parts' SDs (loadings) and variances (residuals).</summary>
    private static double Size(double[,] s, double[] step)
    {
        int k = step.Length / 2;
        return Enumerable.Range(0, k).Max(j => Math.Max(Math.Abs(step[j]) / Math.Sqrt(s[j, j]), Math.Abs(step[k + j]) / s[j, j]));
    }

    private static Point? Better(double[,] s, Point at, double[] step)
    {
        int k = at.Loadings.Length;
        for (double share = 1; share > 1e-7; share /= 2)
        {
            double[] loadings = [.. at.Loadings.Index().Select(l => l.Item + (share * step[l.Index]))];
            double[] residuals = [.. at.Residuals.Index().Select(r => Math.Max(r.Item + (share * step[k + r.Index]), 1e-8 * s[r.Index, r.Index]))];
            Point next = Point.At(s, loadings, residuals);
            if (next.Discrepancy <= at.Discrepancy + (1e-14 * Math.Abs(at.Discrepancy)))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>Expected information and slope of half the discrepancy, with W = Σ⁻¹, u = Wλ, c = λᵀu and G = W(S − Σ)W.</summary>
    private static double[] Step(double[,] s, Point at)
    {
        int k = at.Loadings.Length;
        double[,] w = at.Inverse;
        double[] u = Times(w, at.Loadings);
        double c = u.Zip(at.Loadings, (a, b) => a * b).Sum();
        double[,] g = Slope(s, w);
        double[] slope = [.. Times(g, at.Loadings), .. Enumerable.Range(0, k).Select(j => g[j, j] / 2)];
        double[,] information = new double[2 * k, 2 * k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                information[i, j] = (c * w[i, j]) + (u[i] * u[j]);
                information[i, k + j] = information[k + j, i] = w[i, j] * u[j];
                information[k + i, k + j] = w[i, j] * w[i, j] / 2;
            }
        }

        return Solved(information, slope);
    }

    private static double[] Solved(double[,] information, double[] slope)
    {
        for (double ridge = 0; ; ridge = Math.Max(1e-10, ridge * 10))
        {
            double[,] raised = (double[,])information.Clone();
            for (int i = 0; i < slope.Length; i++)
            {
                raised[i, i] += ridge * (1 + raised[i, i]);
            }

            if (Cholesky.Factor(raised) is { } factor)
            {
                return Cholesky.Solve(factor, slope);
            }
        }
    }

    /// <summary>WSW − W.</summary>
    private static double[,] Slope(double[,] s, double[,] w)
    {
        double[,] g = Product(Product(w, s), w);
        for (int i = 0; i < s.GetLength(0); i++)
        {
            for (int j = 0; j < s.GetLength(0); j++)
            {
                g[i, j] -= w[i, j];
            }
        }

        return g;
    }

    private static double[] Times(double[,] a, double[] x) =>
        [.. Enumerable.Range(0, x.Length).Select(i => Enumerable.Range(0, x.Length).Sum(j => a[i, j] * x[j]))];

    private static double[,] Product(double[,] a, double[,] b)
    {
        int k = a.GetLength(0);
        double[,] product = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int v = 0; v < k; v++)
            {
                for (int j = 0; j < k; j++)
                {
                    product[i, j] += a[i, v] * b[v, j];
                }
            }
        }

        return product;
    }

    /// <param name="Discrepancy">ln|Σ| + tr(SΣ⁻¹).</param>
    /// <param name="Inverse">Σ⁻¹ = Θ⁻¹ − Θ⁻¹λλᵀΘ⁻¹/(1 + λᵀΘ⁻¹λ) (Sherman &amp; Morrison 1950).</param>
    internal sealed record Point(double[] Loadings, double[] Residuals, double[,] Inverse, double Discrepancy)
    {
        public static Point At(double[,] s, double[] loadings, double[] residuals)
        {
            int k = loadings.Length;
            double[] v = [.. loadings.Zip(residuals, (l, r) => l / r)];
            double one = 1 + loadings.Zip(v, (l, x) => l * x).Sum();
            double[,] inverse = new double[k, k];
            double discrepancy = Math.Log(one) + residuals.Sum(Math.Log);
            for (int i = 0; i < k; i++)
            {
                for (int j = 0; j < k; j++)
                {
                    inverse[i, j] = (i == j ? 1 / residuals[i] : 0) - (v[i] * v[j] / one);
                    discrepancy += inverse[i, j] * s[i, j];
                }
            }

            return new Point(loadings, residuals, inverse, discrepancy);
        }
    }
}
