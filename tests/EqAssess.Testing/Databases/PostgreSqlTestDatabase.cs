using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EqAssess.Testing.Databases;

/// <summary>A database of the run's own server. The migrations run once, in a template; every test gets a copy.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private const string Template = "eqassess_template";

    private static readonly Lazy<Task<PostgreSqlServer>> Migrated = new(MigrateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    private readonly PostgreSqlServer server;
    private readonly string name;

    private PostgreSqlTestDatabase(PostgreSqlServer server, string name)
    {
        this.server = server;
        this.name = name;
    }

    public override string Engine => "PostgreSql";

    public override string ConnectionString => server.ConnectionString(name);

    public static async Task<PostgreSqlTestDatabase> CreateAsync(bool migrated)
    {
        PostgreSqlServer running = migrated ? await Migrated.Value : await PostgreSqlServer.StartedAsync();
        var database = new PostgreSqlTestDatabase(running, $"test_{Guid.NewGuid():N}");
        await OneCopyAtATime.WaitAsync();
        try
        {
            await running.ExecuteAsync($"CREATE DATABASE {database.name}{(migrated ? $" TEMPLATE {Template}" : "")}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task<PostgreSqlServer> MigrateAsync()
    {
        PostgreSqlServer running = await PostgreSqlServer.StartedAsync();
        await running.ExecuteAsync($"CREATE DATABASE {Template}");
        var template = new PostgreSqlTestDatabase(running, Template);
        await using (var db = template.Open())
        {
            await db.Database.MigrateAsync();
        }

        await using var connection = new NpgsqlConnection(template.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return running;
    }
}
