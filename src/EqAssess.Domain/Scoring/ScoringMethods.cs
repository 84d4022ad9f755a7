using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Scoring;

/// <summary>The scoring methods in the order in which editors offer them; the first of a format is its default.</summary>
public static class ScoringMethods
{
    public static IReadOnlyList<ScoringMethod> All { get; } =
    [
        new KeyedCredit(),
        new ModeConsensus(),
        new ProportionConsensus(scaled: false),
        new ProportionConsensus(scaled: true),
        new Dichotomous(),
        new LinearNearMiss(),
        new RawDistance(),
        new SquaredDistance(),
        new StandardisedDistance(),
        new ProfileCorrelation(),
        new MostLeastPoints(),
        new MostLeastSymmetric(),
        new MostLeastEffectiveness(),
        new BestDichotomous(),
        new BestPartial(),
        new RankNearMiss(),
        new RankSpearman(),
    ];

    /// <summary>The method of a new plan for rate-each items.</summary>
    public static ScoringMethod Default => All[0];

    /// <summary>The method that scores items of a format unless a plan names another; null where no method does.</summary>
    public static ScoringMethod? DefaultFor(string format) => All.FirstOrDefault(m => m.Format == format);

    /// <summary>The method with this code; null where there is none.</summary>
    public static ScoringMethod? Find(string code) => All.FirstOrDefault(m => m.Code == code);

    /// <exception cref="ArgumentException">No method has this code: the plan should never have been made.</exception>
    public static ScoringMethod Get(string code) =>
        Find(code) ?? throw new ArgumentException($"There is no scoring method '{code}'.", nameof(code));
}
