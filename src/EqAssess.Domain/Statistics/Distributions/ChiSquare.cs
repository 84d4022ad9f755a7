using MathNet.Numerics;

namespace EqAssess.Domain.Statistics.Distributions;

/// <summary>The χ² distribution. Expected values: R's <c>pchisq(lower.tail = FALSE)</c>.</summary>
public static class ChiSquare
{
    /// <summary>P(χ² ≥ value) with so many degrees of freedom; 1 for a value of 0 or below.</summary>
    public static double UpperTail(double value, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        return value <= 0 ? 1
            : freedom == 1 ? SpecialFunctions.Erfc(Math.Sqrt(value / 2))
            : freedom == 2 ? Math.Exp(-value / 2)
            : SpecialFunctions.GammaUpperRegularized(freedom / 2d, value / 2);
    }
}
