using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EqAssess.Web.Tests.Data;

/// <summary>
/// What SQL Server refuses for certain is sent again, and nothing else. The errors are made, and the rows are SQLite's, so that it is known
/// what was committed.
/// </summary>
public sealed class SqlServerRetriesTests
{
    private const int Deadlock = 1205;
    private const int Throttled = 40501;
    private const int TimedOut = -2;
    private const int ConnectionLost = 10054;

    [Theory]
    [InlineData(4060)]
    [InlineData(40613)]
    [InlineData(40501)]
    [InlineData(49918)]
    [InlineData(49920)]
    [InlineData(10928)]
    [InlineData(10929)]
    [InlineData(1205)]
    [InlineData(3960)]
    public void A_refusal_and_a_rollback_say_that_nothing_was_written_and_that_it_may_work_later(int number)
    {
        Assert.True(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of(number)));
        Assert.True(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of((number, 16), (3621, 0))));
        Assert.True(DatabaseEngine.SaysUnavailable(new DbUpdateException("", MadeSqlException.Of(number))));
    }

    [Theory]
    [InlineData(-2, 11)]
    [InlineData(20, 20)]
    [InlineData(64, 20)]
    [InlineData(121, 20)]
    [InlineData(233, 20)]
    [InlineData(10053, 20)]
    [InlineData(10054, 20)]
    [InlineData(10060, 20)]
    [InlineData(40197, 17)]
    [InlineData(1222, 16)]
    public void What_may_come_after_a_commit_says_nothing_about_it_and_still_that_it_may_work_later(int number, byte severity)
    {
        Assert.False(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of(number, severity)));
        Assert.True(DatabaseEngine.SaysUnavailable(new DbUpdateException("", MadeSqlException.Of(number, severity))));
    }

    [Fact]
    public void One_doubtful_error_among_others_is_enough_for_doubt_and_a_message_alone_is_no_error()
    {
        Assert.False(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of((Deadlock, 13), (ConnectionLost, 20))));
        Assert.False(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of((5701, 0))));
        Assert.False(SqlServerFailures.SaysNothingWritten(MadeSqlException.Of(2627)));
        Assert.False(DatabaseEngine.SaysUnavailable(MadeSqlException.Of(547)));
    }

    [Theory]
    [InlineData(Deadlock)]
    [InlineData(Throttled)]
    public async Task What_was_refused_for_certain_is_sent_again_and_written_once(int error)
    {
        await using Sitting sitting = await Sitting.BeginAsync("Sqlite");
        var engine = new FailingEngine("attempt_log", error, times: 2, committed: false);
        await using TestSite node = sitting.Site.AddNode(writer: engine.OpenWriter(sitting.Site.Database.ConnectionString));

        AttemptOutcome outcome = await sitting.PostAsync(0, "a=4", node: node);

        Assert.IsType<AttemptOutcome.Done>(outcome);
        Assert.Equal(3, engine.Sent);
        Assert.Equal(["Started", "Answered"], (await sitting.LogAsync()).Entries.Select(e => e.Kind));
    }

    [Fact]
    public async Task What_is_refused_again_and_again_is_told_as_not_saved()
    {
        await using Sitting sitting = await Sitting.BeginAsync("Sqlite");
        var engine = new FailingEngine("attempt_log", Throttled, times: 99, committed: false);
        await using TestSite node = sitting.Site.AddNode(writer: engine.OpenWriter(sitting.Site.Database.ConnectionString));

        await Assert.ThrowsAsync<NotSavedException>(() => sitting.PostAsync(0, "a=4", node: node));

        Assert.Equal(5, engine.Sent);
        Assert.Equal(["Started"], (await sitting.LogAsync()).Entries.Select(e => e.Kind));
    }

    [Theory]
    [InlineData(TimedOut, 11)]
    [InlineData(ConnectionLost, 20)]
    public async Task An_answer_whose_acknowledgement_was_lost_is_not_appended_twice_and_the_page_that_sends_it_again_is_told_that_it_is_saved(int error, byte severity)
    {
        await using Sitting sitting = await Sitting.BeginAsync("Sqlite");
        var engine = new FailingEngine("attempt_log", error, times: 1, committed: true, severity);
        await using TestSite node = sitting.Site.AddNode(writer: engine.OpenWriter(sitting.Site.Database.ConnectionString));
        var entry = Guid.CreateVersion7();

        await Assert.ThrowsAsync<NotSavedException>(() => sitting.PostAsync(0, "a=4", sequence: 1, entry: entry, node: node));
        int sentAtFirst = engine.Sent;
        AttemptOutcome again = await sitting.PostAsync(0, "a=4", sequence: 1, entry: entry, node: node);

        Assert.Equal(1, sentAtFirst);
        Assert.IsType<AttemptOutcome.Done>(again);
        AttemptLog log = await sitting.LogAsync();
        Assert.Equal(["Started", "Answered"], log.Entries.Select(e => e.Kind));
        Assert.Equal(entry, log.Entries[^1].EntryId);
        Assert.Equal("a=4", await sitting.ResponseToAsync(0));
    }

    [Fact]
    public async Task In_a_transaction_of_ours_nothing_is_sent_again_and_the_deadlock_is_told()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync("Sqlite");
        var engine = new FailingEngine("lease", Deadlock, times: 1, committed: false);
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        engine.ConfigureContext(options, database.ConnectionString);
        await using var db = new EqAssessDb(options.Options);

        await using (IDbContextTransaction transaction = await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(0, await db.Leases.CountAsync());
            db.Leases.Add(new Lease { Name = "sweep", Holder = Guid.Empty, Until = TestSite.Start });
            var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.True(DatabaseEngine.SaysUnavailable(failure));
        }

        Assert.Equal(1, engine.Sent);
        await db.SaveChangesAsync();
        Assert.Equal(1, await db.Leases.CountAsync());
    }

    [Fact]
    public async Task Outside_a_transaction_the_whole_save_is_sent_again()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync("Sqlite");
        var engine = new FailingEngine("lease", Deadlock, times: 1, committed: false);
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        engine.ConfigureContext(options, database.ConnectionString);
        await using var db = new EqAssessDb(options.Options);
        db.Leases.Add(new Lease { Name = "one", Holder = Guid.Empty, Until = TestSite.Start });
        db.Leases.Add(new Lease { Name = "two", Holder = Guid.Empty, Until = TestSite.Start });

        await db.SaveChangesAsync();

        Assert.Equal(2, await db.Leases.CountAsync());
    }
}
