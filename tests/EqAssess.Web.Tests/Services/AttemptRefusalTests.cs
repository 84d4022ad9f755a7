using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>What is refused leaves no trace in the log, but for the expiry that it brings to light.</summary>
public sealed class AttemptRefusalTests
{
    [Theory]
    [InlineData("a=7")]
    [InlineData("a=0")]
    [InlineData("a=-1")]
    [InlineData("a=2;b=7")]
    [InlineData("e=2")]
    [InlineData("A=2")]
    [InlineData("a=two")]
    public async Task A_post_that_does_not_fit_the_item_is_refused_as_a_whole(string choices)
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        await sitting.PostAsync(0, "b=3");

        AttemptOutcome outcome = await sitting.PostAsync(0, choices);

        Assert.Equal(RefusalReason.InvalidResponse, Assert.IsType<AttemptOutcome.Refused>(outcome).Reason);
        Assert.Equal(2, (await sitting.LogAsync()).LastSequence);
        Assert.Equal("b=3", await sitting.ResponseToAsync(0));
    }

    [Fact]
    public async Task A_post_without_a_choice_saves_nothing()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);

        AttemptOutcome outcome = await sitting.PostAsync(0, "");

        Assert.Equal(RefusalReason.NothingChosen, Assert.IsType<AttemptOutcome.Refused>(outcome).Reason);
        Assert.Equal(1, (await sitting.LogAsync()).LastSequence);
    }

    [Fact]
    public async Task An_item_that_is_not_in_the_form_is_refused()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        Guid practice = await sitting.Site.ReadAsync(db => db.FormItems.Where(i => i.Practice).Select(i => i.ItemVersionId).SingleAsync());

        AttemptOutcome[] outcomes = [await sitting.PostAsync(practice, "a=1", 1), await sitting.PostAsync(Guid.CreateVersion7(), "a=1", 1)];

        Assert.All(outcomes, o => Assert.Equal(RefusalReason.NotInForm, Assert.IsType<AttemptOutcome.Refused>(o).Reason));
        Assert.Equal(1, (await sitting.LogAsync()).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task An_answer_in_the_grace_counts(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        sitting.Site.Time.Advance(TimeSpan.FromSeconds(1230));

        AttemptOutcome outcome = await sitting.PostAsync(0, "a=2");

        Assert.IsType<AttemptOutcome.Done>(outcome);
        Assert.Equal("a=2", await sitting.ResponseToAsync(0));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_late_answer_closes_the_attempt_and_counts_for_nothing(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.PostAsync(0, "a=2");
        DateTimeOffset start = sitting.Site.Time.Instant;
        sitting.Site.Time.Advance(TimeSpan.FromMilliseconds(1_230_001));

        AttemptOutcome late = await sitting.PostAsync(0, "a=4");
        AttemptOutcome later = await sitting.PostAsync(0, "a=3");

        Assert.Equal(RefusalReason.TimeIsUp, Assert.IsType<AttemptOutcome.Refused>(late).Reason);
        Assert.Equal(RefusalReason.AlreadyClosed, Assert.IsType<AttemptOutcome.Refused>(later).Reason);
        AttemptLog log = await sitting.LogAsync();
        Assert.Equal(["Started", "Answered", "Expired"], log.Entries.Select(e => e.Kind));
        Assert.Equal((start.AddSeconds(1200), AttemptService.ServerWriter), (log.Events[^1].At, log.Entries[^1].WriterId));
        Assert.Equal("a=2", await sitting.ResponseToAsync(0));
        AttemptRow row = await sitting.Site.ReadAsync(db => db.Attempts.SingleAsync());
        Assert.Equal((start.AddSeconds(1200), true), (row.ClosedAt, row.TimedOut));
    }

    [Fact]
    public async Task No_item_is_shown_after_the_deadline()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        sitting.Site.Time.Advance(TimeSpan.FromSeconds(1201));

        AttemptOutcome outcome = await sitting.PresentAsync(1);

        Assert.Equal(RefusalReason.TimeIsUp, Assert.IsType<AttemptOutcome.Refused>(outcome).Reason);
        Assert.False(outcome.Attempt.Open);
        Assert.Equal(1, (await sitting.LogAsync()).LastSequence);
    }

    [Fact]
    public async Task Looking_changes_nothing_even_when_time_is_up()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        sitting.Site.Time.Advance(TimeSpan.FromDays(2));

        RunningAttempt seen = await sitting.Site.AskAsync((AttemptService s) => s.LookAsync(sitting.Attempt, CancellationToken.None));

        Assert.Equal((false, 0), (seen.Open, seen.SecondsLeft));
        Assert.Equal(1, (await sitting.LogAsync()).LastSequence);
    }
}
