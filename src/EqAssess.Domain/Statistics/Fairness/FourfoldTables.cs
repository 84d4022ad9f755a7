using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>One 2 × 2 table: two groups by yes and no.</summary>
/// <param name="A">Reference, yes.</param>
/// <param name="B">Reference, no.</param>
/// <param name="C">Focal, yes.</param>
/// <param name="D">Focal, no.</param>
public readonly record struct Fourfold(double A, double B, double C, double D)
{
    public double All => A + B + C + D;

    /// <summary>A less its expectation under equal odds.</summary>
    public double Excess => A - ((A + B) * (A + C) / All);

    /// <summary>The variance of A with all margins fixed.</summary>
    public double Variance => (A + B) * (C + D) * (A + C) * (B + D) / (All * All * (All - 1));
}

/// <summary>Fourfold tables of several strata taken together, never pooled (Mantel &amp; Haenszel 1959).</summary>
/// <remarks>Expected values: R's <c>mantelhaen.test</c>, oracle cases 05_mh_ucb and 05_mh_dif_s2.</remarks>
/// <param name="Strata">Strata that count: two persons at least.</param>
/// <param name="Excess">|Σ(A − E)|.</param>
/// <param name="ChiSquare">max(0, |Σ(A − E)| − .5)²/ΣVar, one degree of freedom; zero variance where ΣVar is 0.</param>
/// <param name="Uncorrected">The same without the half.</param>
/// <param name="OddsRatio">Σ(AD/N)/Σ(BC/N), above 1 where the reference group says yes more often; not estimable where a sum is 0.</param>
/// <param name="LogVariance">Of ln odds ratio (Robins, Breslow &amp; Greenland 1986).</param>
public sealed record FourfoldTables(
    int Strata, double Excess, Estimate ChiSquare, Estimate P, Estimate Uncorrected, Estimate OddsRatio, Estimate LogVariance)
{
    public static FourfoldTables Of(IEnumerable<Fourfold> tables)
    {
        Fourfold[] all = [.. tables.Where(t => t.All >= 2)];
        double excess = Math.Abs(all.Sum(t => t.Excess));
        double variance = all.Sum(t => t.Variance);
        double gain = Math.Max(0, excess - .5);
        bool varies = variance > 1e-12;
        return new FourfoldTables(
            all.Length,
            excess,
            varies ? gain * gain / variance : NoEstimate.ZeroVariance,
            varies ? Distributions.ChiSquare.UpperTail(gain * gain / variance, 1) : NoEstimate.ZeroVariance,
            varies ? excess * excess / variance : NoEstimate.ZeroVariance,
            Ratio(all),
            VarianceOfLog(all));
    }

    /// <summary>95 % limits of the odds ratio, symmetric in its logarithm; null where there is none.</summary>
    public (double Lower, double Upper)? Limits => OddsRatio.OrNull is double ratio && LogVariance.OrNull is double variance
        ? (ratio * Math.Exp(-ErrorOfMeasurement.Z95 * Math.Sqrt(variance)), ratio * Math.Exp(ErrorOfMeasurement.Z95 * Math.Sqrt(variance)))
        : null;

    private static Estimate Ratio(Fourfold[] all)
    {
        (double up, double down) = (all.Sum(t => t.A * t.D / t.All), all.Sum(t => t.B * t.C / t.All));
        return up > 0 && down > 0 ? up / down : NoEstimate.NotEstimable;
    }

    private static Estimate VarianceOfLog(Fourfold[] all)
    {
        (double r, double s) = (0, 0);
        (double pr, double both, double qs) = (0, 0, 0);
        foreach (Fourfold t in all)
        {
            (double p, double q) = ((t.A + t.D) / t.All, (t.B + t.C) / t.All);
            (double up, double down) = (t.A * t.D / t.All, t.B * t.C / t.All);
            (r, s) = (r + up, s + down);
            (pr, both, qs) = (pr + (p * up), both + (p * down) + (q * up), qs + (q * down));
        }

        return r > 0 && s > 0 ? (pr / (2 * r * r)) + (both / (2 * r * s)) + (qs / (2 * s * s)) : NoEstimate.NotEstimable;
    }
}
