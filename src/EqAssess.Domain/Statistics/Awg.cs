namespace EqAssess.Domain.Statistics;

/// <summary>
/// Agreement of judges against the most that they could disagree at their mean (Brown &amp; Hauenstein 2005):
/// a_wg = 1 − 2s² / {[(H + L)M − M² − HL] · J/(J − 1)}, s² with J − 1.
/// </summary>
/// <remarks>At most 1, at least −1. Expected values: R by hand, oracle case 04_sme_agreement.</remarks>
public static class Awg
{
    /// <param name="ratings">One per judge.</param>
    /// <param name="lowest">L, the lowest point of the scale.</param>
    /// <param name="highest">H, the highest point.</param>
    /// <returns>
    /// Fewer judges than points less one, or fewer than two: insufficient data. A mean nearer to an end of the scale than
    /// ((J − 1)L + H)/J or ((J − 1)H + L)/J: not estimable.
    /// </returns>
    public static Estimate Of(IReadOnlyList<int> ratings, int lowest, int highest)
    {
        double judges = ratings.Count;
        if (ratings.Count < 2 || ratings.Count < highest - lowest)
        {
            return NoEstimate.InsufficientData;
        }

        // In whole numbers, so that a mean exactly on a limit counts as within it.
        int sum = ratings.Sum();
        if (sum < ((ratings.Count - 1) * lowest) + highest || sum > ((ratings.Count - 1) * highest) + lowest)
        {
            return NoEstimate.NotEstimable;
        }

        double mean = sum / judges;
        double variance = ratings.Sum(r => (r - mean) * (r - mean)) / (judges - 1);
        double most = (((highest + lowest) * mean) - (mean * mean) - (highest * lowest)) * judges / (judges - 1);
        return 1 - (2 * variance / most);
    }
}
