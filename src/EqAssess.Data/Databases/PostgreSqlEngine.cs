using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EqAssess.Data.Databases;

/// <summary>For more than one machine.</summary>
public sealed class PostgreSqlEngine : DatabaseEngine
{
    public override string Name => "PostgreSql";

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    public override bool IsDuplicateKey(DbException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsUnavailable(DbException failure) => failure is NpgsqlException { IsTransient: true };

    public override Task<DateTimeOffset?> NowAsync(DbContext db, CancellationToken cancellationToken) =>
        InstantAsync(db, "SELECT clock_timestamp() AS \"Value\"", cancellationToken);
}
