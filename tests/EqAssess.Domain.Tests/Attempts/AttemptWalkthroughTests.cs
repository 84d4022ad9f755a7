using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>Whole attempts, from the start to the end of the log.</summary>
public sealed class AttemptWalkthroughTests
{
    [Fact]
    public void A_candidate_answers_gets_more_time_and_hands_in()
    {
        var walk = new AttemptWalk();

        walk.Start(0);
        walk.Present(1, First);
        walk.Answer(60, First, "a=3");
        walk.Answer(65, First, "a=3;b=1");
        walk.Extend(70, 300);
        walk.Present(80, Second);
        walk.HandIn(1400);

        Assert.Equal(
            ["Started", "Presented", "Answered", "Answered", "TimeExtended", "Presented", "Submitted"],
            walk.Log.Select(e => e.GetType().Name));
        Assert.Equal(new AttemptEvent.Started(At(0), Limit, Grace), walk.Log[0]);
        Assert.Equal((At(1400), false), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
        Assert.Equal("a=3;b=1", walk.ResponseTo(First));
        Assert.Equal(
            [new ItemResponse(First, Presented: true, "a=3;b=1"), new ItemResponse(Second, Presented: true, null)],
            walk.State.ResponsesTo(Form).Items);
    }

    [Fact]
    public void Time_runs_out_and_the_attempt_closes_with_what_the_server_holds()
    {
        AttemptWalk walk = Begun();
        walk.Present(1, First);
        walk.Answer(60, First, "a=3");

        Decision swept = walk.Sweep(Limit + Grace + 1);

        Assert.Equal(new Decision.Accepted(new AttemptEvent.Expired(At(Limit))), swept);
        Assert.Equal((At(Limit), true), (walk.Closed.ClosedAt, walk.Closed.TimedOut));
        Assert.Equal(
            [new ItemResponse(First, Presented: true, "a=3"), new ItemResponse(Second, Presented: false, null)],
            walk.State.ResponsesTo(Form).Items);
    }

    [Theory]
    [InlineData(Limit + Grace + 0.001)]
    [InlineData(Limit + Grace + 86_400)]
    public void A_late_request_and_the_sweep_write_the_same_log(double late)
    {
        AttemptWalk byAnswer = Begun();
        AttemptWalk byHandIn = Begun();
        AttemptWalk byPage = Begun();
        AttemptWalk bySweep = Begun();

        Decision answered = byAnswer.Answer(late, First, "a=1");
        Decision handedIn = byHandIn.HandIn(late);
        Decision presented = byPage.Present(late, Second);
        bySweep.Sweep(late);

        Assert.All([answered, handedIn, presented], d => Assert.Equal(RefusalReason.TimeIsUp, Assert.IsType<Decision.RefusedAfter>(d).Reason));
        Assert.Equal(new AttemptEvent.Expired(At(Limit)), bySweep.Log[^1]);
        Assert.All([byAnswer, byHandIn, byPage], walk => Assert.Equal(bySweep.Log, walk.Log));
    }

    [Fact]
    public void A_late_answer_counts_for_nothing()
    {
        AttemptWalk walk = Begun();
        walk.Answer(60, First, "a=3");

        walk.Answer(Limit + Grace + 5, First, "a=4;b=4");

        Assert.Equal("a=3", walk.ResponseTo(First));
        Assert.Equal(3, walk.Log.Count);
    }

    [Fact]
    public void Handing_in_is_final_and_a_second_time_changes_nothing()
    {
        AttemptWalk walk = Begun();
        walk.HandIn(600);
        IReadOnlyList<AttemptEvent> log = [.. walk.Log];

        Decision[] after =
        [
            walk.HandIn(601), walk.Answer(602, First, "a=1"), walk.Present(603, First), walk.Extend(604, 60), walk.Start(605), walk.Sweep(9999),
        ];

        Assert.All(after, d => Assert.Equal(new Decision.Refused(RefusalReason.AlreadyClosed), d));
        Assert.Equal(log, walk.Log);
    }

    [Fact]
    public void A_second_start_leaves_the_first_clock_running()
    {
        AttemptWalk walk = Begun();

        Decision second = walk.Start(300);

        Assert.Equal(new Decision.Refused(RefusalReason.AlreadyStarted), second);
        Assert.Equal(At(Limit), walk.Running.Deadline);
        Assert.Single(walk.Log);
    }

    [Fact]
    public void Nothing_can_be_done_before_the_start()
    {
        var walk = new AttemptWalk();

        Decision[] early = [walk.Present(0, First), walk.Answer(0, First, "a=1"), walk.HandIn(0), walk.Extend(0, 60), walk.Sweep(9999)];

        Assert.All(early, d => Assert.Equal(new Decision.Refused(RefusalReason.NotStarted), d));
        Assert.Empty(walk.Log);
        Assert.All(walk.State.ResponsesTo(Form).Items, r => Assert.Equal((false, null), (r.Presented, r.Response)));
    }

    [Fact]
    public void An_item_of_another_form_is_refused()
    {
        AttemptWalk walk = Begun();
        var foreign = new Guid(77, 0, 0, new byte[8]);

        Decision[] refused = [walk.Present(1, foreign), walk.Answer(2, foreign, "a=1")];

        Assert.All(refused, d => Assert.Equal(new Decision.Refused(RefusalReason.NotInForm), d));
        Assert.Single(walk.Log);
    }
}
