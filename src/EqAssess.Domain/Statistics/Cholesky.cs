namespace EqAssess.Domain.Statistics;

/// <summary>Symmetric positive definite matrices of moderate size: L·Lᵀ = A.</summary>
internal static class Cholesky
{
    /// <returns>Null where A is not positive definite (a pivot below 1e-12 of its diagonal cell).</returns>
    public static double[,]? Factor(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] factor = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j];
            for (int v = 0; v < j; v++)
            {
                pivot -= factor[j, v] * factor[j, v];
            }

            if (!(pivot > 1e-12 * Math.Abs(a[j, j])))
            {
                return null;
            }

            factor[j, j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i, j];
                for (int v = 0; v < j; v++)
                {
                    sum -= factor[i, v] * factor[j, v];
                }

                factor[i, j] = sum / factor[j, j];
            }
        }

        return factor;
    }

    public static bool IsPositiveDefinite(double[,] a) => Factor(a) is not null;

    /// <summary>x with A·x = b.</summary>
    public static double[] Solve(double[,] factor, double[] b)
    {
        int n = b.Length;
        double[] x = [.. b];
        for (int i = 0; i < n; i++)
        {
            for (int v = 0; v < i; v++)
            {
                x[i] -= factor[i, v] * x[v];
            }

            x[i] /= factor[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int v = i + 1; v < n; v++)
            {
                x[i] -= factor[v, i] * x[v];
            }

            x[i] /= factor[i, i];
        }

        return x;
    }

    /// <summary>ln |A|.</summary>
    public static double LogDeterminant(double[,] factor) => 2 * Enumerable.Range(0, factor.GetLength(0)).Sum(i => Math.Log(factor[i, i]));

    /// <summary>A⁻¹.</summary>
    public static double[,] Inverse(double[,] factor)
    {
        int n = factor.GetLength(0);
        double[,] inverse = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] column = Solve(factor, unit);
            for (int i = 0; i < n; i++)
            {
                inverse[i, j] = column[i];
            }
        }

        return inverse;
    }
}
