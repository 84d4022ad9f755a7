using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>The deadline is arithmetic: start, limit, extensions, and a grace for saves that were under way.</summary>
public sealed class DeadlineTests
{
    private const double Millisecond = 0.001;

    [Theory]
    [InlineData(Limit - Millisecond)]
    [InlineData(Limit)]
    [InlineData(Limit + Millisecond)]
    [InlineData(Limit + Grace)]
    public void An_answer_counts_until_the_deadline_plus_grace(double at)
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Answer(at, First, "a=2");

        Assert.Equal(new Decision.Accepted(new AttemptEvent.Answered(At(at), First, "a=2")), decision);
        Assert.Equal("a=2", walk.ResponseTo(First));
    }

    [Fact]
    public void And_not_a_millisecond_later()
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Answer(Limit + Grace + Millisecond, First, "a=2");

        Assert.Equal(new Decision.RefusedAfter(RefusalReason.TimeIsUp, new AttemptEvent.Expired(At(Limit))), decision);
        Assert.Null(walk.ResponseTo(First));
    }

    [Fact]
    public void An_answer_in_the_grace_may_be_later_than_the_expiry_that_follows_it()
    {
        AttemptWalk walk = Begun();
        walk.Answer(Limit + 10, First, "a=2");

        walk.Sweep(Limit + Grace + 1);

        Assert.True(walk.Log[1].At > walk.Log[2].At);
        Assert.Equal((At(Limit), true), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
        Assert.Equal("a=2", walk.ResponseTo(First));
    }

    [Theory]
    [InlineData(Limit)]
    [InlineData(Limit + Grace)]
    public void No_item_is_shown_from_the_deadline_on(double at)
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Present(at, First);

        Assert.Equal(new Decision.Refused(RefusalReason.TimeIsUp), decision);
        Assert.IsType<Decision.Accepted>(Begun().Present(Limit - Millisecond, First));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limit)]
    [InlineData(Limit + Grace)]
    public void The_sweep_waits_until_the_grace_is_over(double at)
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Sweep(at);

        Assert.Equal(new Decision.Refused(RefusalReason.StillRunning), decision);
        Assert.IsType<Decision.Accepted>(walk.Sweep(Limit + Grace + Millisecond));
    }

    [Theory]
    [InlineData(Limit - 1, Limit - 1)]
    [InlineData(Limit, Limit)]
    [InlineData(Limit + 20, Limit)]
    [InlineData(Limit + Grace, Limit)]
    public void Handing_in_during_the_grace_counts_as_handed_in_at_the_deadline(double at, double counted)
    {
        AttemptWalk walk = Begun();

        walk.HandIn(at);

        Assert.Equal((At(counted), false), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
    }

    [Fact]
    public void An_extension_moves_the_deadline_and_the_grace_with_it()
    {
        AttemptWalk walk = Begun();

        walk.Extend(Limit - 5, 90);

        Assert.Equal((At(Limit + 90), At(Limit + 90 + Grace)), (walk.Running.Deadline, walk.Running.LastMoment));
        Assert.IsType<Decision.Accepted>(walk.Answer(Limit + 90 + Grace, First, "a=1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(0.4)]
    public void Time_is_never_cut_and_an_extension_is_a_second_at_least(double seconds)
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Extend(10, seconds);

        Assert.Equal(new Decision.Refused(RefusalReason.NotAnExtension), decision);
        Assert.Equal(At(Limit), walk.Running.Deadline);
    }

    [Fact]
    public void Time_that_is_over_cannot_be_extended()
    {
        AttemptWalk walk = Begun();

        Decision decision = walk.Extend(Limit + Grace + Millisecond, 600);

        Assert.Equal(new Decision.RefusedAfter(RefusalReason.TimeIsUp, new AttemptEvent.Expired(At(Limit))), decision);
        Assert.True(walk.Closed.TimedOut);
    }
}
