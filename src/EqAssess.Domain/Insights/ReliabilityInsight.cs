using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Insights;

/// <summary>How far the score would come out the same again, by several coefficients, and the one that errors of scores are made with.</summary>
/// <param name="Used">The coefficient in use.</param>
/// <param name="Coefficient">Its value.</param>
/// <param name="Error">Standard error of measurement, in points of the 0 to 100 scale, with that coefficient.</param>
/// <param name="AlphaLower">95 % limits of alpha; may be negative.</param>
/// <param name="Fit">Of the one factor behind omega; null where there is no omega.</param>
/// <param name="Domains">Alpha and SD of each domain, as far as estimable.</param>
/// <param name="StratifiedLimits">95 % limits by bootstrap; null where they were not asked for.</param>
/// <param name="OmegaLimits">As <paramref name="StratifiedLimits"/>.</param>
public sealed record ReliabilityInsight(
    ReliabilityKind Used,
    Estimate Coefficient,
    Estimate Error,
    Estimate Alpha,
    Estimate AlphaLower,
    Estimate AlphaUpper,
    Estimate Stratified,
    Estimate Omega,
    OneFactorFit? Fit,
    Estimate SplitHalf,
    Estimate Lambda4,
    IReadOnlyList<ScaleStatistics> Domains,
    BootstrapLimits? StratifiedLimits = null,
    BootstrapLimits? OmegaLimits = null)
{
    /// <summary>From two domains on stratified alpha; for one domain omega where one factor fits; else alpha over the scenarios.</summary>
    internal static ReliabilityInsight Of(ScoredSittings scored, ScoreTable credits, ItemAnalysis analysis)
    {
        Omega omega = scored.Persons < InsightLimits.Flags
            ? new Omega(NoEstimate.InsufficientData, null)
            : Statistics.Reliability.Omega.Of(credits);
        Estimate stratified = StratifiedOf(scored.Plan, credits);
        int domains = scored.Plan.Items.Select(i => i.Domain).Distinct().Count();
        (ReliabilityKind used, Estimate coefficient) =
            domains > 1 && stratified.OrNull is not null ? (ReliabilityKind.StratifiedAlpha, stratified)
            : domains == 1 && omega.Model is { } model && Fits(model.Fit) ? (ReliabilityKind.Omega, omega.Total)
            : (ReliabilityKind.Alpha, analysis.Alpha);
        (Estimate lower, Estimate upper) = analysis.Alpha.OrNull is double alpha
            ? AlphaLimits.Of(alpha, analysis.Persons, analysis.Parts)
            : (analysis.Alpha, analysis.Alpha);
        SplitHalf halves = Statistics.Reliability.SplitHalf.OddEven(credits);
        return new ReliabilityInsight(
            used,
            coefficient,
            ErrorOf(Descriptive.StandardDeviation(scored.Percents()), coefficient),
            analysis.Alpha,
            lower,
            upper,
            stratified,
            omega.Total,
            omega.Model?.Fit,
            halves.SteppedUp,
            halves.Lambda4,
            DomainEstimates.Of(scored.Plan, scored.Sheets));
    }

    /// <summary>With limits of stratified alpha and omega from draws of the persons.</summary>
    /// <param name="seed">Kept with the limits.</param>
    internal ReliabilityInsight WithLimits(ScoredSittings scored, ScoreTable credits, long seed)
    {
        int[][] strata = [.. scored.Plan.Items.Index().GroupBy(i => i.Item.Domain).Select(d => d.Select(i => i.Index).ToArray())];
        OneFactorModel? model = Omega.OrNull is null ? null : Statistics.Reliability.Omega.Of(credits).Model;
        IReadOnlyList<BootstrapLimits> limits = ReliabilityBootstrap.Of(
            credits,
            [c => StratifiedAlpha.Of(c, strata), c => model is null ? Omega : Statistics.Reliability.Omega.Near(model, c)],
            seed);
        return this with { StratifiedLimits = limits[0], OmegaLimits = limits[1] };
    }

    /// <summary>95 % limits of the coefficient in use.</summary>
    public (Estimate Lower, Estimate Upper) Limits => Used switch
    {
        ReliabilityKind.StratifiedAlpha => Of(StratifiedLimits),
        ReliabilityKind.Omega => Of(OmegaLimits),
        _ => (AlphaLower, AlphaUpper),
    };

    /// <summary>What the coefficient means for decisions; null where there is none.</summary>
    public ReliabilityBand? Band => Coefficient.OrNull switch
    {
        null => null,
        < .60 => ReliabilityBand.NotForIndividuals,
        < .70 => ReliabilityBand.WithOtherEvidence,
        < .80 => ReliabilityBand.Adequate,
        < .90 => ReliabilityBand.Good,
        _ => ReliabilityBand.Excellent,
    };

    private static (Estimate Lower, Estimate Upper) Of(BootstrapLimits? limits) =>
        limits is null ? (NoEstimate.NotEstimable, NoEstimate.NotEstimable) : (limits.Lower, limits.Upper);

    private static bool Fits(OneFactorFit fit) => fit.Cfi >= .90 && fit.Rmsea.OrNull is not > .08;

    private static Estimate ErrorOf(Estimate spread, Estimate reliability) => spread.OrNull is double s && reliability.OrNull is double r
        ? ErrorOfMeasurement.StandardError(s, r)
        : spread.MissingBecause ?? reliability.MissingBecause ?? NoEstimate.NotEstimable;

    private static Estimate StratifiedOf(ScoringPlan plan, ScoreTable credits)
    {
        ScoreTable complete = credits.Complete();
        return StratifiedAlpha.Of(
        [
            .. plan.Items.Index().GroupBy(i => i.Item.Domain).Select(domain => domain.Select(i => complete.Column(i.Index)).ToArray())
                .Select(columns => (IReadOnlyList<IReadOnlyList<double>>)[.. Enumerable.Range(0, complete.Persons).Select(p => Array.ConvertAll(columns, c => c[p]))]),
        ]);
    }
}

/// <summary>A coefficient by its name.</summary>
public enum ReliabilityKind
{
    StratifiedAlpha,
    Omega,
    Alpha,
}

/// <summary>What a reliability is good for (EFPA's bands, with the product's rule below .70).</summary>
public enum ReliabilityBand
{
    /// <summary>Below .60: hiring views show no score.</summary>
    NotForIndividuals,

    /// <summary>.60 to .69.</summary>
    WithOtherEvidence,

    /// <summary>.70 to .79.</summary>
    Adequate,

    /// <summary>.80 to .89.</summary>
    Good,

    /// <summary>.90 and more.</summary>
    Excellent,
}
