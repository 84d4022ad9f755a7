using System.Diagnostics;
using System.Globalization;
using EqAssess.Data.Databases;
using EqAssess.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace EqAssess.Benchmarks;

/// <summary>
/// What saving costs at least: bare Kestrel, the same grouping writer, one row of raw bytes for each request, and no rules. In a process
/// of its own with the garbage collector that web projects have.
/// </summary>
internal sealed class FloorServer : IAsyncDisposable
{
    public const string Verb = "floor";
    private readonly Process process;

    private FloorServer(Process process, string url)
    {
        this.process = process;
        Url = url;
    }

    public string Url { get; }

    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<FloorServer> StartAsync(string folder)
    {
        string port = SmtpServer.FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [typeof(FloorServer).Assembly.Location, Verb, folder, port]);
        start.Environment["DOTNET_gcServer"] = "1";
        var floor = new FloorServer(Process.Start(start)!, $"http://127.0.0.1:{port}");
        using var http = new HttpClient();
        await Waiting.UntilAsync("The floor", TimeSpan.FromSeconds(30), async () =>
        {
            try
            {
                return await http.GetStringAsync($"{floor.Url}/health") == "ok";
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return floor;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The server's own process; it runs until it is killed.</summary>
    public static async Task RunAsync(string folder, int port)
    {
        string database = $"Data Source={Path.Combine(folder, "floor.db")};Pooling=False";
        await CreateAsync(database);
        using var commits = new GroupCommit<byte[]>(database, Prepare);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await using WebApplication app = builder.Build();
        app.Run(http => AnswerAsync(http, commits));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http, GroupCommit<byte[]> commits)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsync("ok");
            return;
        }

        byte[] body = new byte[http.Request.ContentLength ?? 0];
        await http.Request.Body.ReadExactlyAsync(body);
        await commits.WriteAsync(body);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{\"sequence\":1,\"secondsLeft\":1,\"complete\":0}");
    }

    private static async Task CreateAsync(string database)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using SqliteCommand create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE saved (id INTEGER PRIMARY KEY, body BLOB NOT NULL)";
        await create.ExecuteNonQueryAsync();
    }

    private static Func<byte[], SqliteTransaction, bool> Prepare(SqliteConnection connection)
    {
        SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO saved (body) VALUES ($body)";
        SqliteParameter parameter = insert.Parameters.Add("$body", SqliteType.Blob);
        insert.Prepare();
        return (body, transaction) =>
        {
            parameter.Value = body;
            insert.Transaction = transaction;
            return insert.ExecuteNonQuery() == 1;
        };
    }
}
