using System.Text.Json.Serialization;

namespace EqAssess.Domain.Attempts;

/// <summary>Something that happened in an attempt. Events are appended and never changed; everything else is folded from them.</summary>
/// <param name="At">UTC instant, to the millisecond, at which it counts (the row has its own instant of recording).</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), nameof(Started))]
[JsonDerivedType(typeof(Presented), nameof(Presented))]
[JsonDerivedType(typeof(Answered), nameof(Answered))]
[JsonDerivedType(typeof(TimeExtended), nameof(TimeExtended))]
[JsonDerivedType(typeof(Accommodated), nameof(Accommodated))]
[JsonDerivedType(typeof(ItemReplaced), nameof(ItemReplaced))]
[JsonDerivedType(typeof(BreakStarted), nameof(BreakStarted))]
[JsonDerivedType(typeof(BreakEnded), nameof(BreakEnded))]
[JsonDerivedType(typeof(Submitted), nameof(Submitted))]
[JsonDerivedType(typeof(Expired), nameof(Expired))]
[JsonDerivedType(typeof(Withdrawn), nameof(Withdrawn))]
public abstract record AttemptEvent(DateTimeOffset At)
{
    /// <param name="LimitSeconds">The form's time limit; extensions are events of their own.</param>
    /// <param name="GraceSeconds">How long after the deadline a save that was under way still counts.</param>
    public sealed record Started(DateTimeOffset At, int LimitSeconds, int GraceSeconds) : AttemptEvent(At);

    /// <summary>
    /// The item was on the candidate's screen; without it omitted and not presented cannot be told apart. The first item of a section
    /// enters the section: what came before it is left for good where the form has limits per section.
    /// </summary>
    /// <param name="Section">Section of the item, from 0; null where the form has no limits per section.</param>
    /// <param name="SectionLimitSeconds">The section's own limit; null where it has none.</param>
    public sealed record Presented(
        DateTimeOffset At,
        Guid Item,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Section = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SectionLimitSeconds = null) : AttemptEvent(At);

    /// <param name="Item">Item version.</param>
    /// <param name="Response">
    /// The whole response to the item so far, in the canonical text of its format; for a typed answer <c>typed:</c> and the lower-case hex
    /// SHA-256 of salt and text, which stand in a table that can be erased.
    /// </param>
    public sealed record Answered(DateTimeOffset At, Guid Item, string Response) : AttemptEvent(At);

    /// <param name="Reason">Code of the reason (<see cref="ExtensionReasons"/>); never a diagnosis.</param>
    public sealed record TimeExtended(DateTimeOffset At, int BySeconds, string Reason) : AttemptEvent(At);

    /// <summary>What the candidate was granted, as it stands from now on. It replaces an earlier one and takes nothing away.</summary>
    /// <param name="Percent">Of every limit, 100 to 1000; 150 is time and a half.</param>
    /// <param name="OpenUntil">Set for an untimed attempt: no clock runs, and the attempt closes at this instant.</param>
    /// <param name="BreakSeconds">All stop-the-clock breaks together.</param>
    /// <param name="Typed">The candidate writes what they would say and chooses nothing. Only possible before the first answer.</param>
    public sealed record Accommodated(DateTimeOffset At, int Percent, DateTimeOffset? OpenUntil, int BreakSeconds, bool Typed) : AttemptEvent(At);

    /// <summary>An equivalent item stands in the place of one that the candidate is spared. Only possible before it was shown.</summary>
    /// <param name="Item">Item version of the form.</param>
    /// <param name="By">Item version that takes its place, with the key of the form's plan.</param>
    public sealed record ItemReplaced(DateTimeOffset At, Guid Item, Guid By) : AttemptEvent(At);

    /// <summary>The clock stops; items shown so far are locked.</summary>
    /// <param name="MostSeconds">After so many seconds the clock runs again by itself.</param>
    public sealed record BreakStarted(DateTimeOffset At, BreakKind Kind, int MostSeconds) : AttemptEvent(At);

    /// <param name="At">When the clock ran again: when the candidate went on, or when the break's time was over.</param>
    public sealed record BreakEnded(DateTimeOffset At) : AttemptEvent(At);

    /// <summary>Handed in by the candidate.</summary>
    public sealed record Submitted(DateTimeOffset At) : AttemptEvent(At);

    /// <summary>Time ran out. <see cref="AttemptEvent.At"/> is always the deadline, whoever noticed and whenever.</summary>
    public sealed record Expired(DateTimeOffset At) : AttemptEvent(At);

    /// <summary>The candidate withdrew while the test was running. It is neither handed in nor scored.</summary>
    public sealed record Withdrawn(DateTimeOffset At) : AttemptEvent(At);
}

/// <summary>Whose stop of the clock it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreakKind>))]
public enum BreakKind
{
    /// <summary>Granted to this person; as often as they like until its time is used up.</summary>
    Rest,

    /// <summary>The one pause that a campaign may allow everybody.</summary>
    Pause,
}

/// <summary>Why time was added.</summary>
public static class ExtensionReasons
{
    /// <summary>The server could not be reached.</summary>
    public const string Outage = "outage";

    /// <summary>Granted by hand to one running attempt.</summary>
    public const string Granted = "granted";
}
