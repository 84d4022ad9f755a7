using System.Diagnostics;
using EqAssess.Domain.Attempts;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>A log that the rules could not have written is a defect and is never read as if it were sound.</summary>
public sealed class ImpossibleLogTests
{
    private static readonly AttemptEvent Started = new AttemptEvent.Started(At(0), Limit, Grace);

    public static TheoryData<AttemptEvent> Everything =>
    [
        Started,
        new AttemptEvent.Presented(At(1), First),
        new AttemptEvent.Answered(At(1), First, "a=1"),
        new AttemptEvent.TimeExtended(At(1), 60, "accommodation"),
        new AttemptEvent.Accommodated(At(1), 125, null, 600, Typed: false),
        new AttemptEvent.ItemReplaced(At(1), First, Second),
        new AttemptEvent.BreakStarted(At(1), BreakKind.Rest, 600),
        new AttemptEvent.BreakEnded(At(1)),
        new AttemptEvent.Withdrawn(At(1)),
        new AttemptEvent.Submitted(At(1)),
        new AttemptEvent.Expired(At(Limit)),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Nothing_but_a_start_comes_first(AttemptEvent happened)
    {
        AttemptEvent[] log = [happened];

        if (happened is AttemptEvent.Started)
        {
            Assert.IsType<AttemptState.InProgress>(AttemptState.After(log));
        }
        else
        {
            Assert.Throws<UnreachableException>(() => AttemptState.After(log));
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Nothing_comes_after_handing_in(AttemptEvent happened)
    {
        AttemptEvent[] log = [Started, new AttemptEvent.Submitted(At(600)), happened];

        Assert.Throws<UnreachableException>(() => AttemptState.After(log));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Nothing_comes_after_the_expiry(AttemptEvent happened)
    {
        AttemptEvent[] log = [Started, new AttemptEvent.Expired(At(Limit)), happened];

        Assert.Throws<UnreachableException>(() => AttemptState.After(log));
    }

    [Fact]
    public void A_running_attempt_cannot_start_again()
    {
        AttemptEvent[] log = [Started, Started];

        UnreachableException failure = Assert.Throws<UnreachableException>(() => AttemptState.After(log));

        Assert.Contains("InProgress cannot have Started", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_that_did_not_begin_cannot_end()
    {
        AttemptEvent[] log = [Started, new AttemptEvent.BreakEnded(At(10))];

        Assert.Throws<UnreachableException>(() => AttemptState.After(log));
    }

    [Fact]
    public void Every_kind_of_event_is_tried_here()
    {
        Type[] kinds = [.. typeof(AttemptEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(AttemptEvent)))];

        Assert.Equal(kinds.Select(k => k.Name).Order(), Everything.Select(row => row.Data.GetType().Name).Order());
    }
}
