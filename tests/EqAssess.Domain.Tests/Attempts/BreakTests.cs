using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>Breaks stop the clock and lock what was seen.</summary>
public sealed class BreakTests
{
    [Fact]
    public void Time_stands_still_in_a_break_and_the_deadline_moves_by_as_long_as_it_took()
    {
        AttemptWalk walk = Begun();
        walk.Accommodate(0, 100, breakSeconds: 600);
        walk.StartBreak(400);
        TimeSpan? inTheBreak = walk.Running.TimeLeft(At(700));

        walk.EndBreak(800);

        Assert.Equal(TimeSpan.FromSeconds(Limit - 400), inTheBreak);
        Assert.Equal(At(Limit + 400), walk.Running.Deadline);
        Assert.Equal(TimeSpan.FromSeconds(200), walk.Running.BreakLeft);
    }

    [Fact]
    public void A_break_that_nobody_ends_is_over_when_its_time_is_and_the_clock_runs_from_there()
    {
        AttemptWalk walk = Begun();
        walk.StartBreak(400, pauseSeconds: 300);
        TimeSpan? later = walk.Running.TimeLeft(At(900));

        Decision ended = walk.EndBreak(1000);

        Assert.Equal(TimeSpan.FromSeconds(Limit + 300 - 900), later);
        Assert.Equal(new Decision.Accepted(new AttemptEvent.BreakEnded(At(700))), ended);
    }

    [Fact]
    public void An_attempt_whose_candidate_never_comes_back_from_a_break_expires_with_the_whole_break_counted()
    {
        AttemptWalk walk = Begun();
        walk.StartBreak(400, pauseSeconds: 300);

        walk.Sweep(Limit + 300 + Grace + 1);

        Assert.Equal((At(Limit + 300), true), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
    }

    [Fact]
    public void What_was_seen_before_a_break_is_locked_and_what_was_not_is_open()
    {
        AttemptWalk walk = Begun();
        walk.Present(1, First);
        walk.Answer(2, First, "a=1");
        walk.StartBreak(10, pauseSeconds: 300);
        Decision inTheBreak = walk.Present(20, Second);
        walk.EndBreak(100);

        Assert.Equal(new Decision.Refused(RefusalReason.OnBreak), inTheBreak);
        Assert.Equal(new Decision.Refused(RefusalReason.ItemLocked), walk.Answer(101, First, "a=4"));
        Assert.Equal(new Decision.Refused(RefusalReason.ItemLocked), walk.Present(101, First));
        Assert.IsType<Decision.Accepted>(walk.Present(102, Second));
        Assert.Equal("a=1", walk.ResponseTo(First));
    }

    [Fact]
    public void There_is_one_pause_and_no_break_without_a_grant()
    {
        AttemptWalk walk = Begun();
        walk.StartBreak(10, pauseSeconds: 300);
        Decision twice = walk.StartBreak(20, pauseSeconds: 300);
        walk.EndBreak(30);

        Assert.Equal(new Decision.Refused(RefusalReason.OnBreak), twice);
        Assert.Equal(new Decision.Refused(RefusalReason.NoBreakLeft), walk.StartBreak(40, pauseSeconds: 300));
        Assert.Equal(new Decision.Refused(RefusalReason.NoBreakLeft), walk.StartBreak(40));
    }
}
