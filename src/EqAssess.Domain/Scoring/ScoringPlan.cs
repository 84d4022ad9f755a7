using System.Text.Json.Serialization;

namespace EqAssess.Domain.Scoring;

/// <summary>All that a score depends on beside the responses, frozen with a form version.</summary>
/// <param name="Method">Code of the scoring method (<see cref="ScoringMethods"/>) of every item that names none of its own.</param>
/// <param name="KeyVersion">Label of the key version, for example <c>draft-1</c>.</param>
/// <param name="Scales">Reliability and SD of the total (scale <see cref="Total"/>), without which there is no interval and no comparison, and of domains by their codes, as far as they were estimated.</param>
public sealed record ScoringPlan(
    Guid Id,
    Guid FormVersion,
    Guid KeyVersionId,
    string KeyVersion,
    KeyStatus KeyStatus,
    string KeySource,
    string Method,
    MissingRule Missing,
    IReadOnlyList<int> RatingScale,
    IReadOnlyList<PlannedItem> Items,
    IReadOnlyList<ScaleStatistics> Scales)
{
    /// <summary>Code of the scale that holds the whole test.</summary>
    public const string Total = "total";

    /// <summary>Codes of the domains that the form samples and this plan does not score, since the campaign's job does not need them; none in a plan of the whole form.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The method that scores an item of this plan.</summary>
    public ScoringMethod MethodOf(PlannedItem item) => ScoringMethods.Get(item.Method ?? Method);
}

/// <param name="Domain">Domain code; the scale to which the item counts beside the total.</param>
/// <param name="Weight">Weight of the item's credit in its scales; 1 by default.</param>
/// <param name="Options">The keyed options of exactly this item version.</param>
/// <param name="Method">Code of the item's own scoring method, where its format needs another than the plan's; null otherwise.</param>
public sealed record PlannedItem(
    Guid ItemVersion,
    string ItemId,
    string Format,
    string Domain,
    double Weight,
    IReadOnlyList<KeyedOption> Options,
    string? Method = null)
{
    /// <summary>The options that the key has not dropped.</summary>
    public IEnumerable<KeyedOption> ScoredOptions() => Options.Where(o => o.DroppedBecause is null);

    public IEnumerable<KeyedOption> DroppedOptions() => Options.Where(o => o.DroppedBecause is not null);

    /// <exception cref="FormatException">The item has no such option, so the response that names it does not fit: a defect upstream.</exception>
    public KeyedOption OptionCalled(string id) =>
        Options.FirstOrDefault(o => o.Option == id) ?? throw new FormatException($"A response to {ItemId} names option '{id}', which the item does not have.");
}

/// <summary>How an omission counts (reference: score all, omit 0, is the default).</summary>
public enum MissingRule
{
    /// <summary>Omitted and not presented items count 0.</summary>
    ScoreAll,

    /// <summary>They are left out, and at least 80 % of the options of a scale must be answered. Distance methods know no other rule.</summary>
    ScoreAnswered,
}

/// <summary>Reliability and spread of one scale.</summary>
/// <param name="StandardDeviation">In points of the 0 to 100 scale, n − 1.</param>
/// <param name="Attempts">Attempts behind an estimate; null where the values are assumed.</param>
/// <param name="PrmseFromTotal">Of a domain: how well the total predicts the domain's true score (Haberman 2008); null for the total, and where it is not estimable.</param>
public sealed record ScaleStatistics(
    string Scale,
    double Reliability,
    double StandardDeviation,
    EstimateBasis Basis,
    int? Attempts,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? PrmseFromTotal = null);

/// <summary>Whether reliability and SD come from data.</summary>
public enum EstimateBasis
{
    /// <summary>A planning value. No data stand behind it, and every view says so.</summary>
    Assumed,

    /// <summary>Computed from valid, non-simulated first attempts.</summary>
    Estimated,
}
