using System.Globalization;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Small plans and responses. Options are called a, b, c … and scenarios 1, 2, 3 …</summary>
internal static class Sample
{
    public static ScoringPlan Plan(params IReadOnlyList<PlannedItem> items) => new(
        Id: Version(900),
        FormVersion: Version(901),
        KeyVersionId: Version(902),
        KeyVersion: "draft-1",
        KeyStatus.Draft,
        KeySource: "one author",
        Method: "keyed-credit",
        MissingRule.ScoreAll,
        RatingScale: [1, 2, 3, 4],
        items,
        Scales: []);

    public static PlannedItem Scenario(int number, string domain, params IReadOnlyList<double> keys) => new(
        Version(number),
        $"s{number}",
        "rate-each",
        domain,
        Weight: 1,
        [.. keys.Select((key, index) => new KeyedOption(((char)('a' + index)).ToString(), key, "", []))]);

    public static Guid Version(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>One response per item of the plan, all presented; null where nothing was answered.</summary>
    public static ResponseSet Answers(ScoringPlan plan, params IReadOnlyList<string?> responses) =>
        new([.. plan.Items.Zip(responses, (item, response) => new ItemResponse(item.ItemVersion, Presented: true, response))]);

    /// <summary>Rates every option by a rule; null leaves it out.</summary>
    public static ResponseSet Rate(ScoringPlan plan, Func<PlannedItem, KeyedOption, int?> rating) =>
        Answers(plan, [.. plan.Items.Select(item => Text(item.Options.Select(o => (o.Option, rating(item, o)))))]);

    /// <summary>Rates the options, counted over the whole plan, as listed.</summary>
    public static ResponseSet RateInTurn(ScoringPlan plan, IReadOnlyList<int?> ratings)
    {
        int next = 0;
        return Rate(plan, (_, _) => ratings[next++]);
    }

    public static ScoringPlan WithMethod(this ScoringPlan plan, string method) =>
        plan with
        {
            Method = method,
            Missing = ScoringMethods.Get(method) is DistanceMethod ? MissingRule.ScoreAnswered : plan.Missing,
        };

    private static string? Text(IEnumerable<(string Option, int? Rating)> ratings)
    {
        string text = string.Join(';', ratings.Where(r => r.Rating is not null)
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Option}={r.Rating}")));
        return text.Length == 0 ? null : text;
    }
}
