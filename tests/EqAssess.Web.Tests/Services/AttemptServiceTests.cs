using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Services;

public sealed class AttemptServiceTests
{
    [Theory]
    [OnEachEngine]
    public async Task A_test_is_taken_from_the_first_item_to_handing_in(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);

        await sitting.PresentAsync(0);
        await sitting.PostAsync(0, "a=4");
        await sitting.PostAsync(0, "b=1;c=2");
        await sitting.PresentAsync(1);
        AttemptOutcome end = await sitting.HandInAsync();

        AttemptLog log = await sitting.LogAsync();
        Assert.Equal(["Started", "Presented", "Answered", "Answered", "Presented", "Submitted"], log.Entries.Select(e => e.Kind));
        Assert.Equal([true, true, false, false], log.State.ResponsesTo(sitting.Sample.Items).Items.Select(r => r.Presented));
        Assert.Equal("a=4;b=1;c=2", await sitting.ResponseToAsync(0));
        Assert.False(Assert.IsType<AttemptState.Closed>(end.Attempt.State).TimedOut);
        Assert.Null(log.FirstBroken());
        Assert.Contains(typeof(ScoreAttempts), sitting.Site.Jobs.Nudges);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_retried_post_with_the_same_entry_is_a_success_and_no_second_answer(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        var entry = Guid.CreateVersion7();

        await sitting.PostAsync(0, "a=4", entry: entry);
        AttemptOutcome retried = await sitting.PostAsync(0, "a=4", sequence: 1, entry: entry);

        Assert.IsType<AttemptOutcome.Done>(retried);
        Assert.Equal(2, (await sitting.LogAsync()).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task The_same_post_from_two_connections_at_once_is_one_answer(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        var entry = Guid.CreateVersion7();

        AttemptOutcome[] both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sitting.PostAsync(0, "a=4", sequence: 1, entry: entry)));

        Assert.All(both, o => Assert.IsType<AttemptOutcome.Done>(o));
        Assert.Equal(2, (await sitting.LogAsync()).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task Twenty_quick_posts_of_one_page_never_collide(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine, items: 8);
        (int Item, string Choice)[] choices = [.. Enumerable.Range(0, 20).Select(i => (i / 4, $"{(char)('a' + (i % 4))}={(i % 4) + 1}"))];

        AttemptOutcome[] outcomes = await Task.WhenAll(choices.Select(c => sitting.PostAsync(c.Item, c.Choice, sequence: 1)));

        Assert.All(outcomes, o => Assert.IsType<AttemptOutcome.Done>(o));
        AttemptLog log = await sitting.LogAsync();
        Assert.Equal(21, log.LastSequence);
        Assert.All(log.State.ResponsesTo(sitting.Sample.Items).Items.Take(5), r => Assert.Equal("a=1;b=2;c=3;d=4", r.Response));
        Assert.Null(log.FirstBroken());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_page_that_another_page_has_overtaken_is_told_so_and_writes_nothing(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        int known = (await sitting.LogAsync()).LastSequence;
        await sitting.PostAsync(0, "a=4", page: Guid.CreateVersion7());

        AttemptOutcome behind = await sitting.PostAsync(0, "a=1", sequence: known);

        Assert.Equal(RefusalReason.PageIsBehind, Assert.IsType<AttemptOutcome.Refused>(behind).Reason);
        Assert.Equal("a=4", behind.Attempt.ResponseTo(sitting.Sample.Items[0]));
        Assert.Equal(2, (await sitting.LogAsync()).LastSequence);
    }

    [Fact]
    public async Task Once_it_has_caught_up_the_page_can_save_again()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        await sitting.PostAsync(0, "a=4", page: Guid.CreateVersion7());
        AttemptOutcome behind = await sitting.PostAsync(0, "a=1", sequence: 1);

        AttemptOutcome again = await sitting.PostAsync(0, "a=1", sequence: behind.Attempt.Log.LastSequence);

        Assert.IsType<AttemptOutcome.Done>(again);
        Assert.Equal("a=1", await sitting.ResponseToAsync(0));
    }

    [Theory]
    [OnEachEngine]
    public async Task Handing_in_twice_even_at_once_is_one_hand_in(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.PostAsync(0, "a=4");

        AttemptOutcome[] ends = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sitting.HandInAsync()));
        await sitting.HandInAsync();

        Assert.All(ends, e => Assert.IsType<AttemptState.Closed>(e.Attempt.State));
        Assert.Equal(["Started", "Answered", "Submitted"], (await sitting.LogAsync()).Entries.Select(e => e.Kind));
    }

    [Fact]
    public async Task An_unknown_attempt_is_a_defect_of_the_caller()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);

        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            sitting.Site.AskAsync((AttemptService s) => s.LookAsync(Guid.CreateVersion7(), CancellationToken.None)));
    }
}
