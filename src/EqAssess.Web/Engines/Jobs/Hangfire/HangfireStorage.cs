using EqAssess.Data.Databases;
using EqAssess.Web.Composition;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Where Hangfire keeps its own rows: the schema <c>hangfire</c> of the site's database, made on the first start. With SQLite in memory: the state is the queue.</summary>
internal static class HangfireStorage
{
    /// <summary>How soon a node sees what another has asked for; its own it sees at once.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Sweeps are many and say little: what they did stands on the page of jobs and in the log.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>A node that was killed may leave a lock behind, and as long as it stands nothing recurs. No lock is held for so long.</summary>
    private static readonly TimeSpan LongestLock = TimeSpan.FromSeconds(15);

    public static JobStorage Open(IServiceProvider provider)
    {
        // A storage asks for its log at once, and this is what says where that is.
        _ = provider.GetRequiredService<IGlobalConfiguration>();
        (DatabaseEngine engine, string connection) = Registration.DatabaseOf(provider);
        JobStorage storage = engine switch
        {
            SqliteEngine => new InMemoryStorage(),
            PostgreSqlEngine => OnPostgreSql(connection),
            SqlServerEngine => new SqlServerStorage(connection, new SqlServerStorageOptions { SchemaName = "hangfire", QueuePollInterval = Poll }),
            _ => throw new NotSupportedException($"Hangfire has no storage for {engine.Name}."),
        };
        storage.JobExpirationTimeout = Kept;
        return storage;
    }

    private static PostgreSqlStorage OnPostgreSql(string connection)
    {
        var options = new PostgreSqlStorageOptions { QueuePollInterval = Poll, DistributedLockTimeout = LongestLock };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options);
    }
}
