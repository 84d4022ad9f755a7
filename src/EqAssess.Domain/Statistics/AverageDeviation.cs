namespace EqAssess.Domain.Statistics;

/// <summary>AD_M: the mean distance of the judges from their mean, in points of the scale (Burke, Finkelstein &amp; Dusig 1999).</summary>
/// <remarks>0 is full agreement; on A points, A/6 is usually taken as acceptable. Expected values: R, multilevel::ad.m, oracle case 04_sme_agreement.</remarks>
public static class AverageDeviation
{
    /// <param name="ratings">One per judge. None: insufficient data.</param>
    public static Estimate Of(IReadOnlyList<int> ratings) =>
        ratings.Count == 0 ? NoEstimate.InsufficientData : ratings.Average(r => Math.Abs(r - ratings.Average()));
}
