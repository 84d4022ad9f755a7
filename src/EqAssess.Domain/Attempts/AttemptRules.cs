using System.Diagnostics;
using static EqAssess.Domain.Attempts.AttemptState;

namespace EqAssess.Domain.Attempts;

/// <summary>Decides what a request may do to an attempt. Pure: the instant is an argument, the answer is a value.</summary>
public static class AttemptRules
{
    /// <summary>A second start is refused with <see cref="RefusalReason.AlreadyStarted"/>; the caller then shows the running attempt.</summary>
    public static Decision Start(AttemptState state, TimeSpan limit, TimeSpan grace, DateTimeOffset now) => state switch
    {
        NotStarted => Accept(new AttemptEvent.Started(now, (int)limit.TotalSeconds, (int)grace.TotalSeconds)),
        InProgress => new Decision.Refused(RefusalReason.AlreadyStarted),
        Closed => new Decision.Refused(RefusalReason.AlreadyClosed),
        _ => throw new UnreachableException(),
    };

    /// <summary>No new item is shown after the deadline, not even in the grace.</summary>
    public static Decision Present(AttemptState state, IReadOnlyList<Guid> form, Guid item, DateTimeOffset now) => state switch
    {
        InProgress when !form.Contains(item) => new Decision.Refused(RefusalReason.NotInForm),
        InProgress p when now < p.Deadline => Accept(new AttemptEvent.Presented(now, item)),
        _ => Late(state, now),
    };

    /// <summary>An answer counts until the deadline plus grace. A later one appends nothing but the <c>Expired</c> that is due.</summary>
    public static Decision Answer(AttemptState state, IReadOnlyList<Guid> form, Guid item, string response, DateTimeOffset now) => state switch
    {
        InProgress when !form.Contains(item) => new Decision.Refused(RefusalReason.NotInForm),
        InProgress p when now <= p.LastMoment => Accept(new AttemptEvent.Answered(now, item, response)),
        _ => Late(state, now),
    };

    /// <summary>Handing in is terminal. Within the grace it still counts as handed in, at the deadline at the latest.</summary>
    public static Decision Submit(AttemptState state, DateTimeOffset now) => state switch
    {
        InProgress p when now <= p.LastMoment => Accept(new AttemptEvent.Submitted(now < p.Deadline ? now : p.Deadline)),
        _ => Late(state, now),
    };

    /// <summary>Moves the deadline of a running attempt by whole seconds, at least one: nobody's time is cut.</summary>
    public static Decision Extend(AttemptState state, TimeSpan by, string reason, DateTimeOffset now) => state switch
    {
        InProgress when by < TimeSpan.FromSeconds(1) => new Decision.Refused(RefusalReason.NotAnExtension),
        InProgress p when now <= p.LastMoment => Accept(new AttemptEvent.TimeExtended(now, (int)by.TotalSeconds, reason)),
        _ => Late(state, now),
    };

    /// <summary>What the sweep does: closes an attempt whose deadline and grace have passed, and refuses before.</summary>
    public static Decision Expire(AttemptState state, DateTimeOffset now) => state switch
    {
        InProgress p when now > p.LastMoment => Accept(new AttemptEvent.Expired(p.Deadline)),
        InProgress => new Decision.Refused(RefusalReason.StillRunning),
        _ => Late(state, now),
    };

    private static Decision Late(AttemptState state, DateTimeOffset now) => state switch
    {
        NotStarted => new Decision.Refused(RefusalReason.NotStarted),
        Closed => new Decision.Refused(RefusalReason.AlreadyClosed),
        InProgress p when now > p.LastMoment => new Decision.RefusedAfter(RefusalReason.TimeIsUp, new AttemptEvent.Expired(p.Deadline)),
        InProgress => new Decision.Refused(RefusalReason.TimeIsUp),
        _ => throw new UnreachableException(),
    };

    private static Decision.Accepted Accept(AttemptEvent happened) => new(happened);
}
