using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs.Quartz;
using EqAssess.Web.Jobs;
using Microsoft.Extensions.Options;
using Quartz;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>The job engine that is compiled in (property <c>JobEngine</c>): Quartz.NET.</summary>
public static class BuiltInJobEngine
{
    public const string Name = "Quartz";

    /// <summary>Where the engine shows its own pages; null where it has none.</summary>
    public static string? Dashboard => null;

    /// <param name="shared">The database in which servers share one schedule (<see cref="JobOptions.Clustered"/>); null: each keeps its own in memory.</param>
    /// <exception cref="OptionsValidationException">The database is a file, which servers cannot share.</exception>
    public static void AddJobEngine(this IServiceCollection services, IReadOnlyList<Job> jobs, DatabaseOptions? shared)
    {
        services.AddSingleton(new ScheduledJobs(jobs));
        services.AddSingleton<JobRuns>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            if (shared is not null)
            {
                quartz.UsePersistentStore(store => SharedSchedule.Configure(store, shared));
            }

            foreach (Job job in jobs)
            {
                quartz.ScheduleJob<QuartzRun>(
                    (provider, trigger) => trigger.WithIdentity(job.Name).WithPriority(QuartzJobEngine.PriorityOf(job))
                        .WithRetryPolicy(PolicyOf(provider.GetRequiredService<IOptions<JobOptions>>().Value))
                        .StartNow().WithSimpleSchedule(job.Interval),
                    (_, detail) => detail.WithIdentity(job.Name));
            }
        });
        services.AddOptions<ThreadPoolOptions>().Configure<IOptions<JobOptions>>((pool, options) => pool.MaxConcurrency = options.Value.AtOnce);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton<IJobEngine, QuartzJobEngine>();
    }

    public static void MapJobDashboard(this IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);

    /// <summary>Quartz itself skips a retry that would come after the next turn (<see cref="JobOptions.WaitBefore"/>).</summary>
    private static RetryPolicy PolicyOf(JobOptions options) => RetryPolicy.Exponential(options.Retries, TimeSpan.FromSeconds(options.RetrySeconds), 2, maxDelay: null);
}
