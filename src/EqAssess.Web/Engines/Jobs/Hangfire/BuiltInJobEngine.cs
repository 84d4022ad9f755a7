using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs.Hangfire;
using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.Options;
using Job = EqAssess.Web.Jobs.Job;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>The job engine that is compiled in (property <c>JobEngine</c>): Hangfire.</summary>
public static class BuiltInJobEngine
{
    public const string Name = "Hangfire";

    /// <summary>Where the engine shows its own pages; null where it has none.</summary>
    public static string? Dashboard => HangfireDashboard.Path;

    /// <summary>Everything but the log comes from the container, and nothing from Hangfire's static defaults, so that two sites in one process stay apart.</summary>
    /// <param name="shared">Nothing that Hangfire would ask for: on a database server its rows are shared in any case (<see cref="HangfireStorage"/>).</param>
    public static void AddJobEngine(this IServiceCollection services, IReadOnlyList<Job> jobs, DatabaseOptions? shared)
    {
        _ = shared;
        services.AddSingleton(new ScheduledJobs(jobs));
        services.AddSingleton<JobRuns>();
        services.AddSingleton<OneAtATime>();
        services.AddTransient<HangfireRun>();
        services.AddSingleton<JobStorage>(HangfireStorage.Open);
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterCollection
        {
            new HangfireRules(provider.GetRequiredService<ScheduledJobs>(), provider.GetRequiredService<IOptions<JobOptions>>().Value),
            new StatisticsHistoryAttribute(),
        });
        services.AddHangfire((provider, hangfire) => hangfire.UseLogProvider(new HangfireLogs(provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<HangfireSchedule>();
        services.AddHostedService<HangfireServers>();
        services.AddSingleton<IJobEngine, HangfireJobEngine>();
        services.AddAuthorizationBuilder().AddPolicy(HangfireDashboard.Policy, p => p.RequireRole(Roles.Administrator, Roles.Auditor));
    }

    public static void MapJobDashboard(this IEndpointRouteBuilder endpoints) => HangfireDashboard.Map(endpoints);
}
