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
        await using EqAssessDb one = database.Open();
        await using EqAssessDb two = database.Open();
        AttemptLedger first = await PreparedAsync(one, attempt, "a=1");
        AttemptLedger second = await PreparedAsync(two, attempt, "a=4");

        bool firstSaved = await first.SaveAsync();
        bool secondSaved = await second.SaveAsync();

        Assert.Equal((true, false), (firstSaved, secondSaved));
        AttemptLog log = await ReadAsync(database, attempt);
        Assert.Equal(2, log.LastSequence);
        Assert.Equal("a=1", Assert.IsType<AttemptState.InProgress>(log.State).Responses[Item]);
        Assert.Empty(two.ChangeTracker.Entries());
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
        await using EqAssessDb db = database.Open();
        var ledger = new AttemptLedger(db);
        Guid nobody = Guid.CreateVersion7();
        var row = new AttemptRow
        {
            Id = nobody, InvitationId = nobody, FormVersionId = nobody, Simulated = false, StartedAt = Nine, Deadline = Nine, LastMoment = Nine,
        };
        db.Attempts.Add(row);
        ledger.Append(new AttemptLog(nobody, []), row, new AttemptEvent.Started(Nine, 1200, 30), nobody, Writer, Nine);

        await Assert.ThrowsAsync<DbUpdateException>(ledger.SaveAsync);
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

    private static async Task<AttemptLedger> PreparedAsync(EqAssessDb db, Guid attempt, string response)
    {
        var ledger = new AttemptLedger(db);
        AttemptRow row = await db.Attempts.SingleAsync(a => a.Id == attempt);
        ledger.Append(
            await ledger.ReadAsync(attempt), row, new AttemptEvent.Answered(Nine.AddSeconds(2), Item, response), Guid.CreateVersion7(), Writer, Nine.AddSeconds(2));
        return ledger;
    }

    private static async Task<AttemptRow> RowAsync(TestDatabase database, Guid attempt)
    {
        await using EqAssessDb db = database.Open();
        return await db.Attempts.SingleAsync(a => a.Id == attempt);
    }
}
