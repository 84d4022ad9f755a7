namespace EqAssess.Domain.Statistics;

/// <summary>95 % limits of a Pearson correlation by Fisher's (1921) z: tanh(artanh r ± 1.96/√(n − 3)). Expected values: R's <c>cor.test</c>.</summary>
public static class CorrelationLimits
{
    /// <returns>Insufficient data below four pairs; both limits are r where r is ±1.</returns>
    public static (Estimate Lower, Estimate Upper) Of(double r, int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(r), 1, nameof(r));
        if (pairs < 4)
        {
            return (NoEstimate.InsufficientData, NoEstimate.InsufficientData);
        }

        double half = ErrorOfMeasurement.Z95 / Math.Sqrt(pairs - 3d);
        return Math.Abs(r) >= 1 ? (r, r) : (Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half));
    }
}
