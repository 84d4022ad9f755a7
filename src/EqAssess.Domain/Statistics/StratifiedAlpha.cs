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
}
