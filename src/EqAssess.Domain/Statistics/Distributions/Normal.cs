using MathNet.Numerics;

namespace EqAssess.Domain.Statistics.Distributions;

/// <summary>The standard normal distribution. Expected values: R's pnorm and qnorm.</summary>
public static class Normal
{
    /// <summary>Φ(z), from 0 to 1.</summary>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    /// <summary>Φ⁻¹(p).</summary>
    /// <param name="share">Between 0 and 1, both excluded.</param>
    public static double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share);
    }
}
