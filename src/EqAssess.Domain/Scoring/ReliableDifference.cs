using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// From how many points on two scores of one form under one plan differ reliably: 1.96·SED, SED = SEM·√2 (Cascio, Outtz, Zedeck &amp;
/// Goldstein 1991).
/// </summary>
/// <param name="Points">Of the 0 to 100 scale, unrounded.</param>
/// <param name="IsUseful">
/// False where it is wider than <see cref="WidestInDeviations"/> SD: then nearly everybody lies in one band (Murphy 1994), nobody is
/// marked, and only the number of points is said.
/// </param>
public sealed record ReliableDifference(double Points, bool IsUseful)
{
    /// <summary>In SD of the scores. It is passed where the reliability is below about .71.</summary>
    public const double WidestInDeviations = 1.5;

    public static ReliableDifference Of(ScaleStatistics total)
    {
        double error = ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability);
        double points = ErrorOfMeasurement.Z95 * ErrorOfMeasurement.StandardErrorOfDifference(error, error);
        return new ReliableDifference(points, points <= WidestInDeviations * total.StandardDeviation);
    }
}
