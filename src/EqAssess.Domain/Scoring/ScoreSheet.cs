using System.Text.Json.Serialization;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>The result of scoring one attempt, with its provenance. A pure function of plan and responses.</summary>
/// <param name="ResponsesSha256">Lower-case hex digest of the canonical responses.</param>
/// <param name="ProfileCorrelation">Pearson r between ratings and key over the answered options (McDaniel et al. 2011); null where it is not estimable. A quality statistic, never a score by default.</param>
public sealed record ScoreSheet(
    Guid Plan,
    string EngineVersion,
    string ResponsesSha256,
    ScaleScore Total,
    IReadOnlyList<ScaleScore> Domains,
    IReadOnlyList<ItemResult> Items,
    IReadOnlyList<ScoreFlag> Flags,
    double? ProfileCorrelation);

/// <summary>One scale's result.</summary>
/// <param name="Percent">Percent of maximum, 0 to 100, unrounded; null where <paramref name="NotScoredBecause"/> says why.</param>
/// <param name="Points">Weighted credit.</param>
/// <param name="MaximumPoints">Weighted credit of a perfect response to the items that count: the sum of their weights.</param>
/// <param name="Items">Items that count in the scale.</param>
public sealed record ScaleScore(
    string Scale,
    double? Percent,
    NoEstimate? NotScoredBecause,
    double Points,
    double MaximumPoints,
    int Items);

/// <summary>What became of one item. The cases are never confused.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(Scored), "scored")]
[JsonDerivedType(typeof(CountedInScale), "counted-in-scale")]
[JsonDerivedType(typeof(Omitted), "omitted")]
[JsonDerivedType(typeof(NotPresented), "not-presented")]
public abstract record ItemResult(Guid ItemVersion)
{
    /// <param name="Points">Credit in [0, <paramref name="Maximum"/>].</param>
    public sealed record Scored(Guid ItemVersion, double Points, double Maximum) : ItemResult(ItemVersion);

    /// <summary>Answered under a distance method, which scores the scale as a whole and gives no points to one item.</summary>
    public sealed record CountedInScale(Guid ItemVersion) : ItemResult(ItemVersion);

    /// <summary>Shown and left without an answer to a scored option.</summary>
    public sealed record Omitted(Guid ItemVersion) : ItemResult(ItemVersion);

    /// <summary>Never shown.</summary>
    public sealed record NotPresented(Guid ItemVersion) : ItemResult(ItemVersion);
}

/// <summary>A data-quality signal. Never a score and never a reason to reject.</summary>
public enum ScoreFlag
{
    /// <summary>The same rating for every option (SD of the ratings is 0).</summary>
    ConstantRatings,

    /// <summary>Fewer than 80 % of the options were answered.</summary>
    ManyOmissions,
}
