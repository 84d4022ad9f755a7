using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>How long each item was on the screen, told by the log.</summary>
public sealed class ItemTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Visits_to_an_item_add_up()
    {
        IReadOnlyDictionary<Guid, double> times = ItemTimes.Of(
            [Started(), Shown(10, First), Answered(40, First), Shown(45, Second), Answered(60, Second), Shown(62, First), Answered(70, First), Submitted(100)]);

        Assert.Equal(35 + 8, times[First]);
        Assert.Equal(17, times[Second]);
    }

    [Fact]
    public void What_follows_the_last_answer_belongs_to_no_item_and_an_item_left_without_one_counts_to_the_end()
    {
        Assert.Equal(30, ItemTimes.Of([Started(), Shown(10, First), Answered(40, First), Submitted(100)])[First]);
        Assert.Equal(90, ItemTimes.Of([Started(), Shown(10, First), Submitted(100)])[First]);
    }

    [Fact]
    public void A_break_counts_for_nobody()
    {
        IReadOnlyDictionary<Guid, double> times = ItemTimes.Of(
            [Started(), Shown(0, First), new AttemptEvent.BreakStarted(Start.AddSeconds(20), BreakKind.Rest, 300), new AttemptEvent.BreakEnded(Start.AddSeconds(200)), Shown(205, Second), Answered(215, Second), Submitted(216)]);

        Assert.Equal((20, 10), (times[First], times[Second]));
    }

    [Fact]
    public void An_answer_from_an_older_page_moves_no_time_and_an_item_that_was_never_shown_has_none()
    {
        IReadOnlyDictionary<Guid, double> times = ItemTimes.Of([Started(), Shown(0, Second), Answered(5, First), Answered(30, Second), Submitted(31)]);

        Assert.Equal([Second], times.Keys);
        Assert.Equal(30, times[Second]);
    }

    private static AttemptEvent Started() => new AttemptEvent.Started(Start, 1200, 30);

    private static AttemptEvent Shown(int second, Guid item) => new AttemptEvent.Presented(Start.AddSeconds(second), item);

    private static AttemptEvent Answered(int second, Guid item) => new AttemptEvent.Answered(Start.AddSeconds(second), item, "a=1");

    private static AttemptEvent Submitted(int second) => new AttemptEvent.Submitted(Start.AddSeconds(second));
}
