namespace EqAssess.Domain.Statistics.Responding;

/// <summary>How uniform a person's ratings are, in the order in which they were given (Johnson 2005; Dunn et al. 2018).</summary>
/// <remarks>Expected values: R's <c>rle</c> and <c>sd</c>, oracle case 11_rapid_longstring.</remarks>
public static class Ratings
{
    /// <summary>The longest run of one and the same rating; 0 without a rating.</summary>
    /// <param name="ratings">NaN for an omitted one, which ends a run.</param>
    public static int Longstring(IReadOnlyList<double> ratings)
    {
        (int longest, int run) = (0, 0);
        for (int i = 0; i < ratings.Count; i++)
        {
            run = double.IsNaN(ratings[i]) ? 0 : i > 0 && ratings[i] == ratings[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Intra-individual response variability: the SD of a person's ratings, n − 1, in points of the scale.</summary>
    /// <returns>Insufficient data below two ratings.</returns>
    public static Estimate Variability(IReadOnlyList<double> ratings) =>
        Descriptive.StandardDeviation([.. ratings.Where(r => !double.IsNaN(r))]);

    /// <summary>
    /// Runs longer than this deserve a note: two scenarios' options, or the 99th percentile of the norm group where that is longer and the
    /// group has 200 members.
    /// </summary>
    public static int LongstringLimit(int optionsPerScenario, IReadOnlyList<int> group) => group.Count < 200
        ? 2 * optionsPerScenario
        : Math.Max(2 * optionsPerScenario, (int)Quantiles.At([.. group.Select(g => (double)g)], .99)!.Value);
}
