using EqAssess.Data.Databases;
using EqAssess.Web.Composition;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace EqAssess.Web.Engines.Jobs.Quartz;

/// <summary>Quartz's clustered store: tables of its own in the site's database, made on the first start. Of all servers one runs a sweep, and another takes over from one that died.</summary>
internal static class SharedSchedule
{
    /// <summary>A server that has not checked in for twice this long counts as dead.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static void Configure(IPersistentStoreBuilder store, DatabaseOptions database)
    {
        DatabaseEngine engine = DatabaseEngine.Get(database.Engine);
        switch (engine)
        {
            case PostgreSqlEngine:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                break;
            case SqlServerEngine:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                break;
            default:
                throw new OptionsValidationException(
                    "Jobs", typeof(JobOptions), [$"Jobs:Clustered is on, but {engine.Name} serves one machine. Turn it off, or use PostgreSql or SqlServer."]);
        }

        store.ConfigureStore(options => options.TablePrefix = "quartz_");
        store.ProvisionSchema();
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
    }
}
