using EqAssess.Domain.Statistics.Distributions;
using EqAssess.Domain.Statistics.Fitting;

namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Differential functioning by logistic regression (Swaminathan &amp; Rogers 1990): on the total s, on s and group, and with their product.</summary>
/// <remarks>
/// Finds what runs one way at low totals and the other way at high ones, which Mantel–Haenszel cannot. Parts with more than two scores: the
/// same by proportional odds. R² after Nagelkerke (1991). Expected values: R's glm, oracle case 07_logistic_dif_s2.
/// </remarks>
/// <param name="LogLikelihoods">Of the three models, the plainest first.</param>
/// <param name="R2">Nagelkerke's, of the three models.</param>
/// <param name="Both">Product and group against neither, two degrees of freedom.</param>
/// <param name="Uniform">Group against the total alone.</param>
/// <param name="NonUniform">The product against the group.</param>
/// <param name="Uniformly">Coefficients of s and group (1 focal), without the product.</param>
/// <param name="Fully">Coefficients of s, group and product.</param>
public sealed record LogisticDif(
    IReadOnlyList<double> LogLikelihoods,
    IReadOnlyList<double> R2,
    LikelihoodRatio Both,
    LikelihoodRatio Uniform,
    LikelihoodRatio NonUniform,
    LogisticCoefficients Uniformly,
    LogisticCoefficients Fully)
{
    public double DeltaR2 => R2[2] - R2[0];

    public double DeltaR2Uniform => R2[1] - R2[0];

    /// <summary>A: p above .05 or the gain in R² below .035; B below .070; else C (Jodoin &amp; Gierl 2001).</summary>
    public DifClass Class => ClassOf(DeltaR2, Both.P);

    public DifClass UniformClass => ClassOf(DeltaR2Uniform, Uniform.P);

    /// <param name="scores">One per person; two or more distinct values.</param>
    /// <param name="totals">The matching total.</param>
    /// <returns>
    /// Zero variance where scores, totals or groups do not vary; not estimable where the groups or totals separate the scores (no
    /// convergence in 50 steps, or a coefficient beyond 15 per SD of the total).
    /// </returns>
    public static Result Of(double[] scores, double[] totals, bool[] focal)
    {
        if (Columns.AreAlike(scores) || Columns.AreAlike(totals) || focal.All(f => f) || !focal.Any(f => f))
        {
            return new Result(null, NoEstimate.ZeroVariance);
        }

        var cells = LogisticCells.Of(scores, totals, focal);
        CumulativeLogit?[] fits = [cells.Fit(1), cells.Fit(2), cells.Fit(3)];
        return fits.Any(f => f is null || f.Parameters.Any(p => Math.Abs(p) > 15))
            ? new Result(null, NoEstimate.NotEstimable)
            : new Result(From(cells, [.. fits.Select(f => f!)]), null);
    }

    private static LogisticDif From(LogisticCells cells, CumulativeLogit[] fits)
    {
        double[] likelihoods = [.. fits.Select(f => f.LogLikelihood)];
        double[] shares = [.. likelihoods.Select(cells.Nagelkerke)];
        return new LogisticDif(
            likelihoods,
            shares,
            LikelihoodRatio.Of(likelihoods[0], likelihoods[2], 2),
            LikelihoodRatio.Of(likelihoods[0], likelihoods[1], 1),
            LikelihoodRatio.Of(likelihoods[1], likelihoods[2], 1),
            cells.Raw(fits[1]),
            cells.Raw(fits[2]));
    }

    private static DifClass ClassOf(double gain, double p) => p > .05 || gain < .035 ? DifClass.A : gain < .070 ? DifClass.B : DifClass.C;

    /// <param name="Dif">Null where there is none.</param>
    /// <param name="Reason">Null where there is one.</param>
    public sealed record Result(LogisticDif? Dif, NoEstimate? Reason);
}

/// <param name="Statistic">Twice the gain in log-likelihood, not below 0.</param>
public sealed record LikelihoodRatio(double Statistic, double P)
{
    internal static LikelihoodRatio Of(double plain, double full, int freedom)
    {
        double statistic = Math.Max(0, 2 * (full - plain));
        return new LikelihoodRatio(statistic, ChiSquare.UpperTail(statistic, freedom));
    }
}

/// <summary>Thresholds (one for a part scored 0 and 1: the intercept), then s, group and, in the full model, their product; per point of total.</summary>
public sealed record LogisticCoefficients(IReadOnlyList<double> Values, IReadOnlyList<double> StandardErrors);
