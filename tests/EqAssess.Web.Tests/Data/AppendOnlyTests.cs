using System.Data.Common;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Data.LedgerSample;

namespace EqAssess.Web.Tests.Data;

/// <summary>Logs are append-only by code, and by the database where code is got round.</summary>
public sealed class AppendOnlyTests
{
    private static readonly string[] Tables = ["attempt_log", "audit_log", "decision", "form_fairness", "insight", "insight_request", "item_draft_copy", "item_finding", "item_version_event", "key_coverage", "key_version", "message_template", "norm_event", "norm_version", "score_run", "selection_snapshot", "typed_mark"];

    [Theory]
    [OnEachEngine]
    public async Task A_log_entry_cannot_be_deleted_through_the_context(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddFinishedAsync(database);
        await using EqAssessDb db = database.Open();

        db.AttemptLog.Remove(await db.AttemptLog.FirstAsync());
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Contains("attempt_log is append-only: a row was Deleted", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await ReadAsync(database, attempt)).Entries.Count);
    }

    [Fact]
    public async Task A_log_entry_cannot_be_changed_through_the_context_nor_without_async()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(ChosenEngine.Name);
        await AddFinishedAsync(database);
        await using EqAssessDb db = database.Open();
        AttemptLogEntry entry = await db.AttemptLog.FirstAsync();
        db.Entry(entry).Property(e => e.Payload).CurrentValue = "{}";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory]
    [OnEachEngine]
    public async Task The_database_refuses_to_change_or_delete_a_log_entry(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Guid attempt = await AddFinishedAsync(database);
        await using EqAssessDb db = database.Open();

        foreach (string attack in (string[])
        [
            "UPDATE attempt_log SET payload = ''",
            "UPDATE attempt_log SET sequence = 9 WHERE sequence = 5",
            "DELETE FROM attempt_log",
            "DELETE FROM attempt_log WHERE sequence = 5",
        ])
        {
            DbException failure = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(attack));
            Assert.Contains("attempt_log is append-only", failure.Message, StringComparison.Ordinal);
        }

        Assert.Null((await ReadAsync(database, attempt)).FirstBroken());
        Assert.Equal(5, (await ReadAsync(database, attempt)).Entries.Count);
    }

    [Fact]
    public async Task PostgreSQL_refuses_to_empty_a_log()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync("PostgreSql");
        await using EqAssessDb db = database.Open();

        foreach (string attack in Tables.Select(table => $"TRUNCATE {table} CASCADE"))
        {
            DbException failure = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(attack));
            Assert.Contains("is append-only", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [OnSqliteOnly]
    public async Task SQLite_refuses_to_replace_a_log_entry()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(ChosenEngine.Name);
        Guid attempt = await AddFinishedAsync(database);
        await using EqAssessDb db = database.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(
            "INSERT OR REPLACE INTO attempt_log SELECT attempt_id, sequence, entry_id, writer_id, recorded_at, kind, '', previous_hash, hash FROM attempt_log"));

        Assert.Null((await ReadAsync(database, attempt)).FirstBroken());
    }

    [Fact]
    public void Every_append_only_row_is_guarded_by_triggers_too()
    {
        using EqAssessDb db = new(new DbContextOptionsBuilder<EqAssessDb>().UseSqlite("Data Source=:memory:").Options);

        IEnumerable<string> marked = db.Model.GetEntityTypes().Where(t => typeof(IAppendOnly).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!);

        Assert.Equal(Tables, marked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [OnEachEngine]
    public async Task Every_append_only_table_has_its_triggers(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using EqAssessDb db = database.Open();

        List<string> guarded = await db.Database.SqlQueryRaw<string>(engine switch
        {
            "Sqlite" => "SELECT DISTINCT tbl_name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND (sql LIKE '%BEFORE UPDATE%' OR sql LIKE '%BEFORE DELETE%')",
            "PostgreSql" => "SELECT DISTINCT tgrelid::regclass::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal",
            _ => "SELECT OBJECT_NAME(parent_id) AS [Value] FROM sys.triggers",
        }).ToListAsync();

        Assert.Equal(Tables, guarded.Order(StringComparer.Ordinal));
    }
}
