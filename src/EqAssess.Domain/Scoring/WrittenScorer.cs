using System.Globalization;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// Turns the marks of written answers into a score sheet of the same shape and on the same scale as <see cref="Scorer"/>: a scale is
/// 100·Σ(w·c) / Σw over its scenarios, c the credit of the marks (<see cref="WrittenMarks"/>). Nothing in the sheet tells how answers were given.
/// </summary>
public static class WrittenScorer
{
    /// <summary>Beside the scorer's own version; it stands with the score run and in no report.</summary>
    public const string Version = "written-1";

    /// <param name="answers">In any order; an item of the plan without an entry was not presented.</param>
    /// <returns>Null while an answer needs another mark.</returns>
    public static ScoreSheet? Score(ScoringPlan plan, IReadOnlyList<WrittenAnswer> answers)
    {
        if (answers.Any(a => a.Marks is { } marks && WrittenMarks.NeedsAnother(marks)))
        {
            return null;
        }

        Dictionary<Guid, WrittenAnswer> given = answers.ToDictionary(a => a.ItemVersion);
        List<ItemResult> results = [.. plan.Items.Select(i => ResultOf(i, given.GetValueOrDefault(i.ItemVersion)))];
        List<Part> parts = [.. plan.Items.Zip(results, (item, result) => new Part(item, result as ItemResult.Scored))];
        return new ScoreSheet(
            plan.Id,
            Scorer.EngineVersion,
            Scorer.Sha256Of(new ResponseSet([.. answers.Select(a => new ItemResponse(a.ItemVersion, a.Presented, TextOf(a.Marks)))])),
            ScaleOf(ScoringPlan.Total, parts, plan.Missing),
            [.. parts.GroupBy(p => p.Item.Domain).Select(domain => ScaleOf(domain.Key, [.. domain], plan.Missing))],
            results,
            IsEnough(parts) ? [] : [ScoreFlag.ManyOmissions],
            ProfileCorrelation: null);
    }

    private static ItemResult ResultOf(PlannedItem item, WrittenAnswer? answer) => answer switch
    {
        { Marks: { } marks } => new ItemResult.Scored(item.ItemVersion, item.Weight * WrittenMarks.Credit(marks)!.Value, item.Weight),
        { Presented: true } => new ItemResult.Omitted(item.ItemVersion),
        _ => new ItemResult.NotPresented(item.ItemVersion),
    };

    private static ScaleScore ScaleOf(string scale, IReadOnlyList<Part> parts, MissingRule missing)
    {
        double points = parts.Sum(p => p.Result?.Points ?? 0);
        if (missing == MissingRule.ScoreAll)
        {
            double all = parts.Sum(p => p.Item.Weight);
            return new ScaleScore(scale, 100 * points / all, NotScoredBecause: null, points, all, parts.Count);
        }

        double maximum = parts.Sum(p => p.Result?.Maximum ?? 0);
        int answered = parts.Count(p => p.Result is not null);
        return IsEnough(parts)
            ? new ScaleScore(scale, 100 * points / maximum, NotScoredBecause: null, points, maximum, answered)
            : new ScaleScore(scale, Percent: null, NoEstimate.InsufficientData, points, maximum, answered);
    }

    private static bool IsEnough(IReadOnlyList<Part> parts) => new Completeness(parts.Count(p => p.Result is not null), parts.Count).IsEnough;

    private static string? TextOf(IReadOnlyList<int>? marks) =>
        marks is null ? null : "marks=" + string.Join(',', marks.Order().Select(m => m.ToString(CultureInfo.InvariantCulture)));

    private sealed record Part(PlannedItem Item, ItemResult.Scored? Result);
}

/// <summary>What became of one item of an attempt whose answers are written.</summary>
/// <param name="Marks">Null where nothing was written.</param>
public sealed record WrittenAnswer(Guid ItemVersion, bool Presented, IReadOnlyList<int>? Marks);
