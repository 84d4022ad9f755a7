using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EqAssess.Testing.Databases;

/// <summary>
/// A PostgreSQL server of this test run: its data in a temporary folder, on a free port of 127.0.0.1, stopped when the run ends. It is
/// started when the first test asks for it, as user <c>postgres</c> where the run is root's (PostgreSQL refuses to run as root).
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql";

    private static readonly Lazy<Task<PostgreSqlServer>> TheServer = new(StartAsync);

    private readonly string bin;
    private readonly string folder;
    private readonly int port;

    private PostgreSqlServer(string bin, string folder, int port)
    {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /// <summary>The server of this run. Where PostgreSQL is not installed the test is skipped; where it is and does not start, it fails.</summary>
    public static async Task<PostgreSqlServer> StartedAsync()
    {
        if (FindPrograms() is null)
        {
            EngineRecord.Skipped("Databases", "PostgreSql", "not installed");
            Absent.Skip($"PostgreSQL (initdb and pg_ctl under {Programs}/*/bin; Debian: postgresql)");
        }

        return await TheServer.Value;
    }

    /// <summary>After <see cref="StartedAsync"/>.</summary>
    internal static PostgreSqlServer Running => TheServer.Value is { IsCompletedSuccessfully: true } started
        ? started.Result
        : throw new InvalidOperationException("No test has started the server yet.");

    /// <summary>Stops the server of this run, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (TheServer.IsValueCreated)
        {
            await (await TheServer.Value).DisposeAsync();
        }
    }

    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Database={database};Username=eqassess;Maximum Pool Size=30;Include Error Detail=true");

    /// <summary>Runs a statement in the server's own database.</summary>
    internal async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // pg_ctl signals the process whose id stands in this data folder, and no other.
        await RunAsync(Path.Combine(bin, "pg_ctl"), "stop", "-D", $"{folder}/data", "-m", "immediate", "-w");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        string programs = FindPrograms()!;
        string home = (await RunAsync("mktemp", "-d", "-t", "eqassess-postgresql-XXXXXX")).Trim();
        var server = new PostgreSqlServer(programs, home, SmtpServer.FreePort());
        await RunAsync(
            Path.Combine(programs, "initdb"), "-D", $"{home}/data", "-U", "eqassess", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        string settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c fsync=off -c max_connections=300 -c timezone=Asia/Kathmandu");
        await RunAsync(Path.Combine(programs, "pg_ctl"), "start", "-D", $"{home}/data", "-l", $"{home}/log", "-w", "-t", "60", "-o", settings);
        return server;
    }

    private static string? FindPrograms() =>
        !Directory.Exists(Programs) ? null : Directory.GetDirectories(Programs).OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")) && File.Exists(Path.Combine(b, "pg_ctl")));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        bool asRoot = Environment.UserName == "root";
        var start = new ProcessStartInfo(asRoot ? "runuser" : program)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (string argument in asRoot ? ["-u", "postgres", "--", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await errors}");
    }
}
