using EqAssess.Domain.Attempts;
using FsCheck;
using FsCheck.Fluent;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>A test begins with what its candidate was granted, and whatever comes later never takes any of it away.</summary>
public sealed class AttemptStartTests
{
    private static readonly Gen<Accommodation> Any =
        from percent in Gen.Elements(100, 125, 137, 150, 200, 400)
        from untimed in Gen.Elements(true, false)
        from breaks in Gen.Choose(0, 240)
        from typed in Gen.Elements(true, false)
        select new Accommodation(percent, untimed, TimeSpan.FromMinutes(breaks), typed, []);

    [Fact]
    public void Without_a_grant_a_test_begins_with_its_start_alone()
    {
        IReadOnlyList<AttemptEvent> events = Begin(Accommodation.None);

        Assert.Equal([new AttemptEvent.Started(Nine, Limit, Grace)], events);
    }

    [Fact]
    public void A_grant_and_the_equivalent_scenarios_come_with_the_start()
    {
        var other = new Guid(9, 0, 0, new byte[8]);
        var granted = new Accommodation(150, Untimed: false, TimeSpan.FromMinutes(10), Typed: true, ["s2"]);

        IReadOnlyList<AttemptEvent> events = Begin(granted, KeyValuePair.Create(Second, other));

        Assert.Equal(
            [new AttemptEvent.Started(Nine, Limit, Grace), new AttemptEvent.Accommodated(Nine, 150, null, 600, true), new AttemptEvent.ItemReplaced(Nine, Second, other)],
            events);
        AttemptState state = AttemptState.After(events);
        Assert.Equal(At(Limit * 1.5), Assert.IsType<AttemptState.InProgress>(state).Deadline);
        Assert.Equal(other, state.Replacements[Second]);
    }

    [Theory]
    [InlineData(-60, 14)]
    [InlineData(60, 74)]
    public void An_untimed_test_stays_open_for_two_weeks_after_its_campaign_or_the_grant_whichever_is_later(int closesInDays, int openForDays)
    {
        var untimed = new Accommodation(100, Untimed: true, TimeSpan.Zero, Typed: false, []);

        GrantedTime granted = untimed.For(Nine.AddDays(closesInDays), Nine);

        Assert.Equal(Nine.AddDays(openForDays), granted.OpenUntil);
    }

    [Theory]
    [InlineData(99, 0, false)]
    [InlineData(401, 0, false)]
    [InlineData(100, -1, false)]
    [InlineData(100, 241, false)]
    [InlineData(100, 240, true)]
    [InlineData(400, 0, true)]
    public void A_grant_lies_within_what_can_be_granted(int percent, int breaks, bool sound) =>
        Assert.Equal(sound, new Accommodation(percent, false, TimeSpan.FromMinutes(breaks), false, []).IsSound);

    [Fact]
    public void Whatever_is_granted_in_mid_attempt_a_running_test_loses_nothing()
    {
        Prop.ForAll(Gen.Two(Any).ToArbitrary(), pair =>
        {
            AttemptState.InProgress before = Assert.IsType<AttemptState.InProgress>(AttemptState.After(Begin(pair.Item1)));
            GrantedTime wider = Accommodation.Widened(before.Granted, pair.Item2.For(Nine, At(60)), hasAnswers: false);

            Decision decision = AttemptRules.Accommodate(before, wider, At(60));

            if (decision is Decision.Refused refused)
            {
                Assert.Equal((RefusalReason.NotAnExtension, before.Granted), (refused.Reason, wider));
                return;
            }

            var after = (AttemptState.InProgress)before.Apply(Assert.IsType<Decision.Accepted>(decision).Event);
            Assert.True(after.Deadline >= before.Deadline && after.BreakLeft >= before.BreakLeft && after.Granted.Percent >= pair.Item2.Percent);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void After_the_first_answer_the_way_of_answering_stays()
    {
        GrantedTime chosen = GrantedTime.None;

        GrantedTime wider = Accommodation.Widened(chosen, chosen with { Percent = 150, Typed = true }, hasAnswers: true);

        Assert.Equal(chosen with { Percent = 150 }, wider);
    }

    private static IReadOnlyList<AttemptEvent> Begin(Accommodation granted, params IReadOnlyList<KeyValuePair<Guid, Guid>> replaced) =>
        AttemptStart.Events(TimeSpan.FromSeconds(Limit), TimeSpan.FromSeconds(Grace), granted.For(Nine, Nine), replaced, Nine);
}
