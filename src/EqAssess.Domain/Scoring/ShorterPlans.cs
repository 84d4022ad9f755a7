using System.Globalization;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>Plans that score some domains of a form and leave out the others.</summary>
public static class ShorterPlans
{
    /// <summary>
    /// The same plan on fewer scenarios. Nobody has estimated the shorter test, so its reliability and SD are assumed: with m the share of
    /// scenarios that stay, r' = m·r / (1 + (m − 1)·r) (Spearman 1910; Brown 1910), and SD' = SD·√(r + (1 − r) / m), which leaves the spread
    /// of true scores as it is and makes the standard error 1/√m times as large. Both take the scenarios for parallel.
    /// </summary>
    /// <param name="plan">With reliability and SD of the whole test, or without.</param>
    /// <param name="domains">Codes of the domains that stay. They name at least one item of the plan, and not all: otherwise there is nothing to leave out.</param>
    /// <param name="id">Of the new plan.</param>
    /// <exception cref="ArgumentException">No item stays.</exception>
    public static ScoringPlan Of(ScoringPlan plan, IReadOnlyCollection<string> domains, Guid id)
    {
        List<PlannedItem> items = [.. plan.Items.Where(i => domains.Contains(i.Domain))];
        if (items.Count == 0)
        {
            throw new ArgumentException("None of the domains has an item in the plan.", nameof(domains));
        }

        return plan with
        {
            Id = id,
            Items = items,
            LeftOut = [.. plan.Items.Select(i => i.Domain).Distinct().Where(d => !domains.Contains(d))],
            Scales = [.. plan.Scales.Where(s => s.Scale == ScoringPlan.Total || domains.Contains(s.Scale)).Select(s => s.Scale == ScoringPlan.Total ? Shortened(s, plan.Items.Count, items.Count) : s)],
        };
    }

    /// <summary>Whether a plan has items outside of these domains.</summary>
    public static bool Shortens(ScoringPlan plan, IReadOnlyCollection<string> domains) => plan.Items.Any(i => !domains.Contains(i.Domain));

    /// <summary>Reliability and SD of a test of fewer parallel scenarios, as assumed.</summary>
    internal static ScaleStatistics Shortened(ScaleStatistics whole, int before, int after)
    {
        double share = (double)after / before;
        double reliability = Math.Max(0, whole.Reliability);
        return new ScaleStatistics(
            whole.Scale,
            SpearmanBrown.Prophecy(reliability, share).OrNull ?? 0,
            whole.StandardDeviation * Math.Sqrt(reliability + ((1 - reliability) / share)),
            EstimateBasis.Assumed,
            Attempts: null,
            string.Create(CultureInfo.InvariantCulture, $"Spearman–Brown, for {after} scenarios from all {before} ({(whole.Basis == EstimateBasis.Estimated ? "estimated" : "assumed")}: {whole.Source.Trim()})"));
    }
}
