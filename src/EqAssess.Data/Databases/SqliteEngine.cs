using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EqAssess.Data.Databases;

/// <summary>The embedded default: one file, one writer at a time.</summary>
public sealed class SqliteEngine : DatabaseEngine
{
    private const int PrimaryKeyViolation = 1555;
    private const int UniqueViolation = 2067;

    public override string Name => "Sqlite";

    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlite(connectionString);
        options.AddInterceptors(new DurableConnections());
    }

    public override bool IsDuplicateKey(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolation or UniqueViolation };

    /// <summary>
    /// <c>secure_delete</c> overwrites deleted rows with zeros, and still copies of rows stay in pages that were split. VACUUM writes every
    /// page anew from what is there, and the checkpoint takes the old pages out of the log. It copies the whole file.
    /// </summary>
    public override async Task OverwriteDeletedAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <summary>
    /// Write-ahead log, every commit flushed to disk (an answer that says "Saved" survives a power cut), ten seconds of patience for
    /// the one writer, and foreign keys on. Recursive triggers, because without them INSERT OR REPLACE deletes a row past the triggers that
    /// keep the logs append-only. Deleted content is overwritten, because most of what this site deletes says who somebody was.
    /// </summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        private const string Pragmas =
            "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; " +
            "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
