namespace EqAssess.Domain.Attempts;

/// <summary>How long each item was on the screen, told by the log: what was shown, answered and left, by the server's clock.</summary>
/// <remarks>
/// A visit begins when an item is shown and ends when another is, when a break begins or when the attempt ends; visits to an item add up.
/// What follows the last answer before the end, as looking over the overview, belongs to no item. It says something of the data and
/// nothing of a person.
/// </remarks>
public static class ItemTimes
{
    /// <summary>Seconds by item version, for every item that was shown.</summary>
    /// <param name="events">In their order.</param>
    public static IReadOnlyDictionary<Guid, double> Of(IEnumerable<AttemptEvent> events)
    {
        var seconds = new Dictionary<Guid, double>();
        Guid? here = null;
        bool answered = false;
        DateTimeOffset since = default;
        foreach (AttemptEvent happened in events)
        {
            switch (happened)
            {
                case AttemptEvent.Presented shown:
                    Count(happened.At);
                    (here, since, answered) = (shown.Item, shown.At, false);
                    seconds.TryAdd(shown.Item, 0);
                    break;
                case AttemptEvent.Answered answer when answer.Item == here:
                    Count(happened.At);
                    (since, answered) = (answer.At, true);
                    break;
                case AttemptEvent.BreakStarted:
                    Count(happened.At);
                    here = null;
                    break;
                case AttemptEvent.Submitted or AttemptEvent.Expired or AttemptEvent.Withdrawn when !answered:
                    Count(happened.At);
                    break;
            }
        }

        return seconds;

        void Count(DateTimeOffset until)
        {
            if (here is Guid item && until > since)
            {
                seconds[item] += (until - since).TotalSeconds;
            }
        }
    }
}
