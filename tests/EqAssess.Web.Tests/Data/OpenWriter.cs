using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Testing.Databases;

namespace EqAssess.Web.Tests.Data;

/// <summary>The writer that a process has on its engine, until the test is done with it.</summary>
internal sealed record OpenWriter(IAttemptWriter Writer) : IAsyncDisposable
{
    public static OpenWriter On(TestDatabase database) => new(DatabaseEngine.Get(database.Engine).OpenWriter(database.ConnectionString));

    public ValueTask DisposeAsync()
    {
        (Writer as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
