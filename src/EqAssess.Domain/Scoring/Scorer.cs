using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>Turns the responses of an attempt into a score sheet. Pure: same plan, same responses, same sheet, on any machine, next year.</summary>
/// <remarks>
/// The scenario is the unit. Its credit c is the mean credit of its scored options, from 0 to 1, and a scale is
/// 100·Σ(w·c) / Σw over its scenarios: a scenario that lost an option to the panel weighs as much as one that did not. Who wants
/// options to weigh alike gives each item its number of scored options as weight. Unrounded; rounding is the renderers' business.
/// </remarks>
public static class Scorer
{
    /// <summary>Goes up whenever the same plan and responses could give another sheet.</summary>
    public const string EngineVersion = "scorer-1";

    /// <param name="plan">Free of problems (<see cref="ScoringPlanChecks"/>).</param>
    /// <param name="responses">In any order. An item of the plan without an entry counts as not presented.</param>
    /// <exception cref="ArgumentException">An item is not in the plan, or is answered twice: a defect.</exception>
    /// <exception cref="FormatException">A response does not fit its item: a defect.</exception>
    public static ScoreSheet Score(ScoringPlan plan, ResponseSet responses)
    {
        IReadOnlyList<AnsweredItem> items = AnsweredItem.Pair(plan, responses);
        RatingRange range = RatingRange.Of(plan.RatingScale);
        RatingProfile profile = RatingProfile.Of(items, range);
        List<ScaleScore> domains =
            [.. items.GroupBy(i => i.Item.Domain).Select(domain => ScaleScoring.Score(domain.Key, [.. domain], plan, range))];
        return new ScoreSheet(
            plan.Id,
            EngineVersion,
            Sha256Of(responses),
            ScaleScoring.Score(ScoringPlan.Total, items, plan, range),
            domains,
            [.. items.Select(i => ScaleScoring.ResultOf(i, plan, range))],
            Flags(profile, ScaleScoring.Completeness(items, plan, range)),
            Pearson.Correlation(profile.Ratings, profile.Keys).OrNull);
    }

    /// <summary>Lower-case hex SHA-256 of one line <c>item version|1 or 0 for presented|response</c> per item, ordered by item version, in UTF-8.</summary>
    public static string Sha256Of(ResponseSet responses)
    {
        IEnumerable<string> lines = responses.Items
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.ItemVersion:D}|{(i.Presented ? 1 : 0)}|{i.Response}\n"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static IReadOnlyList<ScoreFlag> Flags(RatingProfile profile, Completeness completeness)
    {
        var flags = new List<ScoreFlag>();
        if (profile.Ratings.Count > 1 && profile.Ratings.Distinct().Count() == 1)
        {
            flags.Add(ScoreFlag.ConstantRatings);
        }

        if (!completeness.IsEnough)
        {
            flags.Add(ScoreFlag.ManyOmissions);
        }

        return flags;
    }
}
