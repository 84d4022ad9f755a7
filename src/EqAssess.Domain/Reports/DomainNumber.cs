using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Reports;

/// <summary>
/// The number of a domain, where it may have one (reference 3.5): its reliability was estimated from enough attempts, is .60 or more, and
/// the domain says more of itself than the total does (Haberman 2008). Six scenarios rarely do.
/// </summary>
/// <param name="Percent">0 to 100, unrounded.</param>
/// <param name="StandardError">Of measurement, in points.</param>
/// <param name="Lower">Limit of the 95 % interval, unclipped.</param>
/// <param name="Upper">Limit, unclipped.</param>
public sealed record DomainNumber(double Percent, double StandardError, double Lower, double Upper, ScaleStatistics Statistics)
{
    /// <summary>Attempts below which no domain gets a number.</summary>
    public const int FewestAttempts = 100;

    /// <returns>Null where words have to do.</returns>
    public static DomainNumber? Of(ScoreSheet sheet, ScoringPlan plan, string domain)
    {
        ScaleStatistics? known = plan.Scales.FirstOrDefault(s => s.Scale == domain);
        if (known is not { Basis: EstimateBasis.Estimated, Attempts: >= FewestAttempts, Reliability: >= SubscoreValue.LeastReliability, PrmseFromTotal: double total }
            || known.Reliability <= total
            || OverallScore.Of(sheet, plan) is not OverallScore.Shown
            || sheet.Domains.FirstOrDefault(d => d.Scale == domain)?.Percent is not double percent)
        {
            return null;
        }

        double error = ErrorOfMeasurement.StandardError(known.StandardDeviation, known.Reliability);
        (double lower, double upper) = ErrorOfMeasurement.Interval95(percent, error);
        return new DomainNumber(percent, error, lower, upper, known);
    }
}
