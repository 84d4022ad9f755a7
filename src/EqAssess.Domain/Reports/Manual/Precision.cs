using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>People behind the numbers, reliability, and the error of a score.</summary>
public static class Precision
{
    /// <summary>Valid first attempts from which on reliability and SD can be estimated.</summary>
    public static ReportSection Of(PrecisionFacts facts, ReportWords words) => words.Chapter(
        "precision",
        [
            new Block.Table([words.Fact("precision.Valid", words.Count(facts.ValidAttempts)), words.Fact("precision.Simulated", words.Count(facts.SimulatedAttempts))]),
            .. facts.Total is { } total ? TotalOf(total, facts, words) : [words.NotYet("precision", facts.NeededAttempts)],
            .. Domains(facts, words),
            words.Say("precision.Retest"),
        ]);

    private static IEnumerable<Block> TotalOf(ScaleStatistics total, PrecisionFacts facts, ReportWords words)
    {
        if (total.IsAssumed())
        {
            yield return words.Care("precision.Assumed", facts.NeededAttempts, facts.ValidAttempts);
        }

        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability);
        yield return new Block.Table(
        [
            words.Fact("precision.Reliability", words(total.IsAssumed() ? "Manual.precision.Value.Assumed" : "Manual.precision.Value.Estimated", total.Reliability, total.Attempts ?? 0)),
            words.Fact("precision.Source", total.Source),
            words.Fact("precision.Sd", words("Manual.Points", total.StandardDeviation)),
            words.Fact("precision.Sem", words("Manual.Points", error)),
            words.Fact("precision.Interval", words("Manual.precision.Interval.Value", ErrorOfMeasurement.Z95 * error)),
            words.Fact("precision.Difference", words("Manual.Points", ErrorOfMeasurement.Z95 * error * Math.Sqrt(2))),
            words.Fact("precision.Chance", words("Manual.Points", facts.ChancePercent)),
        ]);
        yield return words.Say("precision.Bands");
    }

    private static IEnumerable<Block> Domains(PrecisionFacts facts, ReportWords words)
    {
        if (facts.Domains.Count == 0)
        {
            yield return words.NotYet("precision.Domains");
            yield break;
        }

        yield return words.Grid("precision.Domain", ["Reliability", "FromTotal", "Shown"], facts.Domains.Select(d => new GridRow(
            d.Title,
            [
                words("Manual.Number", d.Statistics.Reliability),
                d.Statistics.PrmseFromTotal is double prmse ? words("Manual.Number", prmse) : words("Manual.NotEstimable"),
                words(d.Statistics.Reliability >= .60 && d.Statistics.PrmseFromTotal < d.Statistics.Reliability ? "Manual.Yes" : "Manual.No"),
            ])));
    }
}

/// <param name="NeededAttempts">Valid first attempts that an estimate needs.</param>
/// <param name="Total">Of the current plan; null where it states none.</param>
/// <param name="Domains">Of those that were estimated.</param>
/// <param name="ChancePercent">Expected score of somebody who answers at random.</param>
public sealed record PrecisionFacts(
    int ValidAttempts, int SimulatedAttempts, int NeededAttempts, ScaleStatistics? Total, IReadOnlyList<DomainPrecision> Domains, double ChancePercent);

public sealed record DomainPrecision(string Title, ScaleStatistics Statistics);
