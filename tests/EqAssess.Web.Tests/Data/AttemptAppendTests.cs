using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static EqAssess.Web.Tests.Data.LedgerSample;

namespace EqAssess.Web.Tests.Data;

/// <summary>What one commit adds stands or falls together.</summary>
public sealed class AttemptAppendTests
{
    [Theory]
    [OnEachEngine]
    public async Task Several_entries_and_rows_beside_them_are_committed_as_one(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);
        await using OpenWriter writer = OpenWriter.On(database);

        bool written = await writer.Writer.WriteAsync(Granting(await HeadAsync(database, attempt), typed: true, note: "first"));

        Assert.True(written);
        Assert.Equal(["Started", "Accommodated"], (await ReadAsync(database, attempt)).Entries.Select(e => e.Kind));
        Assert.Null((await ReadAsync(database, attempt)).FirstBroken());
        Assert.Equal((Nine.AddSeconds(1800), true), await RowAsync(database, attempt));
        Assert.Equal(1, await NotesAsync(database));
    }

    [Theory]
    [OnEachEngine]
    public async Task Where_one_key_is_taken_nothing_of_it_is_written(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);
        await using OpenWriter writer = OpenWriter.On(database);
        AttemptHead empty = await HeadAsync(database, attempt);
        var entry = Guid.CreateVersion7();
        await AppendAsync(database, attempt, new AttemptEvent.Started(Nine, 1200, 30), entry);
        AttemptHead started = await HeadAsync(database, attempt);

        bool behind = await writer.Writer.WriteAsync(Granting(empty, typed: true, note: "behind"));
        AttemptAppend twice = AttemptAppend.To(started).With(new AttemptEvent.TimeExtended(Nine, 60, "granted"), Guid.CreateVersion7(), Writer, Nine)
            .With(new AttemptEvent.Answered(Nine, Item, "a=1"), entry, Writer, Nine) with { Beside = db => db.AuditLog.Add(Note("twice")) };
        bool again = await writer.Writer.WriteAsync(twice);

        Assert.Equal((false, false), (behind, again));
        Assert.Equal(1, (await ReadAsync(database, attempt)).LastSequence);
        Assert.Equal((Nine.AddSeconds(1200), false), await RowAsync(database, attempt));
        Assert.Equal(0, await NotesAsync(database));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_grant_that_is_taken_back_reaches_the_row_too(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddAttemptAsync(database);
        await using OpenWriter writer = OpenWriter.On(database);
        await writer.Writer.WriteAsync(Granting(await HeadAsync(database, attempt), typed: true, note: "typed"));

        AttemptAppend chosen = AttemptAppend.To(await HeadAsync(database, attempt))
            .With(new AttemptEvent.Accommodated(Nine, 150, null, 0, Typed: false), Guid.CreateVersion7(), Writer, Nine);
        await writer.Writer.WriteAsync(chosen);

        Assert.Equal((Nine.AddSeconds(1800), false), await RowAsync(database, attempt));
    }

    [Fact]
    public void An_entry_that_is_not_the_next_one_is_refused()
    {
        AttemptHead head = AttemptHead.Before(Row());
        AttemptAppend two = AttemptAppend.To(head).With(new AttemptEvent.Started(Nine, 1200, 30), Guid.CreateVersion7(), Writer, Nine)
            .With(new AttemptEvent.Presented(Nine, Item), Guid.CreateVersion7(), Writer, Nine);

        Assert.Throws<InvalidOperationException>(() => head.After(two.Entries[1]));
        Assert.Throws<InvalidOperationException>(() => two.After.After(two.Entries[1]));
        Assert.Equal(2, head.After(two.Entries[0]).After(two.Entries[1]).LastSequence);
    }

    [Fact]
    public void Of_the_heads_of_an_attempt_the_latest_is_kept_and_of_many_attempts_those_used_last()
    {
        var heads = new AttemptHeads();
        AttemptHead empty = AttemptHead.Before(Row());
        AttemptHead started = AttemptAppend.To(empty).With(new AttemptEvent.Started(Nine, 1200, 30), Guid.CreateVersion7(), Writer, Nine).After;
        heads.Keep(started);
        heads.Keep(empty);
        AttemptHead unused = AttemptHead.Before(Row());
        heads.Keep(unused);

        for (int i = 0; i < 5_000; i++)
        {
            heads.Keep(AttemptHead.Before(Row()));
            Assert.Same(started, heads.Find(started.Attempt));
        }

        Assert.Null(heads.Find(unused.Attempt));
    }

    /// <summary>Starts, and grants time and a half, with a note beside it.</summary>
    private static AttemptAppend Granting(AttemptHead head, bool typed, string note) => AttemptAppend.To(head)
        .With(new AttemptEvent.Started(Nine, 1200, 30), Guid.CreateVersion7(), Writer, Nine)
        .With(new AttemptEvent.Accommodated(Nine, 150, null, 0, typed), Guid.CreateVersion7(), Writer, Nine) with { Beside = db => db.AuditLog.Add(Note(note)) };

    private static AuditEntry Note(string what) => new()
    {
        Id = Guid.CreateVersion7(), At = Nine, Actor = null, Act = what, Subject = Guid.Empty,
    };

    private static AttemptRow Row() => new()
    {
        Id = Guid.CreateVersion7(), InvitationId = Guid.Empty, FormVersionId = Guid.Empty, Simulated = false, StartedAt = Nine, Deadline = Nine, LastMoment = Nine,
    };

    private static async Task<AttemptHead> HeadAsync(TestDatabase database, Guid attempt)
    {
        await using EqAssessDb db = database.Open();
        await using OpenWriter writer = OpenWriter.On(database);
        return await LedgerOf(db, writer.Writer).HeadAsync(attempt);
    }

    private static async Task<(DateTimeOffset Deadline, bool Typed)> RowAsync(TestDatabase database, Guid attempt)
    {
        await using EqAssessDb db = database.Open();
        AttemptRow row = await db.Attempts.SingleAsync(a => a.Id == attempt);
        return (row.Deadline, row.Typed);
    }

    private static async Task<int> NotesAsync(TestDatabase database)
    {
        await using EqAssessDb db = database.Open();
        return await db.AuditLog.CountAsync();
    }
}
