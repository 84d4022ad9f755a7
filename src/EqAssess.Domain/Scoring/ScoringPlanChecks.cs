namespace EqAssess.Domain.Scoring;

/// <summary>All that keeps a plan from scoring. A plan with problems is never stored, so the scorer never meets a missing key.</summary>
public static class ScoringPlanChecks
{
    /// <returns>Every problem, each naming its item; empty where the plan can score.</returns>
    public static IReadOnlyList<string> Problems(ScoringPlan plan)
    {
        if (!IsConsecutive(plan.RatingScale))
        {
            return ["the rating scale must be two or more consecutive whole numbers, ascending"];
        }

        if (plan.Items.Count == 0)
        {
            return ["the plan has no items"];
        }

        RatingRange range = RatingRange.Of(plan.RatingScale);
        return
        [
            .. Repeated(plan.Items.Select(i => i.ItemVersion.ToString())).Select(v => $"item version {v} is in the plan twice"),
            .. plan.Items.SelectMany(item => PlannedItemChecks.Problems(item, range).Concat(MethodProblems(plan, item, range)).Select(p => $"{item.ItemId}: {p}")),
            .. DistanceProblems(plan),
            .. StatisticsProblems(plan),
        ];
    }

    private static bool IsConsecutive(IReadOnlyList<int> points) =>
        points.Count >= 2 && points.Zip(points.Skip(1)).All(pair => pair.Second == pair.First + 1);

    private static IEnumerable<string> MethodProblems(ScoringPlan plan, PlannedItem item, RatingRange range)
    {
        string code = item.Method ?? plan.Method;
        return ScoringMethods.Find(code) is not ScoringMethod method ? [$"there is no scoring method '{code}'"]
            : method.Format != item.Format ? [$"{code} scores {method.Format}, not {item.Format}"]
            : item.ScoredOptions().Any() ? method.Problems(item, range)
            : [];
    }

    private static IEnumerable<string> DistanceProblems(ScoringPlan plan)
    {
        List<string> codes = [.. plan.Items.Select(i => i.Method ?? plan.Method).Distinct()];
        if (codes.Select(ScoringMethods.Find).OfType<DistanceMethod>().FirstOrDefault() is not DistanceMethod method)
        {
            yield break;
        }

        if (codes.Count > 1)
        {
            yield return $"{method.Code} compares a whole scale and must score every item of the plan";
        }

        if (plan.Missing != MissingRule.ScoreAnswered)
        {
            yield return $"{method.Code} runs over the answered options: the missing rule must be {MissingRule.ScoreAnswered}";
        }

        if (plan.Items.Any(i => i.Weight != 1))
        {
            yield return $"{method.Code} knows no weights: every weight must be 1";
        }

        foreach (IGrouping<string, PlannedItem> domain in plan.Items.GroupBy(i => i.Domain))
        {
            if (method.NeedsVaryingKey && domain.SelectMany(i => i.ScoredOptions()).Select(o => o.Effectiveness).Distinct().Count() < 2)
            {
                yield return $"{method.Code} needs keys that differ in domain '{domain.Key}'";
            }
        }
    }

    private static IEnumerable<string> StatisticsProblems(ScoringPlan plan)
    {
        HashSet<string> scales = [ScoringPlan.Total, .. plan.Items.Select(i => i.Domain)];
        foreach (string scale in Repeated(plan.Scales.Select(s => s.Scale)))
        {
            yield return $"scale '{scale}' has two sets of statistics";
        }

        foreach (ScaleStatistics statistics in plan.Scales)
        {
            if (!scales.Contains(statistics.Scale))
            {
                yield return $"scale '{statistics.Scale}' has statistics and no item";
            }

            if (!(statistics.Reliability <= 1) || !(statistics.StandardDeviation >= 0))
            {
                yield return $"scale '{statistics.Scale}': reliability must be at most 1 and SD at least 0";
            }
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) => names.CountBy(n => n).Where(n => n.Value > 1).Select(n => n.Key);
}
