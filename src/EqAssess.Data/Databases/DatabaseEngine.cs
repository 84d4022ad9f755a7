using System.Data.Common;
using EqAssess.Data.Ledgers;
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

    /// <summary>Before the schema is made or brought up to date: puts a database that somebody made by hand into the state that the site expects.</summary>
    /// <returns>The statement that somebody with more rights is to run; null where all is well.</returns>
    public virtual Task<string?> PrepareAsync(DbContext db, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Whether a save failed because a row with this key is there already.</summary>
    public abstract bool IsDuplicateKey(DbException failure);

    /// <summary>
    /// After rows that name somebody were deleted and committed: overwrites what the files still hold of them, as far as the engine does
    /// that at a request. The others clear up by themselves, later (README, Operations).
    /// </summary>
    /// <param name="whole">Whether the files may be copied, for which saves wait; otherwise only what is quick is done.</param>
    /// <returns>Whether nothing is left to do. A database that is locked throws (<see cref="IsUnavailable"/>).</returns>
    public virtual Task<bool> OverwriteDeletedAsync(DbContext db, bool whole, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>How much <see cref="OverwriteDeletedAsync"/> copies, in bytes.</summary>
    public virtual Task<long> BytesToCopyAsync(DbContext db, CancellationToken cancellationToken) => Task.FromResult(0L);

    /// <summary>What the clock of the database's server shows; null where the database is a file and has no clock of its own.</summary>
    public virtual Task<DateTimeOffset?> NowAsync(DbContext db, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Whether a statement failed because the database is locked, full or out of reach: later it may succeed.</summary>
    public abstract bool IsUnavailable(DbException failure);

    /// <summary>What commits the logs of attempts; one for a process. The caller disposes of it.</summary>
    public virtual IAttemptWriter OpenWriter(string connectionString)
    {
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        ConfigureContext(options, connectionString);
        return new SingleAttemptWriter(options.Options);
    }

    /// <exception cref="ArgumentException">No engine has this name; the message lists those there are.</exception>
    public static DatabaseEngine Get(string name) =>
        All.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"Database:Engine is '{name}'. Use one of: {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));

    /// <summary>Options of a context on this engine, with the guards that hold on all of them.</summary>
    public void ConfigureContext(DbContextOptionsBuilder options, string connectionString)
    {
        Configure(options, connectionString);
        AddGuards(options);
    }

    /// <summary>Whether <paramref name="failure"/> says that a row with this key is there already, on any of the engines.</summary>
    public static bool SaysDuplicateKey(Exception failure) =>
        CauseOf(failure) is { } cause && All.Any(engine => engine.IsDuplicateKey(cause));

    /// <summary>Whether <paramref name="failure"/> says that the database is locked, full or out of reach, on any of the engines.</summary>
    public static bool SaysUnavailable(Exception failure) =>
        failure is NotSavedException || (CauseOf(failure) is { } cause && All.Any(engine => engine.IsUnavailable(cause)));

    internal static void AddGuards(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(new AppendOnlyGuard());

        // The history is written by hand and has no model snapshot; the schema test compares it with the model instead.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

        // A duplicate key is how two writers find out about each other, and no failure. What is one comes up as an exception and is
        // logged once, at the edge.
        options.ConfigureWarnings(w => w.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }

    /// <param name="statement">Gives one instant in UTC in a column <c>Value</c>.</param>
    protected static async Task<DateTimeOffset?> InstantAsync(DbContext db, string statement, CancellationToken cancellationToken) =>
        new DateTimeOffset(DateTime.SpecifyKind((await db.Database.SqlQueryRaw<DateTime>(statement).ToListAsync(cancellationToken)).Single(), DateTimeKind.Utc));

    private static DbException? CauseOf(Exception? failure) => failure switch
    {
        null => null,
        DbException cause => cause,
        _ => CauseOf(failure.InnerException),
    };
}
