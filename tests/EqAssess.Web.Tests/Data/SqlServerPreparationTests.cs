using System.Data;
using System.Data.Common;
using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EqAssess.Web.Tests.Data;

/// <summary>What is asked of a database on SQL Server that somebody made by hand. The answers are made: no server is needed.</summary>
public sealed class SqlServerPreparationTests
{
    [Fact]
    public async Task One_whose_reads_see_the_last_committed_state_is_left_alone()
    {
        var server = new MadeAnswers(true);

        Assert.Null(await server.PrepareAsync());

        Assert.DoesNotContain(server.Executed, s => s.StartsWith("ALTER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_whose_reads_wait_is_switched_over()
    {
        var server = new MadeAnswers(false, true);

        Assert.Null(await server.PrepareAsync());

        Assert.Contains("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT", server.Executed);
    }

    [Fact]
    public async Task Where_that_is_not_allowed_the_statement_is_told()
    {
        var server = new MadeAnswers(false, false) { Refuses = true };

        Assert.Equal("ALTER DATABASE [eqassess] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE", await server.PrepareAsync());
    }

    /// <param name="switchedOn">What sys.databases says, one time after the other.</param>
    private sealed class MadeAnswers(params bool[] switchedOn) : DbCommandInterceptor
    {
        private int asked;

        public bool Refuses { get; init; }

        public List<string> Executed { get; } = [];

        public async Task<string?> PrepareAsync()
        {
            DatabaseEngine engine = DatabaseEngine.Get("SqlServer");
            var options = new DbContextOptionsBuilder<EqAssessDb>();
            engine.ConfigureContext(options, "Server=nowhere.invalid;Database=eqassess");
            await using var db = new EqAssessDb(options.AddInterceptors(this, new NoConnection()).Options);
            return await engine.PrepareAsync(db, CancellationToken.None);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Assert.Contains("FROM sys.databases", command.CommandText, StringComparison.Ordinal);
            var answer = new DataTable();
            answer.Columns.Add("Value", typeof(bool));
            answer.Rows.Add(switchedOn[asked++]);
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(answer.CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Executed.Add(command.CommandText);
            return Refuses && command.CommandText.StartsWith("ALTER", StringComparison.Ordinal)
                ? throw MadeSqlException.Of(5011, 14)
                : ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(-1));
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
