using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.Storage;
using Job = EqAssess.Web.Jobs.Job;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Tells Hangfire what recurs: each job of the list at its interval, and nothing that an earlier version left.</summary>
internal sealed class HangfireSchedule(JobStorage storage, IRecurringJobManager recurring, ScheduledJobs jobs)
{
    public void Set()
    {
        foreach (Job job in jobs.All)
        {
            string name = job.Name;
            recurring.AddOrUpdate<HangfireRun>(name, run => run.SweepAsync(name, CancellationToken.None), IntervalCron.Of(job.Interval), new RecurringJobOptions());
            recurring.Trigger(name);
        }

        using IStorageConnection connection = storage.GetConnection();
        foreach (RecurringJobDto gone in connection.GetRecurringJobs().Where(r => jobs.Find(r.Id) is null))
        {
            recurring.RemoveIfExists(gone.Id);
        }
    }
}
