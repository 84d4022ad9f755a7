using EqAssess.Domain.Attempts;
using FsCheck;
using FsCheck.Fluent;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>What an outage took comes back: as much time is left at its end as was at its beginning.</summary>
public sealed class OutageTests
{
    private static readonly Gen<Story> AnyStory =
        from extended in Gen.Elements(0, 60, 300)
        from breakAt in Gen.Choose(1, 1_100_000)
        from breakSeconds in Gen.Elements(0, 60, 600)
        from began in Gen.Choose(-300_000, 2_400_000)
        from length in Gen.Frequency((4, Gen.Choose(1, 600_000)), (1, Gen.Choose(1, 100_000_000)))
        select new Story(extended, breakAt / 1000d, breakSeconds, began / 1000d, length / 1000d);

    [Theory]
    [InlineData(300, 420, 120)]
    [InlineData(1100, 1300, 200)]
    [InlineData(1210, 1330, 120)]
    [InlineData(-60, 60, 60)]
    [InlineData(300, 300.001, 1)]
    public void A_running_attempt_gets_back_the_whole_of_an_outage_that_met_it(double began, double ended, int given)
    {
        AttemptWalk walk = Begun();

        Decision decision = OutageRules.GiveBack(walk.State, At(began), At(ended), At(ended + 2));

        Assert.Equal(new Decision.Accepted(new AttemptEvent.TimeExtended(At(ended + 2), given, ExtensionReasons.Outage)), decision);
    }

    [Theory]
    [InlineData(1231, 1300)]
    [InlineData(1230, 1300)]
    [InlineData(-60, 0)]
    public void An_attempt_that_was_over_or_had_not_begun_lost_nothing(double began, double ended)
    {
        AttemptWalk walk = Begun();

        Assert.Equal(new Decision.Refused(RefusalReason.NotAnExtension), OutageRules.GiveBack(walk.State, At(began), At(ended), At(ended)));
    }

    [Fact]
    public void A_deadline_within_the_outage_leaves_what_was_left_when_it_began()
    {
        AttemptWalk walk = Begun();

        AttemptState.InProgress after = GivenBack(walk.State, At(1100), At(5000));

        Assert.Equal(TimeSpan.FromSeconds(100), after.TimeLeft(At(5000)));
    }

    [Fact]
    public void A_save_that_was_under_way_in_the_grace_has_the_rest_of_its_grace_after_the_outage_and_nobody_more_time()
    {
        AttemptWalk walk = Begun();

        AttemptState.InProgress after = GivenBack(walk.State, At(1210), At(1500));

        Assert.Equal(TimeSpan.Zero, after.TimeLeft(At(1500)));
        Assert.Equal(At(1520), after.LastMoment);
    }

    [Theory]
    [InlineData(110, 170, null)]
    [InlineData(110, 260, 60)]
    [InlineData(90, 170, 10)]
    [InlineData(90, 260, 70)]
    public void The_clock_that_stood_still_in_a_break_loses_nothing_to_an_outage(double began, double ended, int? given)
    {
        AttemptState state = Begun().State.Apply(new AttemptEvent.BreakStarted(At(100), BreakKind.Pause, 100));

        Decision decision = OutageRules.GiveBack(state, At(began), At(ended), At(ended));

        Assert.Equal(given, ((decision as Decision.Accepted)?.Event as AttemptEvent.TimeExtended)?.BySeconds);
    }

    [Fact]
    public void An_attempt_without_a_clock_loses_nothing()
    {
        AttemptState state = Begun().State.Apply(new AttemptEvent.Accommodated(At(1), 100, At(90_000), 0, false));

        Assert.Equal(new Decision.Refused(RefusalReason.NotAnExtension), OutageRules.GiveBack(state, At(100), At(900), At(900)));
    }

