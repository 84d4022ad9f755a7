using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Scoring;

/// <summary>The scoring methods, the default first, in the order in which editors offer them.</summary>
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
    ];

    /// <summary>The method of a new plan for rate-each items.</summary>
    public static ScoringMethod Default => All[0];

    /// <summary>The method with this code; null where there is none.</summary>
    public static ScoringMethod? Find(string code) => All.FirstOrDefault(m => m.Code == code);

    /// <exception cref="ArgumentException">No method has this code: the plan should never have been made.</exception>
    public static ScoringMethod Get(string code) =>
        Find(code) ?? throw new ArgumentException($"There is no scoring method '{code}'.", nameof(code));
}
