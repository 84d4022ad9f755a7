namespace EqAssess.Domain.Statistics.Validity;

/// <summary>
/// What a correlation might be under other circumstances, if an assumption holds. It is a supposition that stands beside the observed r and
/// never in its place. Expected values: worked by hand from the formulas.
/// </summary>
public static class CorrectedCorrelation
{
    /// <summary>
    /// For restriction of range (Thorndike 1949, case II): r·u / √(1 + r²·(u² − 1)), u = SD of all who took the test / SD of those with an outcome,
    /// both n − 1. It assumes that people were chosen by this score alone, and that the relation is linear and equally close along the scale.
    /// </summary>
    /// <returns>Not estimable unless u is a positive number.</returns>
    public static Estimate ForRange(double r, double u)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(r), 1, nameof(r));
        return u > 0 && double.IsFinite(u) ? r * u / Math.Sqrt(1 + (r * r * ((u * u) - 1))) : NoEstimate.NotEstimable;
    }

    /// <summary>
    /// For an outcome that is measured with error (Spearman 1904): r / √r_yy. It assumes that the error has nothing to do with the score, and that
    /// the reliability of the outcome is known for these people.
    /// </summary>
    /// <param name="r">Observed.</param>
    /// <param name="reliability">Of the outcome, above 0 and at most 1.</param>
    /// <returns>Not estimable outside of that, and where the result would pass ±1.</returns>
    public static Estimate ForCriterion(double r, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(r), 1, nameof(r));
        return reliability is > 0 and <= 1 && Math.Abs(r) <= Math.Sqrt(reliability) ? r / Math.Sqrt(reliability) : NoEstimate.NotEstimable;
    }
}