    [Fact]
    public void What_is_closed_stays_closed()
    {
        AttemptWalk walk = Begun();
        walk.HandIn(400);

        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyClosed), OutageRules.GiveBack(walk.State, At(300), At(500), At(500)));
        Assert.Equal(new Decision.Refused(RefusalReason.NotStarted), OutageRules.GiveBack(new AttemptState.NotStarted(), At(300), At(500), At(500)));
    }

    [Fact]
    public void As_much_time_is_left_at_the_end_of_an_outage_as_at_its_beginning_within_a_second() => ForAll(story =>
    {
        var before = (AttemptState.InProgress)story.State;
        if (before.LastMoment <= story.Began || before.StartedAt >= story.Ended)
        {
            Assert.IsType<Decision.Refused>(OutageRules.GiveBack(before, story.Began, story.Ended, story.Ended));
            return;
        }

        AttemptState.InProgress after = GivenBack(before, story.Began, story.Ended);

        TimeSpan left = before.TimeLeft(story.Began < before.StartedAt ? before.StartedAt : story.Began)!.Value;
        TimeSpan leftAfter = after.TimeLeft(story.Ended)!.Value;
        Assert.InRange(leftAfter - left, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(after.LastMoment - before.LastMoment, TimeSpan.Zero, TimeSpan.FromSeconds(Math.Ceiling((story.Ended - story.Began).TotalSeconds)));
    });

    [Fact]
    public void The_entry_of_an_outage_and_an_attempt_is_always_the_same_and_differs_from_every_other()
    {
        Guid entry = OutageRules.EntryOf(First, Second);

        Assert.Equal(entry, OutageRules.EntryOf(First, Second));
        Assert.Equal(3, new[] { entry, OutageRules.EntryOf(Second, First), OutageRules.EntryOf(First, First) }.Distinct().Count());
        Assert.Equal((8, 0b10), (entry.Version, entry.Variant >> 2));
    }

    [Theory]
    [InlineData(16, null, true)]
    [InlineData(15, null, false)]
    [InlineData(3600, 3600d, true)]
    [InlineData(3600, 3598d, true)]
    [InlineData(3600, 5d, false)]
    [InlineData(-3600, 5d, false)]
    [InlineData(20, 25d, true)]
    public void A_gap_is_an_outage_when_it_is_long_and_the_monotonic_clock_of_whoever_lived_through_it_saw_it_too(double gap, double? seen, bool outage) =>
        Assert.Equal(outage, OutageRules.IsOutage(At(0), At(gap), seen is null ? null : TimeSpan.FromSeconds(seen.Value), TimeSpan.FromSeconds(15)));

    [Fact]
    public void Added_time_is_told_until_the_next_answer_and_summed_for_the_latest_reason()
    {
        AttemptEvent[] log =
        [
            new AttemptEvent.Started(At(0), Limit, Grace), new AttemptEvent.TimeExtended(At(1), 7, ExtensionReasons.Outage), new AttemptEvent.Answered(At(2), First, "a=1"),
            new AttemptEvent.TimeExtended(At(3), 60, ExtensionReasons.Granted), new AttemptEvent.TimeExtended(At(4), 20, ExtensionReasons.Outage),
            new AttemptEvent.Presented(At(5), Second), new AttemptEvent.TimeExtended(At(6), 30, ExtensionReasons.Outage),
        ];

        var running = (AttemptState.InProgress)AttemptState.After(log);

        Assert.Equal(new AddedTime(50, ExtensionReasons.Outage), running.Untold);
        Assert.Null(((AttemptState.InProgress)running.Apply(new AttemptEvent.Answered(At(7), Second, "a=1"))).Untold);
        Assert.Equal(TimeSpan.FromSeconds(57), ((AttemptState.Closed)running.Apply(new AttemptEvent.Submitted(At(8)))).GivenBack);
    }

    [Fact]
    public void A_clock_set_back_in_a_break_between_two_starts_of_the_server_takes_nothing()
    {
        AttemptState state = Begun().State.Apply(new AttemptEvent.BreakStarted(At(500), BreakKind.Pause, 100));

        Decision decision = AttemptRules.EndBreak(state, At(300));

        Assert.Equal(new Decision.Accepted(new AttemptEvent.BreakEnded(At(500))), decision);
    }

    private static AttemptState.InProgress GivenBack(AttemptState state, DateTimeOffset began, DateTimeOffset ended) =>
        (AttemptState.InProgress)(OutageRules.GiveBack(state, began, ended, ended) is Decision.Accepted accepted ? state.Apply(accepted.Event) : state);

    private static void ForAll(Action<Story> check) => Prop.ForAll(AnyStory.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private sealed record Story(int Extended, double BreakAt, int BreakSeconds, double BeganAt, double Length)
    {
        public DateTimeOffset Began => At(BeganAt);

        public DateTimeOffset Ended => Began.AddSeconds(Length);

        public AttemptState State => AttemptState.After(Events());

        private IEnumerable<AttemptEvent> Events()
        {
            yield return new AttemptEvent.Started(At(0), Limit, Grace);
            if (Extended > 0)
            {
                yield return new AttemptEvent.TimeExtended(At(0), Extended, ExtensionReasons.Granted);
            }

            // A break that began before the outage, as the log has it when the server comes back.
            if (BreakSeconds > 0 && BreakAt <= BeganAt)
            {
                yield return new AttemptEvent.BreakStarted(At(BreakAt), BreakKind.Pause, BreakSeconds);
            }
        }
    }
}
