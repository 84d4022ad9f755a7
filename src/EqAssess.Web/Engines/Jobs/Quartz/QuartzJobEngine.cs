using EqAssess.Web.Jobs;
using Quartz;

namespace EqAssess.Web.Engines.Jobs.Quartz;

/// <summary>Quartz.NET 4, in memory on every node.</summary>
internal sealed class QuartzJobEngine(ISchedulerFactory schedulers, ScheduledJobs jobs) : IJobEngine
{
    public async Task NudgeAsync<TJob>()
        where TJob : Job
    {
        IScheduler scheduler = await schedulers.GetScheduler();
        Job job = jobs.All.OfType<TJob>().Single();
        await scheduler.ScheduleJob(TriggerBuilder.Create().ForJob(new JobKey(job.Name)).WithPriority(PriorityOf(job)).WithRetryPolicy(RetryPolicy.None).StartNow().Build());
    }

    /// <summary>Which of those that are due goes first, when there are more than may run at once.</summary>
    public static int PriorityOf(Job job) => job.Queue switch
    {
        JobQueue.Critical => 9,
        JobQueue.Default => 5,
        JobQueue.Bulk => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(job), job.Queue, "No such queue."),
    };
}

/// <summary>Hands one firing to the job that it names.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzRun(JobRuns runs, ScheduledJobs jobs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (jobs.Find(context.JobDetail.Key.Name) is Job job)
        {
            await runs.RunAsync(job, cancellationToken);
        }
    }
}
