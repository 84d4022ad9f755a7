using EqAssess.Web.Jobs;
using Quartz;

namespace EqAssess.Web.Engines.Jobs.Quartz;

/// <summary>Quartz.NET 4, in memory on every node.</summary>
internal sealed class QuartzJobEngine(ISchedulerFactory schedulers) : IJobEngine
{
    public async Task NudgeAsync<TJob>()
        where TJob : Job
    {
        IScheduler scheduler = await schedulers.GetScheduler();
        await scheduler.TriggerJob(new JobKey(typeof(TJob).Name));
    }
}

/// <summary>Hands one firing to the job that it names.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzRun(JobRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        Job job = JobCatalogue.All.Single(j => j.Name == context.JobDetail.Key.Name);
        await runs.RunAsync(job, cancellationToken);
    }
}

internal static class QuartzRegistration
{
    public static void AddJobEngine(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (Job job in JobCatalogue.All)
            {
                quartz.ScheduleJob<QuartzRun>(
                    trigger => trigger.WithIdentity(job.Name).StartNow().WithSimpleSchedule(job.Interval),
                    detail => detail.WithIdentity(job.Name));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton<IJobEngine, QuartzJobEngine>();
    }
}
