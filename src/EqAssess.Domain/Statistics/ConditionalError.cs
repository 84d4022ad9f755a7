namespace EqAssess.Domain.Statistics;

/// <summary>Error of measurement at one score of a test of right and wrong answers (Lord 1955): √(x(k − x)/(k − 1)).</summary>
/// <remarks>In points; 0 at both ends, largest in the middle.</remarks>
public static class ConditionalError
{
    /// <param name="score">x, right answers, 0 to k.</param>
    /// <param name="parts">k.</param>
    /// <returns>Insufficient data below two parts.</returns>
    public static Estimate OfRightAnswers(double score, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(score);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, parts);
        return parts < 2 ? NoEstimate.InsufficientData : Math.Sqrt(score * (parts - score) / (parts - 1));
    }
}
