namespace EqAssess.Domain.Statistics;

/// <summary>Internal consistency (Cronbach 1951): α = k/(k − 1) · (1 − Σs²ⱼ / s²X) over k parts and their sum X, all variances n − 1.</summary>
/// <remarks>
/// The part is the scenario, never the option: options of one scenario share a stimulus, and alpha over them also counts what
/// the stimulus alone makes them share. At most 1; it may be negative, which is shown as it is and asks for a look at the key.
/// Expected values: R, oracle case 20_default_policy.
/// </remarks>
public static class CronbachAlpha
{
    /// <param name="persons">One row per person, one score per part; complete, missing scores having been settled before.</param>
    /// <returns>Fewer than two persons or parts: insufficient data. Everybody has the same sum: zero variance.</returns>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Estimate Of(IReadOnlyList<IReadOnlyList<double>> persons)
    {
        if (persons.Count < 2 || persons[0].Count < 2)
        {
            return NoEstimate.InsufficientData;
        }

        int parts = persons[0].Count;
        if (persons.Any(p => p.Count != parts))
        {
            throw new ArgumentException("Every person needs a score on every part.", nameof(persons));
        }

        double[] sums = [.. persons.Select(p => p.Sum())];
        if (Moments.AreAlike(sums))
        {
            return NoEstimate.ZeroVariance;
        }

        // n − 1 stands above and below the fraction line, so sums of squares will do.
        double within = Enumerable.Range(0, parts).Sum(j => Moments.SquaredDeviations([.. persons.Select(p => p[j])]));
        return parts / (parts - 1d) * (1 - (within / Moments.SquaredDeviations(sums)));
    }
}
