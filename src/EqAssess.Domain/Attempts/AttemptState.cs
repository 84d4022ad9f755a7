using System.Collections.Immutable;
using System.Diagnostics;

namespace EqAssess.Domain.Attempts;

/// <summary>Where an attempt stands, folded from its events. Scored and reported are facts further right and no states.</summary>
public abstract record AttemptState
{
    private AttemptState()
    {
    }

    public sealed record NotStarted : AttemptState;

    /// <summary>Under way. Deadlines are arithmetic over these facts, no timers.</summary>
    /// <param name="Limit">The form's time limit, before anything was granted.</param>
    /// <param name="Added">Extensions and breaks that are over.</param>
    public sealed record InProgress(DateTimeOffset StartedAt, TimeSpan Limit, TimeSpan Grace, TimeSpan Added) : AttemptState
    {
        public GrantedTime Granted { get; init; } = GrantedTime.None;

        /// <summary>Time that was added, by its reason (<see cref="ExtensionReasons"/>).</summary>
        public ImmutableDictionary<string, TimeSpan> Extended { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

        /// <summary>Null while the clock runs.</summary>
        public RunningBreak? Break { get; init; }

        /// <summary>Time of granted breaks that was used.</summary>
        public TimeSpan Rested { get; init; }

        /// <summary>Whether the one pause of the campaign was taken.</summary>
        public bool Paused { get; init; }

        /// <summary>Null before the first item, and where the form has no limits per section.</summary>
        public EnteredSection? Section { get; init; }

        public ImmutableHashSet<Guid> PresentedItems { get; init; } = [];

        /// <summary>The item that was shown last.</summary>
        public Guid? LastPresented { get; init; }

        public ImmutableHashSet<Guid> LockedItems { get; init; } = [];

        /// <summary>Equivalent items by the items that they stand for.</summary>
        public ImmutableDictionary<Guid, Guid> Replaced { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

        public ImmutableDictionary<Guid, string> Responses { get; init; } = ImmutableDictionary<Guid, string>.Empty;

        /// <summary>What came back after outages.</summary>
        public TimeSpan GivenBack => Extended.GetValueOrDefault(ExtensionReasons.Outage);

        /// <summary>Time that was added since the candidate last did something: pages tell it until then. Null when none was.</summary>
        public AddedTime? Untold { get; init; }

        /// <summary>Limit × multiplier.</summary>
        public TimeSpan Allowed => Granted.Of(Limit);

        /// <summary>Start + limit × multiplier + extensions + breaks, the running one at its longest.</summary>
        public DateTimeOffset Deadline => Granted.OpenUntil ?? StartedAt + Allowed + Added + (Break?.Most ?? TimeSpan.Zero);

        /// <summary>The last instant at which a save that was under way still counts.</summary>
        public DateTimeOffset LastMoment => Deadline + Grace;

        /// <summary>The end of the section that was entered last; null where it has no limit of its own.</summary>
        public DateTimeOffset? SectionDeadline => Granted.OpenUntil is null && Section is { Limit: TimeSpan limit } section
            ? section.EnteredAt + Granted.Of(limit) + (Added - section.AddedBefore) + (Break?.Most ?? TimeSpan.Zero)
            : null;

        /// <summary>What is left of the granted breaks.</summary>
        public TimeSpan BreakLeft => Granted.Breaks > Rested ? Granted.Breaks - Rested : TimeSpan.Zero;

        /// <summary>Time until the deadline, or the section's where that comes first; it stands still in a break. Null when no clock runs.</summary>
        public TimeSpan? TimeLeft(DateTimeOffset now)
        {
            if (Granted.OpenUntil is not null)
            {
                return null;
            }

            DateTimeOffset end = SectionDeadline is { } section && section < Deadline ? section : Deadline;
            TimeSpan left = Break is { } running && now < running.Until ? end - running.Until : end - now;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public sealed record Closed(DateTimeOffset StartedAt, DateTimeOffset ClosedAt, bool TimedOut) : AttemptState
    {
        public GrantedTime Granted { get; init; } = GrantedTime.None;

        /// <summary>Given up by the candidate, and neither handed in nor timed out.</summary>
        public bool Withdrawn { get; init; }

        /// <summary>What came back after outages.</summary>
        public TimeSpan GivenBack { get; init; }

        public ImmutableHashSet<Guid> PresentedItems { get; init; } = [];

        public ImmutableDictionary<Guid, Guid> Replaced { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

        public ImmutableDictionary<Guid, string> Responses { get; init; } = ImmutableDictionary<Guid, string>.Empty;
    }

    /// <summary>What the candidate was granted; nothing before the start.</summary>
    public GrantedTime Grant => this switch
    {
        InProgress s => s.Granted,
        Closed s => s.Granted,
        _ => GrantedTime.None,
    };

    /// <summary>Equivalent items by the items that they stand for.</summary>
    public ImmutableDictionary<Guid, Guid> Replacements => this switch
    {
        InProgress s => s.Replaced,
        Closed s => s.Replaced,
        _ => ImmutableDictionary<Guid, Guid>.Empty,
    };

    /// <summary>The state after all of <paramref name="events"/>, in their order.</summary>
    public static AttemptState After(IEnumerable<AttemptEvent> events) =>
        events.Aggregate((AttemptState)new NotStarted(), (state, happened) => state.Apply(happened));

    /// <exception cref="UnreachableException">The log holds an event that its rules could not have written.</exception>
    public AttemptState Apply(AttemptEvent happened) => (this, happened) switch
    {
        (NotStarted, AttemptEvent.Started e) =>
            new InProgress(e.At, TimeSpan.FromSeconds(e.LimitSeconds), TimeSpan.FromSeconds(e.GraceSeconds), TimeSpan.Zero),
        (InProgress s, AttemptEvent.Presented e) => Entered(s, e) with { PresentedItems = s.PresentedItems.Add(e.Item), LastPresented = e.Item },
        (InProgress s, AttemptEvent.Answered e) => s with { Responses = s.Responses.SetItem(e.Item, e.Response), Untold = null },
        (InProgress s, AttemptEvent.TimeExtended e) => s with
        {
            Added = s.Added + TimeSpan.FromSeconds(e.BySeconds),
            Extended = s.Extended.SetItem(e.Reason, s.Extended.GetValueOrDefault(e.Reason) + TimeSpan.FromSeconds(e.BySeconds)),
            Untold = new AddedTime(e.BySeconds + (s.Untold is { } before && before.Reason == e.Reason ? before.Seconds : 0), e.Reason),
        },
        (InProgress s, AttemptEvent.Accommodated e) => s with { Granted = new GrantedTime(e.Percent, e.OpenUntil, TimeSpan.FromSeconds(e.BreakSeconds), e.Typed) },
        (InProgress s, AttemptEvent.ItemReplaced e) => s with { Replaced = s.Replaced.SetItem(e.Item, e.By) },
        (InProgress s, AttemptEvent.BreakStarted e) => s with
        {
            Break = new RunningBreak(e.At, TimeSpan.FromSeconds(e.MostSeconds), e.Kind),
            Paused = s.Paused || e.Kind == BreakKind.Pause,
            LockedItems = s.LockedItems.Union(s.PresentedItems),
        },
        (InProgress { Break: { } running } s, AttemptEvent.BreakEnded e) => s with
        {
            Break = null,
            Untold = null,
            Added = s.Added + (e.At - running.StartedAt),
            Rested = running.Kind == BreakKind.Rest ? s.Rested + (e.At - running.StartedAt) : s.Rested,
        },
        (InProgress s, AttemptEvent.Submitted e) => Close(s, e.At, timedOut: false),
        (InProgress s, AttemptEvent.Expired e) => Close(s, e.At, timedOut: true),
        (InProgress s, AttemptEvent.Withdrawn e) => Close(s, e.At, timedOut: false) with { Withdrawn = true },
        _ => throw new UnreachableException($"An attempt that is {GetType().Name} cannot have {happened.GetType().Name}."),
    };

    /// <summary>What scoring may see: the last accepted response per item of the form.</summary>
    /// <param name="items">Item versions in the form's order.</param>
    public ResponseSet ResponsesTo(IEnumerable<Guid> items)
    {
        (ImmutableHashSet<Guid> presented, ImmutableDictionary<Guid, string> responses) = this switch
        {
            InProgress s => (s.PresentedItems, s.Responses),
            Closed s => (s.PresentedItems, s.Responses),
            _ => ([], ImmutableDictionary<Guid, string>.Empty),
        };
        return new ResponseSet([.. items.Select(i => new ItemResponse(i, presented.Contains(i), responses.GetValueOrDefault(i)))]);
    }

    private static InProgress Entered(InProgress state, AttemptEvent.Presented shown) => shown.Section is int number && number != state.Section?.Number
        ? state with
        {
            Section = new EnteredSection(
                number, shown.At, shown.SectionLimitSeconds is int seconds ? TimeSpan.FromSeconds(seconds) : null, state.Added),
        }
        : state;

    private static Closed Close(InProgress s, DateTimeOffset at, bool timedOut) => new(s.StartedAt, at, timedOut)
    {
        Granted = s.Granted, GivenBack = s.GivenBack, PresentedItems = s.PresentedItems, Replaced = s.Replaced, Responses = s.Responses,
    };
}

/// <summary>What one person was granted for one attempt.</summary>
/// <param name="Percent">Of every limit; 100 where nothing was granted.</param>
/// <param name="OpenUntil">When an untimed attempt closes; null where a clock runs.</param>
/// <param name="Breaks">All stop-the-clock breaks together.</param>
public sealed record GrantedTime(int Percent, DateTimeOffset? OpenUntil, TimeSpan Breaks, bool Typed)
{
    public static GrantedTime None { get; } = new(100, null, TimeSpan.Zero, false);

    /// <summary>Limit × multiplier in whole seconds, rounded up.</summary>
    public TimeSpan Of(TimeSpan limit) => TimeSpan.FromSeconds((((long)limit.TotalSeconds * Percent) + 99) / 100);
}

/// <param name="Most">After so long the clock runs again by itself.</param>
public sealed record RunningBreak(DateTimeOffset StartedAt, TimeSpan Most, BreakKind Kind)
{
    public DateTimeOffset Until => StartedAt + Most;
}

/// <param name="Number">From 0.</param>
/// <param name="Limit">Before anything was granted; null for none.</param>
/// <param name="AddedBefore">Extensions and breaks before it was entered: they count for the whole and not for it.</param>
public sealed record EnteredSection(int Number, DateTimeOffset EnteredAt, TimeSpan? Limit, TimeSpan AddedBefore);

/// <summary>Time that was added to a running attempt. What is added for the same reason adds up; another reason takes its place.</summary>
/// <param name="Reason">One of <see cref="ExtensionReasons"/>.</param>
public sealed record AddedTime(int Seconds, string Reason);
