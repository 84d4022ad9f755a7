namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>95 % limits of a coefficient by drawing the persons again (Efron &amp; Tibshirani 1993): the 2.5th and 97.5th percentile of the draws.</summary>
/// <param name="Lower">
/// The reason of the coefficient where it is missing itself; not estimable where more than <see cref="MostFailed"/> of the draws gave none,
/// since percentiles of the others would flatter.
/// </param>
/// <param name="Draws">Samples drawn; 0 where there was nothing to draw.</param>
/// <param name="Failed">Draws without a coefficient: a part that did not vary, a factor model without a proper fit.</param>
/// <param name="Seed">The same seed and persons give the same limits on any number of processors.</param>
public sealed record BootstrapLimits(Estimate Lower, Estimate Upper, int Draws, int Failed, long Seed)
{
    /// <summary>Share of failed draws up to which limits are given.</summary>
    public const double MostFailed = .05;

    /// <summary>Whether there would be limits, had not too many draws failed.</summary>
    public bool TooManyFailed => Failed > MostFailed * Draws;

    internal static BootstrapLimits Without(Estimate reason, long seed) => new(reason, reason, 0, 0, seed);

    /// <param name="draws">One value per draw, NaN for a failed one.</param>
    internal static BootstrapLimits Of(double[] draws, long seed)
    {
        double[] known = [.. draws.Where(d => !double.IsNaN(d)).Order()];
        int failed = draws.Length - known.Length;
        return failed > MostFailed * draws.Length
            ? new BootstrapLimits(NoEstimate.NotEstimable, NoEstimate.NotEstimable, draws.Length, failed, seed)
            : new BootstrapLimits(At(known, .025), At(known, .975), draws.Length, failed, seed);
    }

    /// <summary>Between neighbours as R's default does (Hyndman &amp; Fan 1996, type 7).</summary>
    private static double At(double[] sorted, double share)
    {
        double place = (sorted.Length - 1) * share;
        int below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
