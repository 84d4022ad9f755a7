using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace EqAssess.Testing;

/// <summary>
/// The services of a site as they are composed in production, on a real database, without a listening server. The clock is set by hand
/// and the job engine only records. Every call runs in a scope of its own, as requests and nodes do.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>A Monday, nine o'clock UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private readonly bool ownsDatabase;

    private TestSite(WebApplication app, DirectoryInfo folder, TestDatabase database, bool ownsDatabase, HandSetTime time, RecordingJobEngine jobs)
    {
        this.ownsDatabase = ownsDatabase;
        this.app = app;
        this.folder = folder;
        Database = database;
        Time = time;
        Jobs = jobs;
    }

    public TestDatabase Database { get; }

    public HandSetTime Time { get; }

    public RecordingJobEngine Jobs { get; }

    public string Folder => folder.FullName;

    /// <param name="engine">The chosen one unless told.</param>
    /// <param name="settings">As in appsettings.json, for example <c>("Attempts:GraceSeconds", "0")</c>.</param>
    public static async Task<TestSite> CreateAsync(string? engine = null, params (string Key, string Value)[] settings) =>
        Build(await TestDatabase.CreateAsync(engine ?? ChosenEngine.Name), ownsDatabase: true, new HandSetTime(Start), settings);

    /// <summary>Another node on the database of this one, with a memory of its own. It goes first.</summary>
    /// <param name="time">Its clock; the same as of this one unless told.</param>
    /// <param name="writer">What commits its answers; the engine's own unless told.</param>
    public TestSite AddNode(HandSetTime? time = null, IAttemptWriter? writer = null) => Build(Database, ownsDatabase: false, time ?? Time, [], writer);

    private static TestSite Build(TestDatabase database, bool ownsDatabase, HandSetTime time, (string Key, string Value)[] settings, IAttemptWriter? writer = null)
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("eqassess-site-");
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "EqAssess.Web", EnvironmentName = "Production", ContentRootPath = home.FullName,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Engine"] = database.Engine,
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Site:PublicUrl"] = "https://assess.example",
            ["Site:DataFolder"] = home.FullName,
            ["Scoring:AllowDraftKeysInHiring"] = "true",
            ["Campaigns:RequireJobRecord"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddEqAssess();
        builder.Logging.ClearProviders();
        var jobs = new RecordingJobEngine();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        builder.Services.Replace(ServiceDescriptor.Singleton<IJobEngine>(jobs));
        if (writer is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(writer));
        }

        return new TestSite(builder.Build(), home, database, ownsDatabase, time, jobs);
    }

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads the database in a context of its own.</summary>
    public Task<T> ReadAsync<T>(Func<EqAssessDb, Task<T>> read) => AskAsync(read);

    /// <summary>Runs the job once, as one node does.</summary>
    public async Task<int> RunAsync<TJob>()
        where TJob : Job, new()
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        return await new TJob().RunAsync(scope.ServiceProvider, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
