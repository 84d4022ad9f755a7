using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Differential functioning of a part with several scores (Mantel 1963): mean scores of the focal group at equal totals.</summary>
/// <remarks>
/// χ² = (Σ(F − E))²/ΣVar with one degree of freedom and no correction; F the focal sum of a stratum, E = n_F/N·Σy,
/// Var = n_R·n_F/(N²(N − 1))·(NΣy² − (Σy)²). Strata without both groups do not count. Expected values: base R and coin, oracle case
/// 06_mantel_smd_s1.
/// </remarks>
/// <param name="Lost">Persons in strata that do not count.</param>
/// <param name="Excess">Σ(F − E), in points.</param>
/// <param name="ChiSquare">Insufficient data where no stratum counts, zero variance where the part does not vary within any.</param>
/// <param name="Smd">Σn_F(ȳ_F − ȳ_R)/Σn_F in points, negative where the part is harder for the focal group (Dorans &amp; Schmitt 1991).</param>
/// <param name="Effect">SMD over the SD of the part in both groups together, n − 1.</param>
/// <param name="Class">A (AA): p above .05 or |effect| at most .17; C (CC): above .25; else B (Zwick, Thayer &amp; Mazzeo 1997). Null without effect.</param>
public sealed record MantelDif(
    int Strata, int Lost, double Excess, double Variance, Estimate ChiSquare, Estimate P, Estimate Smd, Estimate Effect, DifClass? Class)
{
    /// <param name="scores">One per person.</param>
    /// <param name="focal">Whether a person belongs to the focal group.</param>
    public static MantelDif Of(double[] scores, bool[] focal, MatchingStrata strata)
    {
        var sums = new Stratum[strata.Count];
        int[] places = strata.Of;
        for (int i = 0; i < scores.Length; i++)
        {
            sums[places[i]].Add(scores[i], focal[i]);
        }

        Stratum[] both = [.. sums.Where(s => s.Focal > 0 && s.Reference > 0)];
        int lost = scores.Length - (int)both.Sum(s => s.All);
        (double excess, double variance) = (both.Sum(s => s.Excess), both.Sum(s => s.Variance));
        if (both.Length == 0 || variance <= 1e-12)
        {
            NoEstimate reason = both.Length == 0 ? NoEstimate.InsufficientData : NoEstimate.ZeroVariance;
            return new MantelDif(both.Length, lost, excess, variance, reason, reason, reason, reason, null);
        }

        double p = Distributions.ChiSquare.UpperTail(excess * excess / variance, 1);
        double smd = both.Sum(s => s.Focal * s.Gap) / both.Sum(s => s.Focal);
        double effect = smd / Math.Sqrt(Moments.SquaredDeviations(scores) / (scores.Length - 1));
        return new MantelDif(both.Length, lost, excess, variance, excess * excess / variance, p, smd, effect, ClassOf(effect, p));
    }

    private static DifClass ClassOf(double effect, double p) =>
        p > .05 || Math.Abs(effect) <= .17 ? DifClass.A : Math.Abs(effect) > .25 ? DifClass.C : DifClass.B;

    private struct Stratum
    {
        private double sum;
        private double squares;
        private double focalSum;

        public double Focal { get; private set; }

        public double Reference { get; private set; }

        public readonly double All => Focal + Reference;

        public readonly double Excess => focalSum - (Focal * sum / All);

        public readonly double Variance => All < 2 ? 0 : Math.Max(0, Reference * Focal / (All * All * (All - 1)) * ((All * squares) - (sum * sum)));

        public readonly double Gap => (focalSum / Focal) - ((sum - focalSum) / Reference);

        public void Add(double score, bool isFocal)
        {
            (sum, squares) = (sum + score, squares + (score * score));
            if (isFocal)
            {
                (Focal, focalSum) = (Focal + 1, focalSum + score);
            }
            else
            {
                Reference++;
            }
        }
    }
}
