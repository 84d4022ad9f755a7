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

    /// <param name="Deadline">Start + limit + extensions. Arithmetic, no timer.</param>
    public sealed record InProgress(
        DateTimeOffset StartedAt,
        DateTimeOffset Deadline,
        TimeSpan Grace,
        ImmutableHashSet<Guid> PresentedItems,
        ImmutableDictionary<Guid, string> Responses) : AttemptState
    {
        /// <summary>The last instant at which a save that was under way still counts.</summary>
        public DateTimeOffset LastMoment => Deadline + Grace;
    }

    public sealed record Closed(
        DateTimeOffset StartedAt,
        DateTimeOffset ClosedAt,
        bool TimedOut,
        ImmutableHashSet<Guid> PresentedItems,
        ImmutableDictionary<Guid, string> Responses) : AttemptState;

    /// <summary>The state after all of <paramref name="events"/>, in their order.</summary>
    public static AttemptState After(IEnumerable<AttemptEvent> events) =>
        events.Aggregate((AttemptState)new NotStarted(), (state, happened) => state.Apply(happened));

    /// <exception cref="UnreachableException">The log holds an event that its rules could not have written.</exception>
    public AttemptState Apply(AttemptEvent happened) => (this, happened) switch
    {
        (NotStarted, AttemptEvent.Started e) =>
            new InProgress(e.At, e.At.AddSeconds(e.LimitSeconds), TimeSpan.FromSeconds(e.GraceSeconds), [], ImmutableDictionary<Guid, string>.Empty),
        (InProgress s, AttemptEvent.Presented e) => s with { PresentedItems = s.PresentedItems.Add(e.Item) },
        (InProgress s, AttemptEvent.Answered e) => s with { Responses = s.Responses.SetItem(e.Item, e.Response) },
        (InProgress s, AttemptEvent.TimeExtended e) => s with { Deadline = s.Deadline.AddSeconds(e.BySeconds) },
        (InProgress s, AttemptEvent.Submitted e) => new Closed(s.StartedAt, e.At, TimedOut: false, s.PresentedItems, s.Responses),
        (InProgress s, AttemptEvent.Expired e) => new Closed(s.StartedAt, e.At, TimedOut: true, s.PresentedItems, s.Responses),
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
}
