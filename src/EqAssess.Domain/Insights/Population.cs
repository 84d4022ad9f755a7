namespace EqAssess.Domain.Insights;

/// <summary>Which attempts on a form version statistics may use: a person's first that was handed in and answered as everybody answers.</summary>
public static class Population
{
    /// <summary>Why each attempt is left out; null for those that count as far as their rows tell. Flags and effort are seen later.</summary>
    /// <remarks>
    /// The first is the earliest start of a real person on the form version, in whichever campaign and under whichever address; one that was
    /// withdrawn is none. Attempts with adjustments are first attempts like others.
    /// </remarks>
    /// <param name="tests">All attempts on one form version.</param>
    public static IReadOnlyDictionary<Guid, LeftOutBecause?> Sort(IReadOnlyCollection<TakenTest> tests)
    {
        HashSet<Guid> first =
        [
            .. tests.Where(t => !t.Simulated && !t.Withdrawn).GroupBy(t => t.Person)
                .Select(own => own.OrderBy(t => t.StartedAt).ThenBy(t => t.Attempt).First().Attempt),
        ];
        return tests.ToDictionary(t => t.Attempt, t => ReasonOf(t, first.Contains(t.Attempt)));
    }

    private static LeftOutBecause? ReasonOf(TakenTest test, bool first) =>
        test.Simulated ? LeftOutBecause.Simulated
        : test.Withdrawn ? LeftOutBecause.Withdrawn
        : !first ? LeftOutBecause.Retest
        : test.ClosedAt is null ? LeftOutBecause.StillRunning
        : test.Typed ? LeftOutBecause.Typed
        : test.TimedOut ? LeftOutBecause.TimedOut
        : null;
}

/// <param name="Person">The same for all addresses of one person.</param>
/// <param name="ClosedAt">Null while it runs.</param>
public sealed record TakenTest(
    Guid Attempt, Guid Person, Guid Campaign, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, bool TimedOut, bool Typed, bool Simulated, bool Withdrawn);

/// <summary>Why an attempt does not count.</summary>
public enum LeftOutBecause
{
    Simulated,
    Withdrawn,

    /// <summary>Not the person's first on the form.</summary>
    Retest,
    StillRunning,

    /// <summary>Answers were written, and marked by people.</summary>
    Typed,

    /// <summary>Time ended before it was handed in. It counts in the share that did not reach an item, and nowhere else.</summary>
    TimedOut,

    /// <summary>An equivalent item stood in the place of one that the person was spared.</summary>
    OtherItems,

    /// <summary>The score sheet carries a flag of its quality, or has no total.</summary>
    Flagged,

    /// <summary>A fifth of the answers or more came too fast to be attempts (<see cref="Effort"/>).</summary>
    LowEffort,
}

/// <param name="Attempts">At least one.</param>
public sealed record LeftOutAttempts(LeftOutBecause Because, int Attempts);
