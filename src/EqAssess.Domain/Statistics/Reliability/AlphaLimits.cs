namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Confidence limits of coefficient alpha (Feldt 1965; Feldt, Woodruff &amp; Salih 1987).</summary>
/// <remarks>
/// Lower = 1 − (1 − α)·F(1 − g), upper = 1 − (1 − α)·F(g), with F the quantile at n − 1 and (n − 1)(k − 1) degrees of freedom and g half of
/// what the level leaves out. At most 1; below 0 they are shown as they are. Expected values: R, psych::alpha.ci, oracle case 02_feldt_ci.
/// </remarks>
public static class AlphaLimits
{
    /// <param name="alpha">At most 1.</param>
    /// <param name="persons">n.</param>
    /// <param name="parts">k.</param>
    /// <param name="level">.95 for 95 % limits; between 0 and 1, both excluded.</param>
    /// <returns>Insufficient data below two persons or parts.</returns>
    public static (Estimate Lower, Estimate Upper) Of(double alpha, int persons, int parts, double level = .95)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alpha, 1);
        if (persons < 2 || parts < 2)
        {
            return (NoEstimate.InsufficientData, NoEstimate.InsufficientData);
        }

        double tail = (1 - level) / 2;
        double above = persons - 1;
        double below = above * (parts - 1);
        return (1 - ((1 - alpha) * FisherF.Quantile(1 - tail, above, below)), 1 - ((1 - alpha) * FisherF.Quantile(tail, above, below)));
    }
}
