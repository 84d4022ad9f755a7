using System.Globalization;
using System.Text;

namespace EqAssess.Domain.Scoring;

/// <summary>Whether two plans give everybody the same score. What is estimated about the scores, and what a plan or its key is called, does not matter.</summary>
public static class SameScoring
{
    public static bool ScoresAs(this ScoringPlan plan, ScoringPlan other) => plan.ScoringText() == other.ScoringText();

    /// <summary>All that a score depends on beside the responses, in one canonical text: equal for two plans exactly where they score alike. It may never change: digests of norm groups rest on it.</summary>
    public static string ScoringText(this ScoringPlan plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Missing}|{string.Join(',', plan.RatingScale)}\n");
        foreach (PlannedItem item in plan.Items.OrderBy(i => i.ItemVersion))
        {
            text.Append(CultureInfo.InvariantCulture, $"{item.ItemVersion:D}|{item.Domain}|{item.Weight:R}|{plan.MethodOf(item).Code}\n");
            foreach (KeyedOption option in item.Options.OrderBy(o => o.Option, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $" {option.Option}|{option.Effectiveness:R}|{(option.DroppedBecause is null ? 1 : 0)}|{string.Join(',', option.Ratings ?? [])}\n");
            }
        }

        return text.ToString();
    }
}
