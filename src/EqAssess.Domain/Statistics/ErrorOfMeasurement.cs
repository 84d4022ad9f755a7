using MathNet.Numerics;

namespace EqAssess.Domain.Statistics;

/// <summary>The error of an observed score (Lord &amp; Novick 1968; Dudek 1979). Expected values: R, oracle case 02_spearman_brown_sem.</summary>
public static class ErrorOfMeasurement
{
    /// <summary>Half-width of a 95 % interval in standard errors: the normal quantile of .975, which texts round to 1.96.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Width of a score band in SED (Cascio, Outtz, Zedeck &amp; Goldstein 1991), by convention the rounded number.</summary>
    public const double BandC = 1.96;

    /// <summary>SEM = s·√(1 − r), in the unit of <paramref name="standardDeviation"/>.</summary>
    /// <param name="standardDeviation">n − 1, not negative.</param>
    /// <param name="reliability">At most 1. A negative estimate is used as it is and widens the error.</param>
    public static double StandardError(double standardDeviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reliability, 1);
        return standardDeviation * Math.Sqrt(1 - reliability);
    }

    /// <summary>SEE = s·√(r·(1 − r)): the error of a true score estimated by regression.</summary>
    /// <returns>Not estimable for a reliability outside 0 to 1.</returns>
    public static Estimate StandardErrorOfEstimation(double standardDeviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        return reliability is >= 0 and <= 1 ? standardDeviation * Math.Sqrt(reliability * (1 - reliability)) : NoEstimate.NotEstimable;
    }

    /// <summary>SEP = s·√(1 − r²): the error of predicting the score on a parallel form, as in a retest.</summary>
    /// <returns>Not estimable for a reliability outside 0 to 1.</returns>
    public static Estimate StandardErrorOfPrediction(double standardDeviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        return reliability is >= 0 and <= 1 ? standardDeviation * Math.Sqrt(1 - (reliability * reliability)) : NoEstimate.NotEstimable;
    }

    /// <summary>t = M + r·(x − M): the regressed estimate of the true score (Kelley 1923).</summary>
    public static double TrueScore(double score, double mean, double reliability) => mean + (reliability * (score - mean));

    /// <summary>SED = √(SEM₁² + SEM₂²): the error of the difference between two independent observed scores.</summary>
    public static double StandardErrorOfDifference(double first, double second) => Math.Sqrt((first * first) + (second * second));

    /// <summary>x ± 1.96·SE, not clipped to the score range: with the SEM about an observed score, with the SEE about a regressed one.</summary>
    public static (double Lower, double Upper) Interval95(double score, double standardError) =>
        (score - (Z95 * standardError), score + (Z95 * standardError));

    /// <summary>z = (x₁ − x₂) / SED.</summary>
    /// <returns>Zero variance where the SED is 0.</returns>
    public static Estimate Difference(double first, double second, double standardErrorOfDifference) =>
        standardErrorOfDifference == 0 ? NoEstimate.ZeroVariance : (first - second) / standardErrorOfDifference;

    /// <summary>p = 2·(1 − Φ(|z|)), from 0 to 1.</summary>
    public static double TwoSidedP(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Whether two scores lie 1.96 SED or more apart.</summary>
    public static bool DifferReliably(double first, double second, double standardErrorOfDifference) =>
        Math.Abs(first - second) >= Z95 * standardErrorOfDifference;

    /// <summary>C·SED: scores that close to the top score of a band are treated alike. A band wider than 1.5 SD is no use (Murphy 1994).</summary>
    public static double BandWidth(double standardErrorOfDifference, double c = BandC) => c * standardErrorOfDifference;
}
