using System.Collections.Concurrent;
using System.Diagnostics;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>Runs a job once, whichever engine asks, and remembers what this node did since it started.</summary>
public sealed partial class JobRuns(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRuns> logger)
{
    private const int MostRemembered = 20;

    private readonly ConcurrentDictionary<string, JobRun> last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JobRun>> history = new(StringComparer.Ordinal);

    /// <summary>The last finished run; null before the first.</summary>
    public JobRun? LastOf(Job job) => last.GetValueOrDefault(job.Name);

    /// <summary>The last 20 runs that found work or failed, the latest first. A sweep that finds nothing leaves no trace here.</summary>
    public IReadOnlyList<JobRun> HistoryOf(Job job) => history.TryGetValue(job.Name, out ConcurrentQueue<JobRun>? runs) ? [.. runs.Reverse()] : [];

    /// <exception cref="Exception">Whatever the job threw, after it was logged, so that the engine can retry.</exception>
    public async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = time.Now;
        long from = Stopwatch.GetTimestamp();
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            int done = await job.RunAsync(scope.ServiceProvider, cancellationToken);
            Remember(job, new JobRun(startedAt, Stopwatch.GetElapsedTime(from), done, Failed: false));
            if (done > 0)
            {
                Log.Finished(logger, job.Name, done);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Remember(job, new JobRun(startedAt, Stopwatch.GetElapsedTime(from), 0, Failed: true));
            Log.Failed(logger, failure, job.Name);
            throw;
        }
    }

    private void Remember(Job job, JobRun run)
    {
        last[job.Name] = run;
        if (run is { Done: 0, Failed: false })
        {
            return;
        }

        ConcurrentQueue<JobRun> runs = history.GetOrAdd(job.Name, _ => new ConcurrentQueue<JobRun>());
        runs.Enqueue(run);
        while (runs.Count > MostRemembered)
        {
            runs.TryDequeue(out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Job} did {Count} pieces of work.")]
        public static partial void Finished(ILogger logger, string job, int count);

        [LoggerMessage(LogLevel.Error, "{Job} failed; it runs again at its interval, or sooner.")]
        public static partial void Failed(ILogger logger, Exception failure, string job);
    }
}

/// <param name="Done">Pieces of work.</param>
public sealed record JobRun(DateTimeOffset StartedAt, TimeSpan Took, int Done, bool Failed);
