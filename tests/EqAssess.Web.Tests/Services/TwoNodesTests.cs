using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Services;

/// <summary>Each node has a memory of its own, and only the database knows what both have written.</summary>
public sealed class TwoNodesTests
{
    [Theory]
    [OnEachEngine]
    public async Task Saves_that_go_to_one_node_and_the_other_in_turn_are_one_log(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await using TestSite second = sitting.Site.AddNode();

        for (int i = 0; i < 8; i++)
        {
            AttemptOutcome outcome = await sitting.PostAsync(0, $"{(char)('a' + (i % 4))}={(i / 4) + 1}", sequence: i + 1, node: i % 2 == 0 ? null : second);
            Assert.Equal(i + 2, Assert.IsType<AttemptOutcome.Done>(outcome).Attempt.Log.LastSequence);
        }

        AttemptLog log = await sitting.LogAsync();
        Assert.Equal("a=2;b=2;c=2;d=2", await sitting.ResponseToAsync(0));
        Assert.Null(log.FirstBroken());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_retry_that_reaches_the_other_node_is_a_success_and_no_second_answer(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await using TestSite second = sitting.Site.AddNode();
        await sitting.PostAsync(0, "b=2", node: second);
        var entry = Guid.CreateVersion7();

        await sitting.PostAsync(0, "a=4", sequence: 2, entry: entry);
        AttemptOutcome retried = await sitting.PostAsync(0, "a=4", sequence: 2, entry: entry, node: second);
        AttemptOutcome other = await sitting.PostAsync(0, "a=1", sequence: 3, entry: entry, node: second);

        Assert.IsType<AttemptOutcome.Done>(retried);
        Assert.Equal(RefusalReason.PageIsBehind, Assert.IsType<AttemptOutcome.Refused>(other).Reason);
        Assert.Equal(3, (await sitting.LogAsync()).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task Time_that_one_node_has_added_counts_on_the_other_at_once(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await using TestSite second = sitting.Site.AddNode();
        await sitting.PostAsync(0, "a=1", node: second);
        await sitting.Site.AskAsync(async (AttemptLedger ledger) =>
        {
            AttemptHead head = await ledger.HeadAsync(sitting.Attempt);
            var more = (Decision.Accepted)AttemptRules.Extend(head.State, TimeSpan.FromMinutes(10), ExtensionReasons.Granted, sitting.Site.Time.Instant);
            return await ledger.AppendAsync(AttemptAppend.To(head).With(more.Event, Guid.CreateVersion7(), AttemptService.ServerWriter, sitting.Site.Time.Instant));
        });
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(25));

        RunningAttempt seen = await second.AskAsync((AttemptService s) => s.LookAsync(sitting.Attempt, CancellationToken.None));
        AttemptOutcome shown = await second.AskAsync((AttemptService s) => s.PresentAsync(sitting.Attempt, sitting.Sample.Items[1], sitting.Page));

        Assert.Equal(5 * 60, seen.SecondsLeft);
        Assert.IsType<AttemptOutcome.Done>(shown);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_refusal_is_never_made_on_what_the_other_node_has_changed_since(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await using TestSite second = sitting.Site.AddNode();
        await sitting.Site.AskAsync((AttemptService s) => s.StartBreakAsync(sitting.Attempt, TimeSpan.FromMinutes(5), Guid.CreateVersion7(), sitting.Page));
        AttemptOutcome onBreak = await sitting.PostAsync(0, "a=1", sequence: 2, node: second);
        await sitting.Site.AskAsync((AttemptService s) => s.EndBreakAsync(sitting.Attempt, Guid.CreateVersion7(), sitting.Page));

        AttemptOutcome after = await sitting.PostAsync(0, "a=1", sequence: 3, node: second);

        Assert.Equal(RefusalReason.OnBreak, Assert.IsType<AttemptOutcome.Refused>(onBreak).Reason);
        Assert.IsType<AttemptOutcome.Done>(after);
    }

    [Theory]
    [OnEachEngine]
    public async Task What_one_node_has_closed_takes_nothing_on_the_other(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await using TestSite second = sitting.Site.AddNode();
        await sitting.PostAsync(0, "a=1", node: second);
        await sitting.HandInAsync();

        AttemptOutcome late = await sitting.PostAsync(0, "a=4", sequence: 3, node: second);

        Assert.Equal(RefusalReason.AlreadyClosed, Assert.IsType<AttemptOutcome.Refused>(late).Reason);
        Assert.Equal("a=1", await sitting.ResponseToAsync(0));
    }
}
