namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Reliability of a weighted sum of subscales (Mosier 1943): 1 − Σw²ᵢs²ᵢ(1 − αᵢ)/s²_W.</summary>
/// <remarks>With weights of 1 it is <see cref="StratifiedAlpha"/>. At most 1. Expected values: base R, oracle case 13_composite.</remarks>
public static class Mosier
{
    /// <param name="subscales">Scores of each subscale, persons in the same order; complete.</param>
    /// <param name="reliabilities">α of each subscale.</param>
    /// <param name="weights">w of each subscale, as it multiplies the score.</param>
    /// <returns>Insufficient data without a subscale or below two persons; zero variance where the weighted sum does not vary.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Estimate Of(IReadOnlyList<IReadOnlyList<double>> subscales, IReadOnlyList<double> reliabilities, IReadOnlyList<double> weights)
    {
        if (subscales.Count != reliabilities.Count || subscales.Count != weights.Count)
        {
            throw new ArgumentException("Every subscale needs a reliability and a weight.", nameof(weights));
        }

        if (subscales.Count == 0 || subscales[0].Count < 2)
        {
            return NoEstimate.InsufficientData;
        }

        double[] sums = [.. Enumerable.Range(0, subscales[0].Count).Select(i => subscales.Index().Sum(s => weights[s.Index] * s.Item[i]))];
        double error = subscales.Index().Sum(s => weights[s.Index] * weights[s.Index] * Moments.SquaredDeviations(s.Item) * (1 - reliabilities[s.Index]));
        return Moments.AreAlike(sums) ? NoEstimate.ZeroVariance : 1 - (error / Moments.SquaredDeviations(sums));
    }
}
