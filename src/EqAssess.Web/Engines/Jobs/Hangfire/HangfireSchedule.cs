using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.Server;
using Hangfire.Storage;
using Job = EqAssess.Web.Jobs.Job;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>
/// Tells Hangfire what recurs: each job of the list at its interval, and nothing that an earlier version left. It looks again each minute, because on
/// Hangfire's pages a recurring job can be deleted, and without their sweeps no attempt would be closed.
/// </summary>
internal sealed class HangfireSchedule(JobStorage storage, IRecurringJobManager recurring, ScheduledJobs jobs) : IBackgroundProcess
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public void Execute(BackgroundProcessContext context)
    {
        context.Wait(LookAgain);
        context.StoppingToken.ThrowIfCancellationRequested();
        Set();
    }

    /// <summary>Sets what recurs, and runs all of it once.</summary>
    public void Begin()
    {
        Set();
        foreach (Job job in jobs.All)
        {
            recurring.Trigger(job.Name);
        }
    }

    private void Set()
    {
        foreach (Job job in jobs.All)
        {
            string name = job.Name;
            recurring.AddOrUpdate<HangfireRun>(name, run => run.SweepAsync(name, CancellationToken.None), IntervalCron.Of(job.Interval), new RecurringJobOptions());
        }

        using IStorageConnection connection = storage.GetConnection();
        foreach (RecurringJobDto gone in connection.GetRecurringJobs().Where(r => jobs.Find(r.Id) is null))
        {
            recurring.RemoveIfExists(gone.Id);
        }
    }
}
