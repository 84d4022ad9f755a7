using EqAssess.Data;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EqAssess.Web.Tests.Pages;

/// <summary>
/// The site with its real pipeline, on a database of its own. The clock is set by hand; jobs are recorded and run by nobody, unless
/// the settings keep the engine.
/// </summary>
public sealed class SiteFactory : WebApplicationFactory<SiteOptions>
{
    /// <summary>A Monday, nine o'clock UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly SiteSettings settings;
    private readonly bool ownsFolder;
    private readonly FolderDatabase database;

    private SiteFactory(SiteSettings settings)
    {
        this.settings = settings;
        ownsFolder = settings.Folder is null;
        Folder = settings.Folder ?? Directory.CreateTempSubdirectory("eqassess-pages-").FullName;
        database = FolderDatabase.Of(Folder);
        Address = $"{(settings.RequireHttps ? "https" : "http")}://{Guid.NewGuid():N}.example";
    }

    public HandSetTime Time { get; } = new(Start);

    public RecordingJobEngine Jobs { get; } = new();

    public CapturedLog Log { get; } = new();

    public string Folder { get; }

    /// <summary>The public address: different for each site, so that its lines on the console can be told apart.</summary>
    public string Address { get; }

    /// <summary>With SQLite.</summary>
    public string DatabaseFile => Path.Combine(Folder, "eqassess.db");

    /// <param name="now">What the clock shows at the start; <see cref="Start"/> unless told.</param>
    public static async Task<SiteFactory> StartAsync(SiteSettings? settings = null, DateTimeOffset? now = null)
    {
        var site = new SiteFactory(settings ?? new SiteSettings());
        site.Time.Instant = now ?? Start;
        if (site.settings.Prepared)
        {
            await site.database.FillAsync(await PreparedDatabase.SnapshotAsync());
        }

        await site.database.EnsureAsync();

        // Starting the host here makes a failure to start the failure of this call.
        _ = site.Server;
        return site;
    }

    /// <summary>A browser with cookies of its own.</summary>
    public Browser NewBrowser()
    {
        var cookies = new CookieJar();
        return new Browser(CreateDefaultClient(new Uri($"{(settings.RequireHttps ? "https" : "http")}://localhost"), cookies), cookies);
    }

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads or changes the database in a context of its own.</summary>
    public Task<T> ReadAsync<T>(Func<EqAssessDb, Task<T>> read) => AskAsync(read);

    /// <summary>Runs the job once, as one node does.</summary>
    public async Task RunAsync<TJob>()
        where TJob : Web.Jobs.Job, new()
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        await new TJob().RunAsync(scope.ServiceProvider, CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Close();
        if (ownsFolder)
        {
            await database.DeleteAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings.Environment);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EQASSESS_DATA"] = Folder,
            ["Site:PublicUrl"] = Address,
            ["Site:RequireHttps"] = settings.RequireHttps ? "true" : "false",
            ["Site:QuestionBanks"] = "",
            ["Site:Organisation"] = "Harbour Care",
            ["Demonstration:Enabled"] = "false",
            ["Scoring:AllowDraftKeysInHiring"] = "true",
            ["Campaigns:RequireJobRecord"] = "false",
            ["Mail:KeepCopies"] = "false",
            ["https_port"] = "443",
        };
        foreach ((string key, string value) in database.Settings.Concat(settings.Values))
        {
            values[key] = value;
        }

        foreach ((string key, string value) in values)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            if (!settings.KeepJobEngine)
            {
                services.Replace(ServiceDescriptor.Singleton<IJobEngine>(Jobs));
                foreach (ServiceDescriptor engine in services.Where(RunsJobs).ToList())
                {
                    services.Remove(engine);
                }
            }
        });
    }

    private static bool RunsJobs(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType?.Assembly.GetName().Name?.StartsWith("Quartz", StringComparison.Ordinal) == true
            || service.ImplementationType?.Namespace?.StartsWith(typeof(IJobEngine).Namespace!, StringComparison.Ordinal) == true);
}

/// <summary>What differs from an ordinary test site.</summary>
public sealed record SiteSettings
{
    public string Environment { get; init; } = "Production";

    public bool RequireHttps { get; init; }

    public bool KeepJobEngine { get; init; }

    /// <summary>Whether the database holds the sample bank, a form and an account for each role; otherwise it is empty.</summary>
    public bool Prepared { get; init; } = true;

    /// <summary>Data folder of an earlier site, to start on what it left; null for a new one.</summary>
    public string? Folder { get; init; }

    /// <summary>As in appsettings.json, for example <c>["Attempts:GraceSeconds"] = "0"</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
