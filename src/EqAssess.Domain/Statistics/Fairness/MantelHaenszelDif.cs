using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Differential functioning of an item scored 0 and 1 (Holland &amp; Thayer 1988): the odds of success at equal totals.</summary>
/// <remarks>
/// MH D-DIF = −2.35·ln α, negative where the item is harder for the focal group; its SE is 2.35·√var(ln α). Expected values: R's
/// <c>mantelhaen.test</c>, oracle case 05_mh_dif_s2.
/// </remarks>
/// <param name="Tables">Reference and focal group by right and wrong, per stratum.</param>
/// <param name="Class">Null where there is no delta.</param>
/// <param name="StdPDif">Σn_F(p_F − p_R)/Σn_F over strata with both groups (Dorans &amp; Kulick 1986), in shares of right answers.</param>
public sealed record MantelHaenszelDif(FourfoldTables Tables, Estimate Delta, Estimate DeltaSe, DifClass? Class, Estimate StdPDif)
{
    private const double Scale = 2.35;

    // The normal quantile of .95, one-sided, as the rule states it.
    private const double OneSided = 1.645;

    /// <param name="scores">0 or 1 per person.</param>
    /// <param name="focal">Whether a person belongs to the focal group.</param>
    public static MantelHaenszelDif Of(double[] scores, bool[] focal, MatchingStrata strata)
    {
        double[] cells = new double[4 * strata.Count];
        int[] places = strata.Of;
        for (int i = 0; i < scores.Length; i++)
        {
            cells[(4 * places[i]) + (focal[i] ? 2 : 0) + (scores[i] > .5 ? 0 : 1)]++;
        }

        Fourfold[] tables = [.. Enumerable.Range(0, strata.Count).Select(s => new Fourfold(cells[4 * s], cells[(4 * s) + 1], cells[(4 * s) + 2], cells[(4 * s) + 3]))];
        var together = FourfoldTables.Of(tables);
        if (together.OddsRatio.OrNull is not double ratio || together.LogVariance.OrNull is not double variance)
        {
            return new MantelHaenszelDif(together, NoEstimate.NotEstimable, NoEstimate.NotEstimable, null, Standardised(tables));
        }

        (double delta, double se) = (-Scale * Math.Log(ratio), Scale * Math.Sqrt(variance));
        return new MantelHaenszelDif(together, delta, se, ClassOf(delta, se, together.P.OrNull), Standardised(tables));
    }

    /// <summary>
    /// A: not different from 0 (p above .05) or |D| below 1; C: |D| 1.5 or more and above 1 beyond chance, one-sided; else B (Zwick 2012).
    /// </summary>
    internal static DifClass ClassOf(double delta, double se, double? p) =>
        p is not double known || known > .05 || Math.Abs(delta) < 1 ? DifClass.A
        : Math.Abs(delta) >= 1.5 && Math.Abs(delta) - 1 > OneSided * se ? DifClass.C
        : DifClass.B;

    private static Estimate Standardised(Fourfold[] tables)
    {
        Fourfold[] both = [.. tables.Where(t => t.A + t.B > 0 && t.C + t.D > 0)];
        double people = both.Sum(t => t.C + t.D);
        return people == 0 ? NoEstimate.InsufficientData
            : both.Sum(t => t.C - ((t.C + t.D) * t.A / (t.A + t.B))) / people;
    }
}
