using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace EqAssess.Data.Databases;

/// <summary>For more than one machine.</summary>
public sealed class SqlServerEngine : DatabaseEngine
{
    private const int ConstraintViolation = 2627;
    private const int DuplicateIndexKey = 2601;
    private const int TimedOut = -2;
    private const int LockTimedOut = 1222;
    private const int FailedOver = 40197;
    private const int FileGroupFull = 1105;
    private const int LogFull = 9002;

    /// <summary>Severity from which on the server ends the connection, or there is none (SQL Server, "Database engine error severities").</summary>
    private const byte ConnectionIsGone = 20;

    public override string Name => "SqlServer";

    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlServer(connectionString, server => server.ExecutionStrategy(dependencies => new SqlServerRetries(dependencies)));
        options.ReplaceService<IMigrationsSqlGenerator, SqlServerColumns>();
    }

    public override bool IsDuplicateKey(DbException failure) =>
        failure is SqlException { Number: ConstraintViolation or DuplicateIndexKey };

    public override bool IsUnavailable(DbException failure) =>
        failure is SqlException sql && (sql.Class >= ConnectionIsGone || SqlServerFailures.SaysNothingWritten(sql)
            || sql.Number is TimedOut or LockTimedOut or FailedOver or FileGroupFull or LogFull);

    public override Task<DateTimeOffset?> NowAsync(DbContext db, CancellationToken cancellationToken) =>
        InstantAsync(db, "SELECT SYSUTCDATETIME() AS [Value]", cancellationToken);

    /// <summary>
    /// Whoever reads is to see the last committed state, and to wait for nobody who writes, as on the other engines. EF Core asks for that where
    /// it makes the database; where somebody else did, it is asked for here, which works as long as this is the only connection.
    /// </summary>
    public override async Task<string?> PrepareAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken) || await ReadsVersionsAsync(db, cancellationToken))
        {
            return null;
        }

        try
        {
            await db.Database.ExecuteSqlRawAsync("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT", cancellationToken);
        }
        catch (SqlException)
        {
            // Not allowed, or others are connected: said below.
        }

        return await ReadsVersionsAsync(db, cancellationToken)
            ? null
            : $"ALTER DATABASE [{db.Database.GetDbConnection().Database}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";
    }

    private static async Task<bool> ReadsVersionsAsync(DbContext db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<bool>("SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()")
            .ToListAsync(cancellationToken)) is [true];
}
