namespace EqAssess.Domain.Insights;

/// <summary>What a flag asks for: somebody who knows the scenario looks, and writes down what they found. Nothing follows from a flag by itself.</summary>
public static class FlagReview
{
    /// <summary>Flags as a finding keeps them: each once, in order, with spaces between.</summary>
    public static string Code(IEnumerable<string> flags) => string.Join(' ', flags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Flags(string code) => code.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Flags that no finding has looked at: a review is open until there are none.</summary>
    /// <param name="flags">Of today.</param>
    /// <param name="findings">Codes of the flags that each finding answered.</param>
    public static IReadOnlyList<string> Open(IEnumerable<string> flags, IEnumerable<string> findings) =>
        [.. flags.Distinct(StringComparer.Ordinal).Except(findings.SelectMany(Flags), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>What statistics a review is about.</summary>
public enum ReviewAbout
{
    /// <summary>Flags of item analysis.</summary>
    Statistics,

    /// <summary>Scenarios that work differently for groups at equal totals.</summary>
    Fairness,
}

/// <summary>What came of a review. It changes no score: keys and forms are changed elsewhere, by people.</summary>
public enum ReviewVerdict
{
    KeepWatching,
    NoCauseFound,
    ToWithdraw,
}
