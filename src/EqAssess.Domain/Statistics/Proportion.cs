namespace EqAssess.Domain.Statistics;

/// <summary>A share of so many of a whole, with Wilson's (1927) 95 % limits. Expected values: R's <c>prop.test(correct = FALSE)</c>.</summary>
public static class Proportion
{
    /// <summary>√(p(1 − p)/n).</summary>
    /// <param name="count">Need not be whole: mid-ranks count half a person.</param>
    /// <returns>Insufficient data for a whole of none.</returns>
    public static Estimate StandardError(double count, double whole) =>
        whole <= 0 ? NoEstimate.InsufficientData : Math.Sqrt(count / whole * (1 - (count / whole)) / whole);

    /// <summary>(p + z²/2n ± z√(p(1 − p)/n + z²/4n²))/(1 + z²/n), within 0 and 1.</summary>
    /// <inheritdoc cref="StandardError"/>
    public static (Estimate Lower, Estimate Upper) Wilson(double count, double whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (whole <= 0)
        {
            return (NoEstimate.InsufficientData, NoEstimate.InsufficientData);
        }

        (double p, double z) = (count / whole, ErrorOfMeasurement.Z95);
        double middle = p + (z * z / (2 * whole));
        double half = z * Math.Sqrt((p * (1 - p) / whole) + (z * z / (4 * whole * whole)));
        double scale = 1 + (z * z / whole);
        return (Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
