namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Difference of two groups' mean scores in pooled SDs (Cohen 1988), and without its small-sample bias (Hedges &amp; Olkin 1985).</summary>
/// <remarks>The pooled SD has n₁ + n₂ − 2; J = 1 − 3/(4(n₁ + n₂ − 2) − 1).</remarks>
/// <param name="D">(mean of the focal group − mean of the reference group)/SD. Insufficient data below two persons a group; zero variance without spread.</param>
/// <param name="G">J·d.</param>
/// <param name="Lower">95 % limit of g, from var = (n₁ + n₂)/(n₁n₂) + g²/(2(n₁ + n₂)).</param>
public sealed record StandardisedDifference(Estimate D, Estimate G, Estimate Lower, Estimate Upper)
{
    public static StandardisedDifference Of(IReadOnlyList<double> focal, IReadOnlyList<double> reference)
    {
        if (focal.Count < 2 || reference.Count < 2)
        {
            return Missing(NoEstimate.InsufficientData);
        }

        double freedom = focal.Count + reference.Count - 2;
        if (Moments.AreAlike(focal) && Moments.AreAlike(reference))
        {
            return Missing(NoEstimate.ZeroVariance);
        }

        double pooled = Math.Sqrt((Moments.SquaredDeviations(focal) + Moments.SquaredDeviations(reference)) / freedom);
        double d = (Moments.Mean(focal) - Moments.Mean(reference)) / pooled;
        double g = d * (1 - (3 / ((4 * freedom) - 1)));
        double all = freedom + 2;
        double half = ErrorOfMeasurement.Z95 * Math.Sqrt((all / ((double)focal.Count * reference.Count)) + (g * g / (2 * all)));
        return new StandardisedDifference(d, g, g - half, g + half);
    }

    private static StandardisedDifference Missing(NoEstimate reason) => new(reason, reason, reason, reason);
}
