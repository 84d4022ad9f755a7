using System.Data.Common;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EqAssess.Web.Tests.Data;

/// <summary>
/// SQLite with the retries of SQL Server, on which inserts into one table fail a number of times with an error of SQL Server's: before they
/// are sent, or after they were committed and before that is known.
/// </summary>
internal sealed class FailingEngine(string table, int error, int times, bool committed, byte severity = 16) : DatabaseEngine
{
    private readonly Failures failures = new(table, error, times, committed, severity);

    /// <summary>How often an insert was sent.</summary>
    public int Sent => failures.Sent;

    public override string Name => "Sqlite";

    public override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.ExecutionStrategy(dependencies => new SqlServerRetries(dependencies))).AddInterceptors(failures);

    public override bool IsDuplicateKey(DbException failure) => throw new NotSupportedException();

    public override bool IsUnavailable(DbException failure) => throw new NotSupportedException();

    private sealed class Failures(string table, int error, int times, bool committed, byte severity) : DbCommandInterceptor
    {
        private int failed;

        public int Sent { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Sent += IsMeant(command) ? 1 : 0;
            Fail(command, now: !committed);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Fail(command, now: committed);
            return ValueTask.FromResult(result);
        }

        private bool IsMeant(DbCommand command) => command.CommandText.Contains($"INSERT INTO \"{table}\"", StringComparison.Ordinal);

        private void Fail(DbCommand command, bool now)
        {
            if (now && IsMeant(command) && failed < times)
            {
                failed++;
                throw MadeSqlException.Of(error, severity);
            }
        }
    }
}
