using System.Data.Common;
using System.Globalization;
using EqAssess.Data.Ledgers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EqAssess.Data.Databases;

/// <summary>The embedded default: one file, one writer at a time.</summary>
public sealed class SqliteEngine : DatabaseEngine
{
    private const int PrimaryKeyViolation = 1555;
    private const int UniqueViolation = 2067;

    /// <summary>SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL and CANTOPEN.</summary>
    private static readonly int[] Unavailable = [5, 6, 7, 8, 10, 13, 14];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override string Name => "Sqlite";

    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        // Both times: the client asks again, until its own is over, when the engine has given up waiting for a lock.
        options.UseSqlite(connectionString, sqlite => sqlite.CommandTimeout((int)Patience.TotalSeconds));
        options.AddInterceptors(new DurableConnections());
    }

    public override bool IsDuplicateKey(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolation or UniqueViolation };

    public override bool IsUnavailable(DbException failure) =>
        failure is SqliteException sqlite && Unavailable.Contains(sqlite.SqliteErrorCode);

    public override IAttemptWriter OpenWriter(string connectionString) => new GroupedAttemptWriter(connectionString);

    /// <summary>
    /// <c>secure_delete</c> overwrites deleted rows with zeros, and still copies of rows stay in pages that were split. VACUUM writes every
    /// page anew from what is there, and the checkpoint takes the old pages out of the log. VACUUM copies the whole file, and whoever reads
    /// an old state of the file keeps the checkpoint from emptying the log: then it is not done.
    /// </summary>
    public override async Task<bool> OverwriteDeletedAsync(DbContext db, bool whole, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (whole)
            {
                await db.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
            }

            return await FirstNumberAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken) == 0 && whole;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public override async Task<long> BytesToCopyAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await FirstNumberAsync(db, "PRAGMA page_count", cancellationToken) * await FirstNumberAsync(db, "PRAGMA page_size", cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<long> FirstNumberAsync(DbContext db, string pragma, CancellationToken cancellationToken)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Write-ahead log, every commit flushed to disk (an answer that says "Saved" survives a power cut), some patience for the one
    /// writer, and foreign keys on. Recursive triggers, because without them INSERT OR REPLACE deletes a row past the triggers that
    /// keep the logs append-only. Deleted content is overwritten, because most of what this site deletes says who somebody was.
    /// </summary>
    internal static string Pragmas(int busyTimeoutMilliseconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout = {busyTimeoutMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;");

    private sealed class DurableConnections : DbConnectionInterceptor
    {
        /// <summary>
        /// 256 MiB of the file are read as memory, which all connections share: a commit by one of them empties the page caches of the others,
        /// and a list of ten thousand people would be read anew for each request. Not on Windows, where a mapped file cannot become shorter.
        /// </summary>
        private static readonly string OnOpening =
            Pragmas((int)Patience.TotalMilliseconds) + (OperatingSystem.IsWindows() ? "" : " PRAGMA mmap_size = 268435456;");

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = OnOpening;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = OnOpening;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
