namespace EqAssess.Domain.Statistics;

/// <summary>Agreement of judges about one option (James, Demaree &amp; Wolf 1984): r_wg = 1 − s² / σ²E, σ²E = (A² − 1) / 12.</summary>
/// <remarks>
/// s² has denominator J − 1; σ²E is the variance of a judge who picks among the A points at random, 1.25 for four points. The
/// value is at most 1 and may be negative, which means worse than random; multilevel::rwg cuts it at 0, we keep it. It is
/// reckoned in whole numbers up to one division, so a panel exactly on a threshold passes it. Expected values: R, oracle case
/// 20_default_policy and 04_sme_agreement.
/// </remarks>
public static class Rwg
{
    /// <param name="ratings">One per judge.</param>
    /// <param name="points">A, the number of points of the rating scale; 2 or more.</param>
    /// <returns>Insufficient data for fewer than two judges.</returns>
    public static Estimate Of(IReadOnlyList<int> ratings, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (ratings.Count < 2)
        {
            return NoEstimate.InsufficientData;
        }

        long judges = ratings.Count;
        long sum = ratings.Sum(r => (long)r);
        long squares = ratings.Sum(r => (long)r * r);
        long spread = 12 * ((judges * squares) - (sum * sum));
        return 1 - (spread / (double)(judges * (judges - 1) * (((long)points * points) - 1)));
    }

    /// <summary>
    /// r_wg(J) of a block of q options: q(1 − S) / (q(1 − S) + S), where S is the mean of s²/σ²E and at most 1 (James, Demaree &amp; Wolf
    /// 1984). From 0 to 1. Expected values: R, multilevel::rwg.j, oracle case 04_sme_agreement.
    /// </summary>
    /// <param name="options">Ratings of each option, one per judge.</param>
    /// <param name="points">A, the number of points of the rating scale; 2 or more.</param>
    /// <returns>Insufficient data for no option, or where one has fewer than two ratings.</returns>
    public static Estimate OfBlock(IReadOnlyList<IReadOnlyList<int>> options, int points)
    {
        List<double> agreements = [.. options.Select(o => Of(o, points).OrNull).OfType<double>()];
        if (agreements.Count == 0 || agreements.Count < options.Count)
        {
            return NoEstimate.InsufficientData;
        }

        double disagreement = Math.Min(1, agreements.Average(a => 1 - a));
        double agreed = agreements.Count * (1 - disagreement);
        return agreed / (agreed + disagreement);
    }
}
