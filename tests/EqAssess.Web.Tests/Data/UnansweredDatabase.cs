using System.Data;
using System.Data.Common;
using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace EqAssess.Web.Tests.Data;

/// <summary>A context on SQL Server without a server: it notes what would be asked, and answers that there is nothing (and 7 to every count).</summary>
internal sealed class UnansweredDatabase
{
    private readonly Notes notes = new();

    public IReadOnlyList<string> Asked => notes.Asked;

    public EqAssessDb Open()
    {
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        DatabaseEngine.Get("SqlServer").ConfigureContext(options, "Server=nowhere.invalid;Database=eqassess");

        // Retries read answers into memory first, and would look for columns that this database does not have.
        options.UseSqlServer(server => server.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)));
        return new EqAssessDb(options.AddInterceptors(notes, new NoConnection()).Options);
    }

    private sealed class Notes : DbCommandInterceptor
    {
        public List<string> Asked { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Add(command.CommandText.ReplaceLineEndings("\n"));
            var answer = new DataTable();
            if (command.CommandText.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
            {
                answer.Columns.Add("Value", typeof(int));
                answer.Rows.Add(7);
            }

            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(answer.CreateDataReader()));
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
