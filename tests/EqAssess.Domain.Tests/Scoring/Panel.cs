using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>A plan from the judges' table of an oracle case: columns s1A … s6D are scenario 1, option A and so on, in one domain.</summary>
internal sealed class Panel
{
    private readonly IReadOnlyList<(string Name, IReadOnlyDictionary<string, int?> Ratings)> judges;
    private readonly IReadOnlyList<int> scale;

    public Panel(string table, IReadOnlyList<int> scale)
    {
        judges = Oracle.Table(table);
        this.scale = scale;
        Columns = [.. judges[0].Ratings.Keys];
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<int> RatingsOf(string column) =>
        [.. judges.Select(j => j.Ratings[column] ?? throw new InvalidOperationException($"Judge {j.Name} skipped {column}."))];

    public PanelVerdict VerdictOf(string column) => KeyRule.Judge(RatingsOf(column), RatingRange.Of(scale));

    /// <param name="key">Effectiveness by column.</param>
    /// <param name="isDropped">By column.</param>
    public ScoringPlan Plan(string method, MissingRule missing, Func<string, double> key, Predicate<string>? isDropped = null) =>
        Sample.Plan([.. Columns.GroupBy(c => c[..2]).Select((scenario, index) => Sample.Scenario(index + 1, "all") with
        {
            ItemId = scenario.Key,
            Options = [.. scenario.Select(c => new KeyedOption(c, key(c), "", [], isDropped?.Invoke(c) == true ? "judges disagree" : null, RatingsOf(c)))],
        })]) with
        {
            Method = method,
            Missing = missing,
            RatingScale = scale,
        };

    public static ResponseSet Responses(ScoringPlan plan, IReadOnlyDictionary<string, int?> ratings) =>
        Sample.Rate(plan, (_, option) => ratings[option.Option]);

    /// <summary>The plan in which every scored option weighs alike, as R pooled them: scenarios weigh by their options that count.</summary>
    /// <param name="ratings">Where given, only options that this person answered count.</param>
    public static ScoringPlan PoolingOptions(ScoringPlan plan, IReadOnlyDictionary<string, int?>? ratings = null) =>
        plan with
        {
            Items = [.. plan.Items.Select(i => i with { Weight = i.ScoredOptions().Count(o => ratings is null || ratings[o.Option] is not null) })],
        };
}
