using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>A test that its candidate gives up is closed, and neither handed in nor timed out.</summary>
public sealed class WithdrawnTests
{
    [Fact]
    public void A_withdrawn_test_is_closed_to_further_work()
    {
        AttemptWalk walk = Begun();
        walk.Present(1, First);
        walk.Answer(60, First, "a=3");

        walk.Withdraw(90);

        Assert.Equal((true, false, At(90)), (walk.Closed.Withdrawn, walk.Closed.TimedOut, walk.Closed.ClosedAt));
        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyClosed), walk.Answer(91, First, "a=4"));
        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyClosed), walk.HandIn(92));
        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyClosed), walk.Withdraw(93));
    }

    [Fact]
    public void What_had_run_out_before_stays_run_out()
    {
        AttemptWalk walk = Begun();

        walk.Withdraw(Limit + Grace + 1);

        Assert.Equal((false, true, At(Limit)), (walk.Closed.Withdrawn, walk.Closed.TimedOut, walk.Closed.ClosedAt));
    }
}
