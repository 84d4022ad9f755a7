namespace EqAssess.Domain.Statistics;

/// <summary>Reliability of a test of another length, made of parallel parts (Spearman 1910; Brown 1910).</summary>
/// <remarks>Expected values: R's psychometric::SBrel, oracle case 02_spearman_brown_sem.</remarks>
public static class SpearmanBrown
{
    /// <summary>r* = m·r / (1 + (m − 1)·r).</summary>
    /// <param name="reliability">r. Negative, or above 1: not estimable, since no parallel parts can have it.</param>
    /// <param name="factor">m, the new length divided by the old one; above 0, and 0.5 for half of the test.</param>
    /// <returns>From 0 to 1.</returns>
    public static Estimate Prophecy(double reliability, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return reliability is >= 0 and <= 1
            ? factor * reliability / (1 + ((factor - 1) * reliability))
            : NoEstimate.NotEstimable;
    }

    /// <summary>m = t·(1 − r) / (r·(1 − t)): how many times as long the test has to be for reliability t.</summary>
    /// <param name="reliability">r; strictly between 0 and 1, otherwise not estimable.</param>
    /// <param name="target">t; strictly between 0 and 1, otherwise not estimable.</param>
    /// <returns>Above 0; below 1 where the test may be shortened. Whole scenarios are the caller's ceiling of m times their number.</returns>
    public static Estimate Lengthening(double reliability, double target) =>
        reliability is > 0 and < 1 && target is > 0 and < 1
            ? target * (1 - reliability) / (reliability * (1 - target))
            : NoEstimate.NotEstimable;
}
