using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Whether the strata share one odds ratio (Breslow &amp; Day 1980, with Tarone's 1985 correction).</summary>
/// <remarks>Σ(A − Â)²/Var(Â) with Â the count that the common odds ratio asks for. Expected values: base R, oracle case 05_mh_ucb.</remarks>
/// <param name="Freedom">Strata that count, less one.</param>
public sealed record BreslowDay(Estimate ChiSquare, Estimate Tarone, int Freedom, Estimate P)
{
    /// <param name="tables">Strata where a margin is empty tell nothing and do not count.</param>
    /// <returns>Insufficient data below two strata that count; not estimable without a common odds ratio.</returns>
    public static BreslowDay Of(IEnumerable<Fourfold> tables)
    {
        Fourfold[] all = [.. tables.Where(t => t.A + t.B > 0 && t.C + t.D > 0 && t.A + t.C > 0 && t.B + t.D > 0)];
        NoEstimate reason = all.Length < 2 ? NoEstimate.InsufficientData : NoEstimate.NotEstimable;
        if (all.Length < 2 || FourfoldTables.Of(all).OddsRatio.OrNull is not double ratio)
        {
            return new BreslowDay(reason, reason, Math.Max(0, all.Length - 1), reason);
        }

        (double sum, double gap, double variances) = (0, 0, 0);
        foreach (Fourfold t in all)
        {
            double expected = Expected(t, ratio);
            double variance = 1 / ((1 / expected) + (1 / (t.A + t.B - expected)) + (1 / (t.A + t.C - expected)) + (1 / (t.D - t.A + expected)));
            (sum, gap, variances) = (sum + ((t.A - expected) * (t.A - expected) / variance), gap + t.A - expected, variances + variance);
        }

        double tarone = Math.Max(0, sum - (gap * gap / variances));
        return new BreslowDay(sum, tarone, all.Length - 1, Distributions.ChiSquare.UpperTail(tarone, all.Length - 1));
    }

    /// <summary>The A between its smallest and largest possible value for which AD/BC is the ratio, by halving.</summary>
    private static double Expected(Fourfold t, double ratio)
    {
        (double low, double high) = (Math.Max(0, t.A - t.D), Math.Min(t.A + t.B, t.A + t.C));
        for (int i = 0; i < 200; i++)
        {
            double a = (low + high) / 2;
            bool below = a * (t.D - t.A + a) < ratio * (t.A + t.B - a) * (t.A + t.C - a);
            (low, high) = below ? (a, high) : (low, a);
        }

        return (low + high) / 2;
    }
}
