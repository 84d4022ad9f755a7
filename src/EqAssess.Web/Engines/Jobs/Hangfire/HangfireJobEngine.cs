using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.States;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Hangfire, with its storage in the site's own database, or in memory where that is SQLite.</summary>
internal sealed partial class HangfireJobEngine(IBackgroundJobClient client, ScheduledJobs jobs, ILogger<HangfireJobEngine> logger) : IJobEngine
{
    /// <summary>A nudge that cannot be stored is lost, which costs one interval. What it was for is committed and must not fail.</summary>
    public Task NudgeAsync<TJob>()
        where TJob : Job
    {
        string name = jobs.All.OfType<TJob>().Single().Name;
        try
        {
            client.Create<HangfireRun>(run => run.NudgeAsync(name, CancellationToken.None), new EnqueuedState());
        }
        catch (BackgroundJobClientException failure)
        {
            Log.NudgeLost(logger, failure, name);
        }

        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Job} could not be asked for; it runs at its interval.")]
        public static partial void NudgeLost(ILogger logger, Exception failure, string job);
    }
}
