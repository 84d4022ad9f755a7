using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Job = EqAssess.Web.Jobs.Job;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Into which queue a job goes, and what becomes of one that failed.</summary>
internal sealed class HangfireRules(ScheduledJobs jobs, JobOptions options) : IElectStateFilter
{
    private const string Retry = "Retry";

    public static string QueueOf(JobQueue queue) => queue switch
    {
        JobQueue.Critical => "critical",
        JobQueue.Default => EnqueuedState.DefaultQueue,
        JobQueue.Bulk => "bulk",
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, "No such queue."),
    };

    public void OnStateElection(ElectStateContext context)
    {
        if (context.BackgroundJob.Job?.Args is not [string name, ..] || jobs.Find(name) is not Job job)
        {
            return;
        }

        if (context.CandidateState is EnqueuedState enqueued)
        {
            enqueued.Queue = QueueOf(job.Queue);
        }
        else if (context.CandidateState is FailedState failed)
        {
            context.CandidateState = AfterFailure(context, job, failed);
        }
    }

    /// <summary>Failed ones would be kept for ever, and there is nothing to be done with them: the next sweep finds the same work.</summary>
    private IState AfterFailure(ElectStateContext context, Job job, FailedState failed)
    {
        bool sweep = context.BackgroundJob.Job.Method.Name == nameof(HangfireRun.SweepAsync);
        int retry = context.GetJobParameter<int>(Retry) + 1;
        if (sweep && options.WaitBefore(retry, job.Interval) is TimeSpan wait)
        {
            context.SetJobParameter(Retry, retry);
            return new ScheduledState(wait) { Reason = failed.Exception.Message };
        }

        return new DeletedState(new ExceptionInfo(failed.Exception)) { Reason = failed.Exception.Message };
    }
}
