using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>Compares each domain of a person with that person's other domains. It never compares people.</summary>
/// <remarks>
/// Under equal error variances of the scenarios the error of a mean over n of N scenarios is SEM·√(N/n), SEM being that of the
/// whole test. A domain of n scenarios and the other N − n share no scenario, so SED = SEM·√(N/n + N/(N − n)). A difference counts
/// as reliable from 1.96 SED. With four domains about one person in ten shows one such "below" by chance alone: it opens a
/// question in an interview and is no finding.
/// </remarks>
public static class DomainProfile
{
    /// <returns>One standing per domain, in the sheet's order.</returns>
    public static IReadOnlyList<DomainStanding> Of(ScoreSheet sheet, ScoringPlan plan)
    {
        ScaleStatistics? total = plan.Scales.FirstOrDefault(s => s.Scale == ScoringPlan.Total);
        return [.. sheet.Domains.Select(domain => StandingOf(domain, sheet, total))];
    }

    private static DomainStanding StandingOf(ScaleScore domain, ScoreSheet sheet, ScaleStatistics? total)
    {
        List<ScaleScore> others = [.. sheet.Domains.Where(d => d.Scale != domain.Scale)];
        double otherMaximum = others.Sum(d => d.MaximumPoints);
        if (total is null || domain.Percent is not double own || others.Any(d => d.Percent is null) || otherMaximum <= 0)
        {
            return new DomainStanding(domain.Scale, Standing.NotComparable, null, null);
        }

        double rest = 100 * others.Sum(d => d.Points) / otherMaximum;
        int otherItems = others.Sum(d => d.Items);
        double all = domain.Items + otherItems;
        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability)
            * Math.Sqrt((all / domain.Items) + (all / otherItems));
        double difference = own - rest;
        Standing standing = !ErrorOfMeasurement.DifferReliably(own, rest, error) ? Standing.LikeTheOthers
            : difference < 0 ? Standing.ReliablyBelow
            : Standing.ReliablyAbove;
        return new DomainStanding(domain.Scale, standing, difference, error);
    }
}

/// <param name="Difference">Percent of maximum in the domain minus that in the others, in points.</param>
/// <param name="StandardError">Of that difference, in points.</param>
public sealed record DomainStanding(string Domain, Standing Standing, double? Difference, double? StandardError);

/// <summary>A domain beside the same person's other domains.</summary>
public enum Standing
{
    LikeTheOthers,
    ReliablyBelow,
    ReliablyAbove,

    /// <summary>A part was not scored, or no error is known.</summary>
    NotComparable,
}
