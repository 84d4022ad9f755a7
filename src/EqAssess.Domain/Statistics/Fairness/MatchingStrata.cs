namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>People of equal standing: who is compared with whom when an item is checked for differential functioning.</summary>
/// <param name="Of">The stratum of each person, from 0.</param>
/// <param name="Breaks">Thick: the ends of the strata, the lowest value first. Thin: the totals themselves.</param>
public sealed record MatchingStrata(int[] Of, int Count, IReadOnlyList<double> Breaks)
{
    /// <summary>From this share of people in strata without a partner on, thick strata are the better choice.</summary>
    public const double MostLost = .05;

    /// <summary>One stratum per total.</summary>
    public static MatchingStrata Thin(double[] totals)
    {
        // Sums of credits of a tenth differ in their last bits; totals are told apart to the billionth.
        long[] units = Array.ConvertAll(totals, t => (long)Math.Round(t * 1e9));
        long[] distinct = [.. units.Distinct().Order()];
        var places = distinct.Index().ToDictionary(d => d.Item, d => d.Index);
        return new MatchingStrata(Array.ConvertAll(units, u => places[u]), distinct.Length, Array.ConvertAll(distinct, d => d / 1e9));
    }

    /// <summary>At most ten strata between the deciles (type 1) of the total; a total on a break belongs below it, the lowest to the first stratum.</summary>
    public static MatchingStrata Thick(double[] totals)
    {
        double[] breaks = [.. Quantiles.Deciles(totals).Distinct()];
        int count = Math.Max(1, breaks.Length - 1);
        return new MatchingStrata(
            Array.ConvertAll(totals, t => Math.Clamp(breaks.Count(b => b < t - 1e-9) - 1, 0, count - 1)), count, breaks);
    }
}
