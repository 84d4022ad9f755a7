using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>What a person was granted multiplies every limit, can grow while the attempt runs, and never shrinks.</summary>
public sealed class AccommodationTests
{
    [Theory]
    [InlineData(125)]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(137)]
    public void The_limit_is_multiplied(int percent)
    {
        AttemptWalk walk = Begun();

        walk.Accommodate(0, percent);

        Assert.Equal(At(Limit * percent / 100d), walk.Running.Deadline);
        Assert.Equal(TimeSpan.FromSeconds(Limit), walk.Running.Limit);
    }

    [Fact]
    public void More_can_be_granted_in_mid_attempt_and_nothing_is_taken_away()
    {
        AttemptWalk walk = Begun();
        walk.Accommodate(0, 125, breakSeconds: 300);

        Decision less = walk.Accommodate(100, 100, breakSeconds: 300);
        Decision shorterBreaks = walk.Accommodate(100, 150, breakSeconds: 60);
        Decision more = walk.Accommodate(100, 150, breakSeconds: 600);

        Assert.Equal(new Decision.Refused(RefusalReason.NotAnExtension), less);
        Assert.Equal(new Decision.Refused(RefusalReason.NotAnExtension), shorterBreaks);
        Assert.IsType<Decision.Accepted>(more);
        Assert.Equal(At(Limit * 1.5), walk.Running.Deadline);
    }

    [Fact]
    public void An_untimed_attempt_has_no_clock_and_closes_on_its_day()
    {
        AttemptWalk walk = Begun();
        walk.Accommodate(0, 100, openUntil: 500_000);

        Assert.Null(walk.Running.TimeLeft(At(400_000)));
        Assert.IsType<Decision.Accepted>(walk.Answer(400_000, First, "a=1"));
        Assert.IsType<Decision.Refused>(walk.Sweep(499_999));
        Assert.IsType<Decision.Accepted>(walk.Sweep(500_000 + Grace + 1));
        Assert.Equal((At(500_000), true), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
    }

    [Fact]
    public void How_answers_are_given_is_settled_by_the_first_one()
    {
        AttemptWalk before = Begun();
        AttemptWalk after = Begun();
        after.Answer(1, First, "a=1");

        Assert.IsType<Decision.Accepted>(before.Accommodate(2, 100, breakSeconds: 0, typed: true));
        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyShown), after.Accommodate(2, 100, typed: true));
    }

    [Fact]
    public void An_item_can_be_replaced_until_it_is_shown()
    {
        var other = new Guid(3, 0, 0, new byte[8]);
        AttemptWalk walk = Begun();
        walk.Present(1, First);

        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyShown), AttemptRules.Replace(walk.State, First, other, At(2)));
        Assert.IsType<Decision.Accepted>(AttemptRules.Replace(walk.State, Second, other, At(2)));
    }
}
