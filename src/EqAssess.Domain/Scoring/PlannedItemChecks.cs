namespace EqAssess.Domain.Scoring;

/// <summary>What is wrong with one item of a plan, whatever its method. The item is named by the caller.</summary>
internal static class PlannedItemChecks
{
    public static IEnumerable<string> Problems(PlannedItem item, RatingRange range)
    {
        if (!(item.Weight > 0) || double.IsInfinity(item.Weight))
        {
            yield return "the weight must be above 0";
        }

        if (string.IsNullOrWhiteSpace(item.Domain) || item.Domain == ScoringPlan.Total)
        {
            yield return $"'{item.Domain}' cannot be a domain";
        }

        if (!item.ScoredOptions().Any())
        {
            yield return "no option is scored";
        }

        foreach (string problem in item.Options.SelectMany(o => OptionProblems(o, range)))
        {
            yield return problem;
        }

        foreach (string twice in item.Options.CountBy(o => o.Option).Where(o => o.Value > 1).Select(o => o.Key))
        {
            yield return $"option '{twice}' has two keys";
        }
    }

    private static IEnumerable<string> OptionProblems(KeyedOption option, RatingRange range)
    {
        if (option.DroppedBecause is not null && string.IsNullOrWhiteSpace(option.DroppedBecause))
        {
            yield return $"option '{option.Option}' is dropped without a reason";
        }

        if (option.DroppedBecause is null && !range.Contains(option.Effectiveness))
        {
            yield return $"option '{option.Option}': its effectiveness lies outside {range.Lowest} to {range.Highest}";
        }
    }
}
