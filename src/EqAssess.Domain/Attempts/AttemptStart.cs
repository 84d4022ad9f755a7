namespace EqAssess.Domain.Attempts;

/// <summary>The first entries of an attempt, appended together: a test never runs for a moment without what its candidate was granted.</summary>
public static class AttemptStart
{
    /// <param name="replaced">Equivalent items by the items of the form that the candidate is spared, in the form's order.</param>
    public static IReadOnlyList<AttemptEvent> Events(
        TimeSpan limit, TimeSpan grace, GrantedTime granted, IReadOnlyList<KeyValuePair<Guid, Guid>> replaced, DateTimeOffset now)
    {
        AttemptState state = new AttemptState.NotStarted();
        var events = new List<AttemptEvent>();
        Happens(AttemptRules.Start(state, limit, grace, now));
        if (granted != GrantedTime.None)
        {
            Happens(AttemptRules.Accommodate(state, granted, now));
        }

        foreach ((Guid item, Guid by) in replaced)
        {
            Happens(AttemptRules.Replace(state, item, by, now));
        }

        return events;

        void Happens(Decision decision)
        {
            AttemptEvent happened = ((Decision.Accepted)decision).Event;
            events.Add(happened);
            state = state.Apply(happened);
        }
    }
}
