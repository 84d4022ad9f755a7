using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace EqAssess.Testing.Databases;

internal sealed class PostgreSqlFolder(string folder) : FolderDatabase
{
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private PostgreSqlServer? server;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database:Engine"] = "PostgreSql", ["Database:ConnectionString"] = ConnectionString,
    };

    protected override string ConnectionString => Server.ConnectionString(Name);

    private PostgreSqlServer Server => server ??= PostgreSqlServer.Running;

    private string Name { get; } = $"folder_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..24]}";

    public override async Task EnsureAsync()
    {
        server = await PostgreSqlServer.StartedAsync();
        if (await server.ExecuteAsync($"SELECT count(*) FROM pg_database WHERE datname = '{Name}'") is 0L)
        {
            await CreateAsync("");
        }
    }

    public override async Task<object> SnapshotAsync()
    {
        string kept = $"kept_{Name}";
        await Server.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
        await Server.ExecuteAsync($"ALTER DATABASE {Name} RENAME TO {kept}");
        return kept;
    }

    public override async Task FillAsync(object snapshot)
    {
        server = await PostgreSqlServer.StartedAsync();
        await CreateAsync($"TEMPLATE {snapshot}");
    }

    public override void Close()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public override async Task DeleteAsync() => await Server.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    /// <summary>The server copies one template at a time.</summary>
    private async Task CreateAsync(string from)
    {
        await OneCopyAtATime.WaitAsync();
        try
        {
            await Server.ExecuteAsync($"CREATE DATABASE {Name} {from}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }
}
