using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EqAssess.Data.Databases;

/// <summary>What one database engine needs: how to connect, its quirks, and how it says "duplicate key".</summary>
public abstract class DatabaseEngine
{
    /// <summary>The engines, by the name that stands in the configuration.</summary>
    public static IReadOnlyList<DatabaseEngine> All { get; } = [new SqliteEngine(), new PostgreSqlEngine(), new SqlServerEngine()];

    /// <summary>As in the setting <c>Database:Engine</c>.</summary>
    public abstract string Name { get; }

    public abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Whether a save failed because a row with this key is there already.</summary>
    public abstract bool IsDuplicateKey(DbException failure);

    /// <summary>
    /// After rows that name somebody were deleted and committed: overwrites what the files still hold of them, as far as the engine does
    /// that at a request. The others clear up by themselves, later (README, Operations).
    /// </summary>
    public virtual Task OverwriteDeletedAsync(DbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="ArgumentException">No engine has this name; the message lists those there are.</exception>
    public static DatabaseEngine Get(string name) =>
        All.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"Database:Engine is '{name}'. Use one of: {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));

    /// <summary>Options of a context on this engine, with the guards that hold on all of them.</summary>
    public void ConfigureContext(DbContextOptionsBuilder options, string connectionString)
    {
        Configure(options, connectionString);
        options.AddInterceptors(new AppendOnlyGuard());

        // The history is written by hand and has no model snapshot; the schema test compares it with the model instead.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

        // A duplicate key is how two writers find out about each other, and no failure. What is one comes up as an exception and is
        // logged once, at the edge.
        options.ConfigureWarnings(w => w.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }

    /// <summary>Whether <paramref name="failure"/> says that a row with this key is there already, on any of the engines.</summary>
    public static bool SaysDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is DbException inner && All.Any(engine => engine.IsDuplicateKey(inner));
}
