namespace EqAssess.Domain.Scoring;

/// <summary>A key version: how effective each option is, who says so, and why. Immutable; a change makes a new version.</summary>
/// <param name="Scale">The points of the effectiveness scale, ascending; 1 to 4 by default.</param>
/// <param name="Items">By item id. A key covers every option of every item that it names.</param>
public sealed record Key(
    string Version,
    KeyStatus Status,
    string Method,
    IReadOnlyList<int> Scale,
    string Source,
    IReadOnlyDictionary<string, KeyedItem> Items)
{
    /// <summary>Who judged; null for a key without a panel.</summary>
    public KeyPanel? Panel { get; init; }
}

/// <summary>The panel behind a key. The ratings stand with the options, one for each judge in this order.</summary>
/// <param name="Title">What the panel was called.</param>
/// <param name="Instructions">What the judges were asked, word for word.</param>
/// <param name="ClosedOn">The day on which the last round ended.</param>
public sealed record KeyPanel(string Title, string Instructions, DateOnly ClosedOn, IReadOnlyList<KeyJudge> Judges)
{
    /// <summary>What the panel was held to when its key was published; null where the key does not say.</summary>
    public PanelThresholds? Thresholds { get; init; }

    /// <summary>With fewer judges there is no key of a panel at all.</summary>
    public const int LeastJudges = 6;

    /// <summary>With fewer judges a key is provisional.</summary>
    public const int LeastJudgesOfPanel = 10;
}

/// <param name="Pseudonym">Unique in the panel; never a name.</param>
/// <param name="Role">What the judge does, for example team leader, quality coach or experienced agent.</param>
/// <param name="Years">Whole years in contact centres.</param>
public sealed record KeyJudge(string Pseudonym, string Role, int Years);

/// <param name="HangsOn">Contested principles on which the key of this item rests; only a panel can settle them.</param>
public sealed record KeyedItem(IReadOnlyList<string> HangsOn, IReadOnlyList<KeyedOption> Options);

/// <param name="Effectiveness">On the key's scale; the mean of a panel may lie between its points. 0 where an option was dropped without one.</param>
/// <param name="DroppedBecause">Null: the option is scored. Otherwise it counts for nothing, and this says why.</param>
/// <param name="Ratings">The judges' ratings of the last round, one per judge; null for a key without a panel. Consensus methods need them.</param>
public sealed record KeyedOption(
    string Option,
    double Effectiveness,
    string Rationale,
    IReadOnlyList<string> Principles,
    string? DroppedBecause = null,
    IReadOnlyList<int>? Ratings = null)
{
    /// <summary>What the same judges had rated alone in the first round, before they saw each other's ratings; null for a key without a panel.</summary>
    public IReadOnlyList<int>? FirstRatings { get; init; }
}

/// <summary>What stands behind a key.</summary>
public enum KeyStatus
{
    /// <summary>One author, or drafted with an AI. Development and pilot campaigns only.</summary>
    Draft,

    /// <summary>Six judges or more whose panel fell short of the status panel: too few, of one role, or not of one mind.</summary>
    Provisional,

    /// <summary>Ten judges or more, of two roles, who agree.</summary>
    Panel,

    /// <summary>Simulated judges. It never leaves the demonstration.</summary>
    Simulated,
}
