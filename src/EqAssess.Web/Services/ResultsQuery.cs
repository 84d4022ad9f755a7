using EqAssess.Data.Tables;

namespace EqAssess.Web.Services;

/// <summary>Which people of a campaign a list shows, and in which order. Empty fields let everybody through.</summary>
public sealed class ResultsQuery
{
    public const int PageSize = 50;

    /// <summary>Part of a name or an address that is shown, or the beginning of a code.</summary>
    public string? Words { get; set; }

    public Progress? State { get; set; }

    public DecisionFilter? Decision { get; set; }

    public ResultsFlag? Flag { get; set; }

    public PeopleFilter? People { get; set; }

    public ResultsOrder Order { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    public int Sheet { get; set; } = 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && State is null && Decision is null && Flag is null && People is null && Order == ResultsOrder.Score;

    /// <summary>Whether who is found depends on attempts; otherwise invitations and decisions say it.</summary>
    internal bool NeedsAttempts => State is not null || Flag == ResultsFlag.Answers;

    /// <summary>Names and values as the list's address carries them; what says nothing is left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        (string Name, string? Value)[] all =
        [
            ("words", Words), ("state", State?.ToString()), ("decision", Decision?.ToString()), ("flag", Flag?.ToString()), ("people", People?.ToString()),
            ("order", Order == ResultsOrder.Score ? null : Order.ToString()),
        ];
        return all.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => KeyValuePair.Create($"filter.{f.Name}", f.Value!.Trim()));
    }
}

/// <summary>Where the decision on an application stands.</summary>
public enum DecisionFilter
{
    /// <summary>Nobody has decided, or the case was reopened.</summary>
    Open,
    Shortlist,
    Reserve,
    Reject,
    Withdrawn,
    Reopened,
}

/// <summary>What a row may call attention to.</summary>
public enum ResultsFlag
{
    /// <summary>The answers were many omissions, or all the same.</summary>
    Answers,

    /// <summary>The candidate asks that a person looks again, and waits.</summary>
    Request,
}

public enum PeopleFilter
{
    Real,
    Simulated,
}

/// <summary>In which order people stand. None of them is a rank.</summary>
public enum ResultsOrder
{
    Score,

    /// <summary>Shown names from A to Z, then the hidden ones.</summary>
    Name,

    /// <summary>Whoever waits for a decision first.</summary>
    Undecided,
}

/// <summary>The last entry of the record of decisions on an application.</summary>
public sealed record LastDecision(DecisionOutcome Outcome, int Number);
