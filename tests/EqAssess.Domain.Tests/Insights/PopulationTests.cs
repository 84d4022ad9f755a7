using EqAssess.Domain.Insights;

namespace EqAssess.Domain.Tests.Insights;

/// <summary>Which attempts count, and why each other one does not.</summary>
public sealed class PopulationTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Amara = Guid.Parse("00000000-0000-0000-0000-00000000000a");

    [Fact]
    public void The_first_attempt_of_a_person_counts_wherever_it_was_and_the_second_is_a_retest()
    {
        TakenTest first = Taken(1, Amara);
        TakenTest second = Taken(2, Amara) with { StartedAt = Day.AddDays(3), Campaign = Guid.NewGuid() };

        IReadOnlyDictionary<Guid, LeftOutBecause?> sorted = Population.Sort([second, first]);

        Assert.Null(sorted[first.Attempt]);
        Assert.Equal(LeftOutBecause.Retest, sorted[second.Attempt]);
    }

    [Fact]
    public void After_one_that_was_withdrawn_the_next_is_the_first()
    {
        TakenTest withdrawn = Taken(1, Amara) with { Withdrawn = true };
        TakenTest next = Taken(2, Amara) with { StartedAt = Day.AddDays(3) };

        IReadOnlyDictionary<Guid, LeftOutBecause?> sorted = Population.Sort([withdrawn, next]);

        Assert.Equal(LeftOutBecause.Withdrawn, sorted[withdrawn.Attempt]);
        Assert.Null(sorted[next.Attempt]);
    }

    [Fact]
    public void A_first_attempt_whose_time_ended_makes_the_second_no_first()
    {
        TakenTest expired = Taken(1, Amara) with { TimedOut = true };
        TakenTest second = Taken(2, Amara) with { StartedAt = Day.AddDays(30) };

        IReadOnlyDictionary<Guid, LeftOutBecause?> sorted = Population.Sort([expired, second]);

        Assert.Equal((LeftOutBecause.TimedOut, LeftOutBecause.Retest), (sorted[expired.Attempt], sorted[second.Attempt]));
    }

    [Fact]
    public void Simulated_running_and_written_ones_are_named_as_what_they_are()
    {
        TakenTest simulated = Taken(1, Guid.NewGuid()) with { Simulated = true };
        TakenTest running = Taken(2, Guid.NewGuid()) with { ClosedAt = null };
        TakenTest typed = Taken(3, Guid.NewGuid()) with { Typed = true };

        IReadOnlyDictionary<Guid, LeftOutBecause?> sorted = Population.Sort([simulated, running, typed]);

        Assert.Equal([LeftOutBecause.Simulated, LeftOutBecause.StillRunning, LeftOutBecause.Typed], new[] { simulated, running, typed }.Select(t => sorted[t.Attempt]!.Value));
    }

    private static TakenTest Taken(int number, Guid person) => new(
        Guid.Parse($"10000000-0000-0000-0000-{number:000000000000}"), person, Guid.Empty, Day, Day.AddMinutes(20), TimedOut: false, Typed: false, Simulated: false, Withdrawn: false);
}
