using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports;

internal static class ErrorBasis
{
    /// <summary>Whether no data stand behind reliability and SD. An estimate that does not say from how many attempts it comes is none.</summary>
    public static bool IsAssumed(this ScaleStatistics statistics) =>
        statistics.Basis != EstimateBasis.Estimated || statistics.Attempts is null;

    /// <summary>The same question for the total of a plan, where the plan states it at all.</summary>
    public static ScaleStatistics? TotalStatistics(this ScoringPlan plan) =>
        plan.Scales.FirstOrDefault(s => s.Scale == ScoringPlan.Total);
}
