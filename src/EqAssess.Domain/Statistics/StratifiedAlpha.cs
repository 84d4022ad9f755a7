namespace EqAssess.Domain.Statistics;

/// <summary>
/// Reliability of a sum of strata that each measure something of their own (Cronbach, Schönemann &amp; McKie 1965):
/// 1 − Σ s²ᵢ(1 − αᵢ) / s²T over the strata i and the total T, all variances n − 1.
/// </summary>
/// <remarks>The strata are the domains, the parts their scenarios. Expected values: R, oracle case 13_composite.</remarks>
public static class StratifiedAlpha
{
    /// <param name="strata">Per stratum one row per person with a score per part, persons in the same order.</param>
    /// <returns>A stratum without an alpha of its own has no reliability to count, so there is none for the sum either.</returns>
    public static Estimate Of(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> strata)
    {
        if (strata.Count == 0 || strata[0].Count < 2)
        {
            return NoEstimate.InsufficientData;
        }

        if (strata.Count == 1)
        {
            return CronbachAlpha.Of(strata[0]);
        }

        double error = 0;
        double[] totals = new double[strata[0].Count];
        foreach (IReadOnlyList<IReadOnlyList<double>> stratum in strata)
        {
            Estimate alpha = CronbachAlpha.Of(stratum);
            if (alpha.OrNull is not double known)
            {
                return alpha;
            }

            double[] sums = [.. stratum.Select(person => person.Sum())];
            error += Moments.SquaredDeviations(sums) * (1 - known);
            for (int i = 0; i < totals.Length; i++)
            {
                totals[i] += sums[i];
            }
        }

        return Moments.AreAlike(totals) ? NoEstimate.ZeroVariance : 1 - (error / Moments.SquaredDeviations(totals));
    }

    /// <summary>The same from the covariances of the parts.</summary>
    /// <param name="strata">The places of each stratum's parts; every part is in one.</param>
    public static Estimate Of(double[,] covariances, IReadOnlyList<int[]> strata)
    {
        double error = 0;
        foreach (int[] parts in strata)
        {
            (int k, double own) = (parts.Length, parts.Sum(i => covariances[i, i]));
            double sum = parts.Sum(i => parts.Sum(j => covariances[i, j]));
            if (k < 2 || sum <= 1e-12 * own || own <= 0)
            {
                return k < 2 ? NoEstimate.InsufficientData : NoEstimate.ZeroVariance;
            }

            error += sum - (k / (k - 1d) * (sum - own));
        }

        double all = covariances.Cast<double>().Sum();
        return strata.Count == 0 ? NoEstimate.InsufficientData
            : all <= 1e-12 * Enumerable.Range(0, covariances.GetLength(0)).Sum(i => covariances[i, i]) ? NoEstimate.ZeroVariance
            : 1 - (error / all);
    }
}
