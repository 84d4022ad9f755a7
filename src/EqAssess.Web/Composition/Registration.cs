using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Jobs;
using EqAssess.Web.Pages.Home;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Which services exist.</summary>
public static class Registration
{
    public static void AddEqAssess(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        IServiceCollection services = builder.Services;
        services.AddOptionsOf<SiteOptions>("Site");
        services.PostConfigure<SiteOptions>(site =>
        {
            string root = builder.Environment.ContentRootPath;
            site.DataFolder = Path.GetFullPath(builder.Configuration["EQASSESS_DATA"] ?? site.DataFolder, root);
            site.QuestionBanks = site.QuestionBanks.Length == 0 ? "" : Path.GetFullPath(site.QuestionBanks, root);
        });
        services.AddOptionsOf<DatabaseOptions>("Database");
        services.AddOptionsOf<MailOptions>("Mail");
        services.AddOptionsOf<DemonstrationOptions>("Demonstration");
        services.AddOptionsOf<ScoringOptions>("Scoring");
        services.AddOptionsOf<CampaignOptions>("Campaigns");
        services.AddOptionsOf<AttemptOptions>("Attempts");
        services.AddOptionsOf<PanelOptions>("Panels");
        services.AddOptionsOf<CandidateOptions>("Candidates");
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, RedactedLogs>());
        services.AddTime();
        services.AddDatabase();
        services.AddInstallation();
        services.AddHome();
        services.AddContent();
        services.AddCandidates();
        services.AddResults();
        services.AddStaffIdentity();
        services.AddPages();
        services.AddLimits();
        services.AddCompression();
        services.AddOptionsOf<JobOptions>("Jobs");
        services.AddJobEngine(JobCatalogue.All, builder.Configuration.GetValue<bool>("Jobs:Clustered") ? builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new() : null);
        services.AddPdfEngine();
    }

    internal static void AddOptionsOf<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    private static void AddTime(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SteadyClock(TimeProvider.System, provider.GetRequiredService<ILogger<SteadyClock>>()));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SteadyClock>());
        services.AddSingleton<SharedClock>();
        services.AddSingleton<OtherClocks>();
        services.AddSingleton<Pulse>();
        services.AddSingleton<StorageState>();
        services.AddHostedService<Heartbeats>();
        services.AddScoped<OutageService>();
        services.AddScoped<LostTime>();
    }

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddDbContextPool<EqAssessDb>((provider, options) =>
        {
            (DatabaseEngine engine, string connection) = DatabaseOf(provider);
            engine.ConfigureContext(options, connection);
        });
        services.AddSingleton(provider =>
        {
            (DatabaseEngine engine, string connection) = DatabaseOf(provider);
            return engine.OpenWriter(connection);
        });
        services.AddSingleton<AttemptHeads>();
        services.AddScoped<AttemptLedger>();
        services.AddDataProtection().SetApplicationName("EqAssess");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys(scopes));
    }

    internal static (DatabaseEngine Engine, string Connection) DatabaseOf(IServiceProvider provider)
    {
        DatabaseOptions database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        DatabaseEngine engine = DatabaseEngine.Get(database.Engine);
        return (engine, ConnectionString(database, engine, provider.GetRequiredService<IOptions<SiteOptions>>().Value));
    }

    private static string ConnectionString(DatabaseOptions database, DatabaseEngine engine, SiteOptions site)
    {
        if (database.ConnectionString.Length > 0)
        {
            return database.ConnectionString;
        }

        if (engine is not SqliteEngine)
        {
            throw new OptionsValidationException(
                "Database", typeof(DatabaseOptions), [$"Database:Engine is {engine.Name}, but Database:ConnectionString is empty. Say where the server is."]);
        }

        Directory.CreateDirectory(site.DataFolder);
        return $"Data Source={Path.Combine(site.DataFolder, "eqassess.db")}";
    }

    private static void AddInstallation(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceFacts>();
        services.AddScoped<RetentionService>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<AuditService>();
        services.AddScoped<Installation>();
        services.AddScoped<Demonstration>();
        services.AddScoped<SimulatedCandidates>();
        services.AddScoped<CandidateWords>();
        services.AddScoped<StaffWords>();
        services.AddScoped<JudgeWords>();
    }

    /// <summary>Sections of the first page, in their order.</summary>
    private static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<CampaignNeeds>();
        services.AddScoped<ContentNeeds>();
        services.AddScoped<HomePage>();
        services.AddScoped<HomeTasks, AdjustmentTasks>();
        services.AddScoped<HomeTasks, CandidateTasks>();
        services.AddScoped<HomeTasks, CampaignTasks>();
        services.AddScoped<HomeTasks, ContentTasks>();
        services.AddScoped<HomeTasks, InstallationTasks>();
    }
}
