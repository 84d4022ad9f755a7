namespace EqAssess.Domain.Statistics.Norms;

/// <summary>A rebuilt norm group against the one in use: whether it may take its place without a person's consent.</summary>
/// <param name="MeanShift">(new mean − old mean)/old SD.</param>
/// <param name="LargestRankChange">In percentile points, over all scores of either group.</param>
public sealed record NormComparison(Estimate MeanShift, double LargestRankChange)
{
    public const double LargestMeanShift = .20;
    public const double MostRankPoints = 5;

    /// <summary>Otherwise a person looks at it and signs.</summary>
    public bool MayBePublished => MeanShift.OrNull is double shift && Math.Abs(shift) <= LargestMeanShift && LargestRankChange <= MostRankPoints;

    public static NormComparison Between(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        (var was, var now) = (new NormSample(before), new NormSample(after));
        double change = before.Concat(after).Distinct().Max(x => Math.Abs(now.PercentileRank(x).Value - was.PercentileRank(x).Value));
        Estimate shift = was.StandardDeviation.OrNull is not double s ? NoEstimate.InsufficientData
            : Moments.AreAlike(before) ? NoEstimate.ZeroVariance
            : (now.Mean - was.Mean) / s;
        return new NormComparison(shift, change);
    }
}
