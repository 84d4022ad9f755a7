using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Insights;

/// <summary>Mean difference between a group and the largest group of the same question, in SD: it says that scores differ, not that they are unfair.</summary>
/// <param name="Question">Code of the voluntary question.</param>
/// <param name="Group">Code of the answer.</param>
/// <param name="Reference">Code of the answer that most people gave.</param>
/// <param name="Persons">Of the group; <see cref="InsightLimits.Group"/> or more, as of the reference.</param>
/// <param name="Gap">Hedges' g, group less reference, with its 95 % limits.</param>
public sealed record GroupGap(string Question, string Group, string Reference, int Persons, Estimate Gap, Estimate Lower, Estimate Upper)
{
    /// <summary>Every group that is large enough beside the largest; none where fewer than two are.</summary>
    internal static IEnumerable<GroupGap> Of(GroupAnswers answers, double[] scores)
    {
        var groups = answers.Answers.Index().Where(a => a.Item is not null).GroupBy(a => a.Item!, a => scores[a.Index], StringComparer.Ordinal)
            .Where(g => g.Count() >= InsightLimits.Group).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups.Skip(1))
        {
            var difference = StandardisedDifference.Of([.. group], [.. groups[0]]);
            yield return new GroupGap(answers.Question, group.Key, groups[0].Key, group.Count(), difference.G, difference.Lower, difference.Upper);
        }
    }
}
