using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Items;

/// <summary>
/// The biserial correlation (Pearson 1909; Lord &amp; Novick 1968, 15.5): what the point-biserial would be if a normal variable stood behind the
/// two answers. r_pb·√(pq)/φ(Φ⁻¹(p)).
/// </summary>
/// <remarks>An extra beside the point-biserial: it leans on the normal variable, and may lie outside −1 to 1 where that is wrong.</remarks>
public static class Biserial
{
    /// <param name="answers">1 or 0 per person.</param>
    /// <param name="scores">In the same order.</param>
    /// <returns>Insufficient data for fewer than two persons; zero variance where all answers or all scores are the same.</returns>
    public static Estimate Of(IReadOnlyList<double> answers, IReadOnlyList<double> scores)
    {
        Estimate pointBiserial = Pearson.Correlation(answers, scores);
        if (pointBiserial.OrNull is not double r)
        {
            return pointBiserial;
        }

        double p = answers.Average();
        double z = Normal.Quantile(p);
        return r * Math.Sqrt(p * (1 - p) * 2 * Math.PI) * Math.Exp(z * z / 2);
    }
}
