using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Fisher's exact test of two groups by yes and no, and its mid-p (Lancaster 1961), with all margins fixed.</summary>
/// <remarks>
/// Two-sided p sums the tables that are at most as likely as the observed one, within a factor of 1 + 1e-7, as R does. Expected values: R's
/// <c>fisher.test</c> and dhyper, oracle case 08_adverse_impact.
/// </remarks>
/// <param name="P">Two-sided; 1 where only one table is possible.</param>
/// <param name="MidP">P less half the probability of all tables as likely as the observed one. Not estimable where only one table is possible.</param>
/// <param name="Lower">P of a first count at most as large as the observed one.</param>
/// <param name="MidLower">The same, the observed table counting half.</param>
/// <param name="Observed">The probability of the observed table.</param>
public sealed record ExactTest(double P, Estimate MidP, double Lower, double MidLower, double Observed)
{
    private const double Tie = 1 + 1e-7;

    /// <param name="first">Yes in the first group, 0 to <paramref name="firstAll"/>.</param>
    /// <param name="second">Yes in the second group.</param>
    public static ExactTest Of(int first, int firstAll, int second, int secondAll)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, firstAll);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, secondAll);
        var tables = new Hypergeometric(firstAll, secondAll, (long)first + second);
        IReadOnlyList<double> all = tables.Probabilities;
        int at = (int)(first - tables.Lowest);
        double observed = all[at];
        double two = Math.Min(1, all.Where(p => p <= observed * Tie).Sum());
        double tied = all.Where(p => p <= observed * Tie && p >= observed / Tie).Sum();
        double lower = Math.Min(1, all.Take(at + 1).Sum());
        return new ExactTest(two, all.Count == 1 ? NoEstimate.NotEstimable : two - (tied / 2), lower, lower - (observed / 2), observed);
    }
}
