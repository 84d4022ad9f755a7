using System.Diagnostics;
using static EqAssess.Domain.Attempts.AttemptState;

namespace EqAssess.Domain.Attempts;

/// <summary>Decides what a request may do to an attempt. Pure: the instant is an argument, the answer is a value.</summary>
public static class AttemptRules
{
    /// <summary>Length of the one pause that a campaign may allow everybody.</summary>
    public static readonly TimeSpan PauseLength = TimeSpan.FromMinutes(5);

    /// <summary>A second start is refused with <see cref="RefusalReason.AlreadyStarted"/>; the caller then shows the running attempt.</summary>
    public static Decision Start(AttemptState state, TimeSpan limit, TimeSpan grace, DateTimeOffset now) => state switch
    {
        NotStarted => Accept(new AttemptEvent.Started(now, (int)limit.TotalSeconds, (int)grace.TotalSeconds)),
        InProgress => new Decision.Refused(RefusalReason.AlreadyStarted),
        Closed => new Decision.Refused(RefusalReason.AlreadyClosed),
        _ => throw new UnreachableException(),
    };

    /// <summary>No new item is shown after the deadline, not even in the grace; none in a break, and none that is locked or left.</summary>
    public static Decision Present(AttemptState state, AttemptForm form, Guid item, DateTimeOffset now)
    {
        int? section = form.SectionOf(item);
        return state switch
        {
            InProgress when !form.Contains(item) => new Decision.Refused(RefusalReason.NotInForm),
            InProgress p when now >= p.Deadline => Late(state, now),
            InProgress { Break: not null } => new Decision.Refused(RefusalReason.OnBreak),
            InProgress p when p.LockedItems.Contains(item) => new Decision.Refused(RefusalReason.ItemLocked),
            InProgress { Section: { } entered } p when section < entered.Number || (section == entered.Number && now >= p.SectionDeadline) =>
                new Decision.Refused(RefusalReason.SectionIsOver),
            InProgress => Accept(new AttemptEvent.Presented(
                now, item, section, section is int number && form.Sections[number].Limit is { } limit ? (int)limit.TotalSeconds : null)),
            _ => Late(state, now),
        };
    }

    /// <summary>An answer counts until the deadline plus grace. A later one appends nothing but the <c>Expired</c> that is due.</summary>
    public static Decision Answer(AttemptState state, AttemptForm form, Guid item, string response, DateTimeOffset now) => state switch
    {
        InProgress when !form.Contains(item) => new Decision.Refused(RefusalReason.NotInForm),
        InProgress p when now > p.LastMoment => Late(state, now),
        InProgress p when p.LockedItems.Contains(item) => new Decision.Refused(RefusalReason.ItemLocked),
        InProgress { Break: not null } => new Decision.Refused(RefusalReason.OnBreak),
        InProgress { Section: { } entered } p when form.SectionOf(item) is int section
            && (section < entered.Number || (section == entered.Number && now > p.SectionDeadline + p.Grace)) => new Decision.Refused(RefusalReason.SectionIsOver),
        InProgress => Accept(new AttemptEvent.Answered(now, item, response)),
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

    /// <summary>Grants more than before. What would take something away, or changes how answers are given after the first, is refused.</summary>
    public static Decision Accommodate(AttemptState state, GrantedTime grant, DateTimeOffset now) => state switch
    {
        InProgress p when now > p.LastMoment => Late(state, now),
        InProgress p when p.Granted == grant || grant.Percent < p.Granted.Percent || grant.Breaks < p.Granted.Breaks
            || (p.Granted.OpenUntil is { } until && (grant.OpenUntil is null || grant.OpenUntil < until)) || grant.OpenUntil < p.Deadline =>
            new Decision.Refused(RefusalReason.NotAnExtension),
        InProgress p when grant.Typed != p.Granted.Typed && p.Responses.Count > 0 => new Decision.Refused(RefusalReason.AlreadyShown),
        InProgress => Accept(new AttemptEvent.Accommodated(now, grant.Percent, grant.OpenUntil, (int)grant.Breaks.TotalSeconds, grant.Typed)),
        _ => Late(state, now),
    };

    /// <summary>Puts an equivalent item in the place of one that was not shown yet.</summary>
    public static Decision Replace(AttemptState state, Guid item, Guid by, DateTimeOffset now) => state switch
    {
        InProgress p when now > p.LastMoment => Late(state, now),
        InProgress p when p.PresentedItems.Contains(item) || p.Replaced.ContainsKey(item) => new Decision.Refused(RefusalReason.AlreadyShown),
        InProgress => Accept(new AttemptEvent.ItemReplaced(now, item, by)),
        _ => Late(state, now),
    };

    /// <summary>Stops the clock: for a granted break as long as any of it is left, for the campaign's pause once.</summary>
    /// <param name="pause">Length of the campaign's pause; null asks for a granted break.</param>
    public static Decision StartBreak(AttemptState state, TimeSpan? pause, DateTimeOffset now) => state switch
    {
        InProgress p when now >= p.Deadline => Late(state, now),
        InProgress { Break: not null } => new Decision.Refused(RefusalReason.OnBreak),
        InProgress { Granted.OpenUntil: not null } => new Decision.Refused(RefusalReason.NoBreakLeft),
        InProgress p when (pause is null ? p.BreakLeft < TimeSpan.FromSeconds(1) : p.Paused) => new Decision.Refused(RefusalReason.NoBreakLeft),
        InProgress p => Accept(new AttemptEvent.BreakStarted(
            now, pause is null ? BreakKind.Rest : BreakKind.Pause, (int)(pause ?? p.BreakLeft).TotalSeconds)),
        _ => Late(state, now),
    };

    /// <summary>
    /// The candidate goes on. The clock runs from now, or from where the break's time was over; a server whose clock was set back between
    /// two starts takes nothing away.
    /// </summary>
    public static Decision EndBreak(AttemptState state, DateTimeOffset now) => state switch
    {
        InProgress p when now > p.LastMoment => Late(state, now),
        InProgress { Break: { } running } => Accept(new AttemptEvent.BreakEnded(
            now < running.StartedAt ? running.StartedAt : now < running.Until ? now : running.Until)),
        InProgress => new Decision.Refused(RefusalReason.NotOnBreak),
        _ => Late(state, now),
    };

    /// <summary>Gives up a running attempt. What had run out by itself stays run out.</summary>
    public static Decision Withdraw(AttemptState state, DateTimeOffset now) => state switch
    {
        InProgress p when now <= p.LastMoment => Accept(new AttemptEvent.Withdrawn(now < p.Deadline ? now : p.Deadline)),
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
