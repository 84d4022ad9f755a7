using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>What a panel as a whole lacks for a key of the status panel.</summary>
internal static class PanelShortfalls
{
    public static IEnumerable<string> Of(IReadOnlyList<KeyJudge> judges, BoundedEstimate reliability, PanelThresholds least)
    {
        if (judges.Count < least.JudgesForPanel)
        {
            yield return $"{judges.Count} judges rated everything in both rounds, {least.JudgesForPanel} are needed";
        }

        int roles = judges.Select(j => j.Role).Distinct(StringComparer.Ordinal).Count();
        if (roles < least.Roles)
        {
            yield return $"the judges have {roles} different roles, {least.Roles} are needed";
        }

        if (reliability.Value.OrNull is not double icc)
        {
            yield return "the agreement of the panel, ICC(2,k), cannot be reckoned";
        }
        else if (icc < least.Reliability)
        {
            yield return $"ICC(2,k) is {Numbers.Decimals(icc)}, {Numbers.Decimals(least.Reliability)} is needed";
        }

        if (reliability.Value.OrNull is not null && !(reliability.Lower.OrNull >= least.ReliabilityLimit))
        {
            string limit = reliability.Lower.OrNull is double lower ? $"is {Numbers.Decimals(lower)}" : "cannot be reckoned";
            yield return $"the lower 95 % limit of ICC(2,k) {limit}, {Numbers.Decimals(least.ReliabilityLimit)} is needed";
        }
    }
}
