using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// Reliability, SD and worth of each domain beside the total, estimated from score sheets under one plan: alpha over the domain's scenarios,
/// and how well the total predicts the domain (Haberman 2008).
/// </summary>
public static class DomainEstimates
{
    /// <param name="sheets">Of valid first attempts, all scored.</param>
    /// <returns>One per domain of which alpha and SD are estimable, in the order of the plan.</returns>
    public static IReadOnlyList<ScaleStatistics> Of(ScoringPlan plan, IReadOnlyList<ScoreSheet> sheets) =>
        [.. plan.Items.GroupBy(i => i.Domain).Select(domain => Estimate(domain.Key, [.. domain.Select(i => i.ItemVersion)], sheets)).OfType<ScaleStatistics>()];

    private static ScaleStatistics? Estimate(string domain, HashSet<Guid> items, IReadOnlyList<ScoreSheet> sheets)
    {
        List<IReadOnlyList<double>> credits = [.. sheets.Select(s => (IReadOnlyList<double>)[.. s.Items.Where(i => items.Contains(i.ItemVersion)).Select(Points)])];
        double[] percents = [.. sheets.Select(s => s.Domains.FirstOrDefault(d => d.Scale == domain)?.Percent).OfType<double>()];
        if (CronbachAlpha.Of(credits).OrNull is not double reliability || percents.Length != sheets.Count
            || Descriptive.StandardDeviation(percents).OrNull is not double spread)
        {
            return null;
        }

        double[] points = [.. credits.Select(c => c.Sum())];
        double[] totals = [.. sheets.Select(s => s.Items.Sum(Points))];
        double? fromTotal = SubscoreValue.Of(points, totals, reliability).FromTotal.OrNull;
        return new ScaleStatistics(domain, reliability, spread, EstimateBasis.Estimated, sheets.Count, "alpha over the scenarios", fromTotal);
    }

    private static double Points(ItemResult item) => item is ItemResult.Scored scored ? scored.Points : 0;
}
