using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Databases;

/// <summary>For more than one machine.</summary>
public sealed class SqlServerEngine : DatabaseEngine
{
    private const int ConstraintViolation = 2627;
    private const int DuplicateIndexKey = 2601;
    private const int TimedOut = -2;
    private const int LockTimedOut = 1222;
    private const int Deadlock = 1205;
    private const int FileGroupFull = 1105;
    private const int LogFull = 9002;

    /// <summary>Severity from which on the server ends the connection, or there is none (SQL Server, "Database engine error severities").</summary>
    private const byte ConnectionIsGone = 20;

    public override string Name => "SqlServer";

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseSqlServer(connectionString);

    public override bool IsDuplicateKey(DbException failure) =>
        failure is SqlException { Number: ConstraintViolation or DuplicateIndexKey };

    public override bool IsUnavailable(DbException failure) =>
        failure is SqlException sql && (sql.Class >= ConnectionIsGone || sql.Number is TimedOut or LockTimedOut or Deadlock or FileGroupFull or LogFull);

    public override Task<DateTimeOffset?> NowAsync(DbContext db, CancellationToken cancellationToken) =>
        InstantAsync(db, "SELECT SYSUTCDATETIME() AS [Value]", cancellationToken);
}
