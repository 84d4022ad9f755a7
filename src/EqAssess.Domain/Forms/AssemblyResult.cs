namespace EqAssess.Domain.Forms;

/// <summary>Whether forms could be made from a blueprint.</summary>
public abstract record AssemblyResult
{
    private AssemblyResult()
    {
    }

    /// <param name="Minutes">Time limit of every form.</param>
    /// <param name="InCommon">Counting scenarios that form i shares with form j.</param>
    public sealed record Assembled(IReadOnlyList<AssembledForm> Forms, int Minutes, IReadOnlyList<IReadOnlyList<int>> InCommon) : AssemblyResult;

    /// <param name="Failed">What fails, at least one; the most telling first.</param>
    /// <param name="Proved">True: no forms can exist. False: a search that was not exhaustive gave up, and this stood in its way most often.</param>
    public sealed record NotPossible(IReadOnlyList<FailedConstraint> Failed, bool Proved) : AssemblyResult;
}

/// <param name="Items">In the order in which candidates meet them.</param>
public sealed record AssembledForm(string Title, IReadOnlyList<AssembledItem> Items, FormFacts Facts);

/// <param name="Pretest">Tried out, and never counted.</param>
public sealed record AssembledItem(string Id, bool Pretest);

/// <summary>What a form is like, as far as it can be told beforehand.</summary>
/// <param name="Words">To read, with pretest items.</param>
/// <param name="LeastMinutes">By <see cref="TimeLimitRule"/>, with pretest items.</param>
/// <param name="Chance">Expected credit, 0 to 1, of choosing at random in what counts.</param>
/// <param name="BlindStrategy">Code of the strategy that earns most without reading, orders aside; null where none was given.</param>
/// <param name="BlindGain">What it earns beyond chance, −1 to 1.</param>
public sealed record FormFacts(int Words, double LeastMinutes, double Chance, ExpectedDifficulty Difficulty, string? BlindStrategy, double BlindGain);

/// <summary>The expected proportion of the maximum, or that there are no data to expect one from. Nothing is invented.</summary>
/// <param name="Mean">0 to 1; null unless every counting item has been observed.</param>
/// <param name="LeastAttempts">Attempts behind the least observed item; null with <paramref name="Mean"/>.</param>
/// <param name="ItemsObserved">Counting items with data.</param>
public sealed record ExpectedDifficulty(double? Mean, int? LeastAttempts, int ItemsObserved);

/// <summary>A constraint that cannot be met, with its numbers.</summary>
/// <param name="Subject">Code or ids that it is about; empty where it is about the whole form.</param>
/// <param name="Needed">What the blueprint asks for, in scenarios or minutes.</param>
/// <param name="Available">What there is.</param>
/// <param name="Seen">Items that the limit on past attempts left out.</param>
/// <param name="Enemies">Items that are out because of enemies.</param>
public sealed record FailedConstraint(ConstraintKind Kind, string Subject, int Needed, int Available, int Seen = 0, int Enemies = 0);

public enum ConstraintKind
{
    /// <summary>An anchor is not live, or no key was made for it.</summary>
    UnknownAnchor,

    /// <summary>Two anchors, or an anchor and a pretest item, are enemies.</summary>
    AnchorEnemies,

    /// <summary>More anchors than the blueprint has room for in a domain, facet, format or channel.</summary>
    AnchorsTooMany,

    Domain,
    Facet,
    Format,
    Channel,

    /// <summary>The least numbers of one kind add up to more scenarios than are planned.</summary>
    LeastTooMany,

    /// <summary>The most numbers of one kind add up to fewer scenarios than are planned.</summary>
    MostTooFew,

    /// <summary>Forms may not have so much in common: there are not enough different scenarios.</summary>
    Overlap,

    /// <summary>A pretest item does not exist.</summary>
    UnknownPretest,

    Pretest,

    /// <summary>Needed and available are minutes.</summary>
    Time,

    /// <summary>Needed and available are points of 100 that a strategy earns beyond chance: what it would earn at least, and the most allowed.</summary>
    Blind,

    Enemies,

    /// <summary>An item may stand in few of the forms only, and so there are too few scenarios of the subject for each.</summary>
    Share,
}
