namespace EqAssess.Domain.Attempts;

/// <summary>What the rules make of a request.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <param name="Event">To be appended.</param>
    public sealed record Accepted(AttemptEvent Event) : Decision;

    /// <summary>Nothing is appended.</summary>
    public sealed record Refused(RefusalReason Reason) : Decision;

    /// <summary>The request is refused, and what it brought to light is appended.</summary>
    public sealed record RefusedAfter(RefusalReason Reason, AttemptEvent Event) : Decision;
}

/// <summary>Why a request was refused. Worded for people in one place, in Web.</summary>
public enum RefusalReason
{
    NotStarted,
    AlreadyStarted,
    AlreadyClosed,
    TimeIsUp,
    StillRunning,
    NotInForm,
    NotAnExtension,

    /// <summary>The clock stands still: the candidate goes on first.</summary>
    OnBreak,
    NotOnBreak,

    /// <summary>No break was granted, or its time is used up; or the one pause was taken.</summary>
    NoBreakLeft,

    /// <summary>The item was shown before a break and is locked since.</summary>
    ItemLocked,

    /// <summary>The item belongs to a section that was left, or whose time is over.</summary>
    SectionIsOver,

    /// <summary>The item was shown, or an answer exists: too late to change how it is put.</summary>
    AlreadyShown,

    /// <summary>The posted values do not fit the item.</summary>
    InvalidResponse,

    /// <summary>One option was posted for two choices that exclude each other.</summary>
    SameOptionTwice,

    /// <summary>A post without a choice: there is nothing to save.</summary>
    NothingChosen,

    /// <summary>Another page or device has written since this one was rendered.</summary>
    PageIsBehind,
}
