using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Monitoring;

/// <summary>What is stored of a comparison of groups on one form version: score gaps, and items that work differently at equal totals.</summary>
/// <param name="Attempts">Valid first attempts; simulated ones never.</param>
/// <param name="Comparisons">Each group of each question against the largest of that question.</param>
public sealed record FormFairness(string KeyVersion, int Attempts, DateTimeOffset CountedAt, IReadOnlyList<GroupComparison> Comparisons)
{
    /// <summary>A new comparison is made when this share of attempts has come on top: two that follow each other tell of nobody.</summary>
    public const double Growth = 1.25;

    public bool IsDue(int attempts, string keyVersion) => attempts >= Attempts * Growth || (KeyVersion != keyVersion && attempts >= Attempts);
}

/// <summary>A flag of an item for one pair of groups, as a finding keeps it: question/focal group/class.</summary>
public sealed record FairnessFlag(string Question, string Focal, DifClass Class)
{
    public string Code => $"{Question}/{Focal}/{Class}";

    /// <summary>Null for a text that is none.</summary>
    public static FairnessFlag? Read(string code) =>
        code.Split('/') is [var question, var focal, var letter] && Enum.TryParse(letter, out DifClass found) ? new FairnessFlag(question, focal, found) : null;

    /// <summary>Flags of all pairs on one item.</summary>
    public static IReadOnlyList<FairnessFlag> Of(FormFairness fairness, Guid item) =>
    [
        .. from pair in fairness.Comparisons
           from own in pair.Items
           where own.Item == item && own.Flag() is not null
           select new FairnessFlag(pair.Question, pair.Focal, own.Flag()!.Value),
    ];
}

/// <param name="AboutFocal">People, to the nearest ten: exact numbers of several campaigns could be taken from each other.</param>
/// <param name="Gap">Null below 30 people in either group.</param>
/// <param name="Thick">Whether people were matched on tenths of the total, since single totals would lose more than 5 % of them.</param>
/// <param name="Items">Empty where there are too few people (<see cref="DifSample"/>).</param>
public sealed record GroupComparison(
    string Question, string Focal, string Reference, int AboutFocal, int AboutReference, DifStanding Standing, ScoreGap? Gap, bool Thick, IReadOnlyList<ItemFunctioning> Items);

/// <param name="Item">Item version.</param>
/// <param name="Effect">Of Mantel: SMD/SD; of Mantel–Haenszel (items of 0 and 1): delta. Below 0 where the item is harder for the focal group; null where there is none.</param>
/// <param name="P">Of the same, raw: classes are made by it.</param>
/// <param name="Adjusted">After Benjamini and Hochberg over the items of this comparison.</param>
/// <param name="Purified">Class C in the first pass, so left out of the others' matching totals.</param>
/// <param name="NonUniformP">Of logistic regression: whether the item runs one way at low totals and the other at high ones.</param>
/// <param name="LogisticClass">By the gain in R².</param>
public sealed record ItemFunctioning(
    Guid Item, DifMethod Method, double? Effect, double? P, double? Adjusted, DifClass? Class, bool Purified, double? NonUniformP, DifClass? LogisticClass)
{
    /// <summary>B or C where the item is worth a review: the graver class of both methods. Null otherwise.</summary>
    public DifClass? Flag() => new[] { Class, LogisticClass }.Max() is { } gravest and >= DifClass.B ? gravest : null;
}

public enum DifMethod
{
    MantelHaenszel,
    Mantel,
}
