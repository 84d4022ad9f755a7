namespace EqAssess.Domain.Statistics;

/// <summary>Agreement of judges about one option (James, Demaree &amp; Wolf 1984): r_wg = 1 − s² / σ²E, σ²E = (A² − 1) / 12.</summary>
/// <remarks>
/// s² has denominator J − 1; σ²E is the variance of a judge who picks among the A points at random, 1.25 for four points. The
/// value is at most 1 and may be negative, which means worse than random; multilevel::rwg cuts it at 0, we keep it. It is
/// reckoned in whole numbers up to one division, so a panel exactly on a threshold passes it. Expected values: R, oracle case
/// 20_default_policy.
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
}
