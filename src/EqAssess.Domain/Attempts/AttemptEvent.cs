using System.Text.Json.Serialization;

namespace EqAssess.Domain.Attempts;

/// <summary>Something that happened in an attempt. Events are appended and never changed; everything else is folded from them.</summary>
/// <param name="At">UTC instant, to the millisecond, at which it counts (the row has its own instant of recording).</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), nameof(Started))]
[JsonDerivedType(typeof(Presented), nameof(Presented))]
[JsonDerivedType(typeof(Answered), nameof(Answered))]
[JsonDerivedType(typeof(TimeExtended), nameof(TimeExtended))]
[JsonDerivedType(typeof(Submitted), nameof(Submitted))]
[JsonDerivedType(typeof(Expired), nameof(Expired))]
public abstract record AttemptEvent(DateTimeOffset At)
{
    /// <param name="LimitSeconds">The form's time limit; extensions are events of their own.</param>
    /// <param name="GraceSeconds">How long after the deadline a save that was under way still counts.</param>
    public sealed record Started(DateTimeOffset At, int LimitSeconds, int GraceSeconds) : AttemptEvent(At);

    /// <summary>The item was on the candidate's screen; without it omitted and not presented cannot be told apart.</summary>
    public sealed record Presented(DateTimeOffset At, Guid Item) : AttemptEvent(At);

    /// <param name="Item">Item version.</param>
    /// <param name="Response">The whole response to the item so far, in the canonical text of its format.</param>
    public sealed record Answered(DateTimeOffset At, Guid Item, string Response) : AttemptEvent(At);

    /// <param name="Reason">Code of the reason, for example <c>accommodation</c>; never a diagnosis.</param>
    public sealed record TimeExtended(DateTimeOffset At, int BySeconds, string Reason) : AttemptEvent(At);

    /// <summary>Handed in by the candidate.</summary>
    public sealed record Submitted(DateTimeOffset At) : AttemptEvent(At);

    /// <summary>Time ran out. <see cref="AttemptEvent.At"/> is always the deadline, whoever noticed and whenever.</summary>
    public sealed record Expired(DateTimeOffset At) : AttemptEvent(At);
}
