namespace EqAssess.Domain.Banks;

/// <summary>A step in the life of an item version, as it is recorded.</summary>
public enum ItemStep
{
    /// <summary>Came from a file that was reviewed where the bank is kept, and is live at once.</summary>
    Imported,

    /// <summary>Begun in the browser, or brought by an upload. Whoever does it is an author.</summary>
    Drafted,

    /// <summary>Somebody who was not yet an author wrote in it.</summary>
    Edited,

    Submitted,

    /// <summary>Back from review, or from approval, to be written on.</summary>
    Returned,

    Approved,

    Published,

    Retired,
}

/// <summary>An item version as its steps have made it.</summary>
/// <param name="Authors">Everybody who wrote in it.</param>
public sealed record ItemLifeState(ItemStatus Status, IReadOnlySet<Guid> Authors);

/// <summary>
/// The life of an item version: draft → in review → approved → live → retired, never without a second person. Who wrote in a
/// version cannot approve it (four eyes: no author judges their own work).
/// </summary>
public static class ItemLife
{
    /// <summary>The state after the given steps; null before the first.</summary>
    /// <exception cref="System.Diagnostics.UnreachableException">The steps cannot have happened in this order: a defect.</exception>
    public static ItemLifeState? Of(IEnumerable<(ItemStep Step, Guid? By)> steps)
    {
        ItemLifeState? state = null;
        foreach ((ItemStep step, Guid? by) in steps)
        {
            state = After(state, step, by) ?? throw new System.Diagnostics.UnreachableException($"{step} cannot follow {state?.Status}.");
        }

        return state;
    }

    /// <summary>Whether a person may take a step now; null if so.</summary>
    /// <param name="state">Null for a version that does not exist yet.</param>
    /// <param name="surroundings">What else the step depends on.</param>
    public static ItemLifeRefusal? WhyNot(ItemLifeState? state, ItemStep step, Guid by, ItemSurroundings surroundings = ItemSurroundings.None) =>
        step == ItemStep.Returned && surroundings.HasFlag(ItemSurroundings.InUse) ? ItemLifeRefusal.InUse
        : step is ItemStep.Approved or ItemStep.Published && surroundings.HasFlag(ItemSurroundings.NewerIsLive) ? ItemLifeRefusal.NewerIsLive
        : step == ItemStep.Approved && state is { Status: ItemStatus.InReview } && state.Authors.Contains(by) ? ItemLifeRefusal.AuthorCannotApprove
        : After(state, step, by) is null ? Misfit(state)
        : null;

    private static ItemLifeState? After(ItemLifeState? state, ItemStep step, Guid? by) => (state?.Status, step) switch
    {
        (null, ItemStep.Imported) => new ItemLifeState(ItemStatus.Live, new HashSet<Guid>()),
        (null, ItemStep.Drafted) => new ItemLifeState(ItemStatus.Draft, Authors(by)),
        (ItemStatus.Draft, ItemStep.Edited) => state! with { Authors = Authors(by, state!) },
        (ItemStatus.Draft, ItemStep.Submitted) => state! with { Status = ItemStatus.InReview },
        (ItemStatus.InReview or ItemStatus.Approved, ItemStep.Returned) => state! with { Status = ItemStatus.Draft },
        (ItemStatus.InReview, ItemStep.Approved) when by is Guid second && !state!.Authors.Contains(second) => state with { Status = ItemStatus.Approved },
        (ItemStatus.Approved, ItemStep.Published) => state! with { Status = ItemStatus.Live },
        (not null and not ItemStatus.Retired, ItemStep.Retired) => state! with { Status = ItemStatus.Retired },
        _ => null,
    };

    private static ItemLifeRefusal Misfit(ItemLifeState? state) => state?.Status switch
    {
        ItemStatus.Draft => ItemLifeRefusal.StillDraft,
        ItemStatus.InReview => ItemLifeRefusal.InReview,
        ItemStatus.Approved => ItemLifeRefusal.AlreadyApproved,
        ItemStatus.Live => ItemLifeRefusal.AlreadyLive,
        ItemStatus.Retired => ItemLifeRefusal.AlreadyRetired,
        _ => ItemLifeRefusal.NotBegun,
    };

    private static HashSet<Guid> Authors(Guid? by, ItemLifeState? before = null) =>
        [.. before?.Authors ?? new HashSet<Guid>(), .. by is Guid author ? [author] : Array.Empty<Guid>()];
}

/// <summary>What stands around an item version and bears on its life.</summary>
[Flags]
public enum ItemSurroundings
{
    None = 0,

    /// <summary>A form froze it, or a panel rates it: its text can never change again, not even by way of a draft.</summary>
    InUse = 1,

    /// <summary>A version that was begun later is live already: this one would take its text back.</summary>
    NewerIsLive = 2,
}

/// <summary>Why a step is not possible.</summary>
public enum ItemLifeRefusal
{
    NotBegun,

    /// <summary>Whoever wrote in a version cannot approve it.</summary>
    AuthorCannotApprove,

    /// <inheritdoc cref="ItemSurroundings.InUse"/>
    InUse,

    /// <inheritdoc cref="ItemSurroundings.NewerIsLive"/>
    NewerIsLive,

    StillDraft,
    InReview,
    AlreadyApproved,
    AlreadyLive,
    AlreadyRetired,
}
