namespace EqAssess.Web.Jobs;

/// <summary>A recurring sweep: finds what is due by a query, and does it idempotently. Two nodes may run it at once.</summary>
public abstract class Job
{
    /// <summary>Verb and noun, as on the page of jobs and in logs.</summary>
    public string Name => GetType().Name;

    public abstract TimeSpan Interval { get; }

    /// <summary>What goes first when much is due at once.</summary>
    public virtual JobQueue Queue => JobQueue.Default;

    /// <param name="services">A scope of its own for this run.</param>
    /// <returns>How many pieces of work were done.</returns>
    public abstract Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>Does one piece of work after the other. One that fails is a defect to be seen, and keeps no other from being done.</summary>
    /// <returns>How many were done.</returns>
    /// <exception cref="AggregateException">What went wrong, after all of them had their turn.</exception>
    protected static async Task<int> EachAsync(IEnumerable<Guid> due, Func<Guid, Task<bool>> work, CancellationToken cancellationToken)
    {
        int done = 0;
        var failures = new List<Exception>();
        foreach (Guid id in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                done += await work(id) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{done} were done and {failures.Count} failed.", failures);
    }
}

/// <summary>In the order of their importance.</summary>
public enum JobQueue
{
    /// <summary>Somebody's test waits for it.</summary>
    Critical,

    Default,

    /// <summary>Takes long, and can wait.</summary>
    Bulk,
}
