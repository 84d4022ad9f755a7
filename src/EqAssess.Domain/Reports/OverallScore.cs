using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Reports;

/// <summary>What may be said about the score of the whole test.</summary>
public abstract record OverallScore
{
    /// <summary>Below it a score says too little about one person to be shown where people are hired (reference 3.2).</summary>
    public const double LeastReliability = 0.60;

    /// <summary>Below it a score is used with other evidence only: the lower end of "adequate" (EFPA review model 2013).</summary>
    public const double AdequateReliability = 0.70;

    private OverallScore()
    {
    }

    public static OverallScore Of(ScoreSheet sheet, ScoringPlan plan)
    {
        if (sheet.Total.Percent is not double percent)
        {
            return new NotScored(sheet.Total.NotScoredBecause ?? NoEstimate.NotEstimable);
        }

        return plan.TotalStatistics() switch
        {
            null => new ErrorUnknown(),
            { Reliability: < LeastReliability } statistics => new TooUnreliable(statistics),
            ScaleStatistics statistics => ShownWith(percent, statistics),
        };
    }

    private static Shown ShownWith(double percent, ScaleStatistics statistics)
    {
        double error = ErrorOfMeasurement.StandardError(statistics.StandardDeviation, statistics.Reliability);
        (double lower, double upper) = ErrorOfMeasurement.Interval95(percent, error);
        double alike = ErrorOfMeasurement.Z95 * ErrorOfMeasurement.StandardErrorOfDifference(error, error);
        double whole = Math.Round(percent, MidpointRounding.AwayFromZero);
        return new Shown(
            percent,
            statistics,
            error,
            lower,
            upper,
            Math.Max(0, Math.Min(Math.Ceiling(percent - alike), whole)),
            Math.Min(100, Math.Max(Math.Floor(percent + alike), whole)));
    }

    public sealed record NotScored(NoEstimate Reason) : OverallScore;

    /// <summary>The plan states no reliability and SD, so there is no interval, and no score without one.</summary>
    public sealed record ErrorUnknown : OverallScore;

    public sealed record TooUnreliable(ScaleStatistics Statistics) : OverallScore;

    /// <param name="Percent">0 to 100, unrounded.</param>
    /// <param name="StandardError">Of measurement, in points.</param>
    /// <param name="Lower">Limit of the 95 % interval, unclipped.</param>
    /// <param name="Upper">Limit of the 95 % interval, unclipped.</param>
    /// <param name="AlikeFrom">Lowest whole score, from 0, on the same form that lies less than 1.96 SED away.</param>
    /// <param name="AlikeTo">Highest such score, up to 100.</param>
    public sealed record Shown(
        double Percent,
        ScaleStatistics Statistics,
        double StandardError,
        double Lower,
        double Upper,
        double AlikeFrom,
        double AlikeTo) : OverallScore;
}
