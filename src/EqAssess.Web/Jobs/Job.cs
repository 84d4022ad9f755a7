namespace EqAssess.Web.Jobs;

/// <summary>A recurring sweep: finds what is due by a query, and does it idempotently. Two nodes may run it at once.</summary>
public abstract class Job
{
    /// <summary>Verb and noun, as on the page of jobs and in logs.</summary>
    public string Name => GetType().Name;

    public abstract TimeSpan Interval { get; }

    /// <param name="services">A scope of its own for this run.</param>
    /// <returns>How many pieces of work were done.</returns>
    public abstract Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken);
}
