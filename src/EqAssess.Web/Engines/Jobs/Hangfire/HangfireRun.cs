using EqAssess.Web.Jobs;
using Hangfire;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>What Hangfire stores: the name of a job, and whether its turn has come or somebody asked for it.</summary>
internal sealed class HangfireRun(JobRuns runs, ScheduledJobs jobs, OneAtATime turns)
{
    [JobDisplayName("{0}")]
    public Task SweepAsync(string name, CancellationToken cancellationToken) => RunAsync(name, cancellationToken);

    /// <summary>Not tried again when it fails: the sweep is.</summary>
    [JobDisplayName("{0}")]
    public Task NudgeAsync(string name, CancellationToken cancellationToken) => RunAsync(name, cancellationToken);

    private Task RunAsync(string name, CancellationToken cancellationToken) =>
        jobs.Find(name) is Job job ? turns.TakeAsync(name, () => runs.RunAsync(job, cancellationToken)) : Task.CompletedTask;
}
