using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Data.LedgerSample;

namespace EqAssess.Web.Tests.Data;

/// <summary>Appending states the next sequence that it expects; whoever comes second writes nothing and loses nothing.</summary>
public sealed class AttemptLedgerTests
{
    [Theory]
    [OnEachEngine]
    public async Task What_is_appended_comes_back_in_its_order_and_state(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        Guid attempt = await AddFinishedAsync(database);

        AttemptLog log = await ReadAsync(database, attempt);
        Assert.Equal([1, 2, 3, 4, 5], log.Entries.Select(e => e.Sequence));
        Assert.Equal(["Started", "Answered", "Answered", "Answered", "Submitted"], log.Entries.Select(e => e.Kind));
        AttemptState.Closed closed = Assert.IsType<AttemptState.Closed>(log.State);
        Assert.Equal((Nine.AddSeconds(90), false, "a=3"), (closed.ClosedAt, closed.TimedOut, closed.Responses[Item]));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_attempt_row_follows_the_log(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);

        await AppendAsync(database, attempt, new AttemptEvent.Started(Nine, 1200, 30));
        AttemptRow running = await RowAsync(database, attempt);
        await AppendAsync(database, attempt, new AttemptEvent.TimeExtended(Nine.AddSeconds(5), 300, "accommodation"));
        AttemptRow extended = await RowAsync(database, attempt);
        await AppendAsync(database, attempt, new AttemptEvent.Expired(Nine.AddSeconds(1500)));
        AttemptRow closed = await RowAsync(database, attempt);

        Assert.Equal((Nine.AddSeconds(1200), Nine.AddSeconds(1230), null), (running.Deadline, running.LastMoment, running.ClosedAt));
        Assert.Equal((Nine.AddSeconds(1500), Nine.AddSeconds(1530), null), (extended.Deadline, extended.LastMoment, extended.ClosedAt));
        Assert.Equal((Nine.AddSeconds(1500), true), (closed.ClosedAt, closed.TimedOut));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_second_of_two_writers_is_refused_and_nothing_is_lost(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);
        await AppendAsync(database, attempt, new AttemptEvent.Started(Nine, 1200, 30));
        await using OpenWriter one = OpenWriter.On(database);
        await using OpenWriter two = OpenWriter.On(database);
        AttemptAppend first = await PreparedAsync(database, attempt, "a=1");
        AttemptAppend second = await PreparedAsync(database, attempt, "a=4");

        bool firstSaved = await one.Writer.WriteAsync(first);
        bool secondSaved = await two.Writer.WriteAsync(second);

        Assert.Equal((true, false), (firstSaved, secondSaved));
        AttemptLog log = await ReadAsync(database, attempt);
        Assert.Equal(2, log.LastSequence);
        Assert.Equal("a=1", Assert.IsType<AttemptState.InProgress>(log.State).Responses[Item]);
        Assert.True(await AppendAsync(database, attempt, new AttemptEvent.Answered(Nine.AddSeconds(3), Item, "a=4")));
        Assert.Null((await ReadAsync(database, attempt)).FirstBroken());
    }

    [Theory]
    [OnEachEngine]
    public async Task The_same_entry_twice_is_refused_by_the_database(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);
        var entry = Guid.CreateVersion7();
        await AppendAsync(database, attempt, new AttemptEvent.Started(Nine, 1200, 30), entry);

        bool saved = await AppendAsync(database, attempt, new AttemptEvent.Answered(Nine.AddSeconds(1), Item, "a=1"), entry);

        Assert.False(saved);
        Assert.Equal(1, (await ReadAsync(database, attempt)).LastSequence);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_save_that_fails_for_another_reason_is_no_conflict(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using OpenWriter writer = OpenWriter.On(database);
        Guid nobody = Guid.CreateVersion7();
        var row = new AttemptRow
        {
            Id = nobody, InvitationId = nobody, FormVersionId = nobody, Simulated = false, StartedAt = Nine, Deadline = Nine, LastMoment = Nine,
        };
        AttemptAppend ofNobody = AttemptAppend.Begin(row).With(new AttemptEvent.Started(Nine, 1200, 30), nobody, Writer, Nine);

        await Assert.ThrowsAsync<DbUpdateException>(() => writer.Writer.WriteAsync(ofNobody));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_hash_chain_holds_after_a_round_trip(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        Guid attempt = await AddFinishedAsync(database);

        AttemptLog log = await ReadAsync(database, attempt);
        Assert.Null(log.FirstBroken());
        Assert.Equal([124, 624, 124, 625, 124], log.Entries.Select(e => e.RecordedAt.Millisecond));
    }

    private static async Task<AttemptAppend> PreparedAsync(TestDatabase database, Guid attempt, string response)
    {
        await using EqAssessDb db = database.Open();
        await using OpenWriter writer = OpenWriter.On(database);
        AttemptHead head = await LedgerOf(db, writer.Writer).HeadAsync(attempt);
        return AttemptAppend.To(head).With(new AttemptEvent.Answered(Nine.AddSeconds(2), Item, response), Guid.CreateVersion7(), Writer, Nine.AddSeconds(2));
    }

    private static async Task<AttemptRow> RowAsync(TestDatabase database, Guid attempt)
    {
        await using EqAssessDb db = database.Open();
        return await db.Attempts.SingleAsync(a => a.Id == attempt);
    }
}
