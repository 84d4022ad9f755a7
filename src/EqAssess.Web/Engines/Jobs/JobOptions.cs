using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>Section <c>Jobs</c>: of whichever engine is built in.</summary>
public sealed record JobOptions
{
    /// <summary>How many jobs one server runs at the same time. No job runs twice at once on one server.</summary>
    [Range(1, 64)]
    public int AtOnce { get; init; } = 10;

    /// <summary>Seconds until a sweep that failed is tried again. Each further wait is twice as long as the one before.</summary>
    [Range(1, 3600)]
    public int RetrySeconds { get; init; } = 5;

    /// <summary>How often a sweep that fails is tried again before it waits for its next turn.</summary>
    [Range(1, 20)]
    public int Retries { get; init; } = 5;

    /// <summary>
    /// Whether the servers of a site share one schedule in its database, so that each sweep runs on one of them; otherwise every server runs
    /// every sweep. Either way each thing happens once. With Hangfire a database server always holds one schedule for all.
    /// </summary>
    public bool Clustered { get; init; }

    /// <summary>
    /// The wait before a retry. Null when there is none: because they are used up, or because the next sweep comes sooner. Only sweeps are
    /// tried again; a nudge that failed has the sweep behind it.
    /// </summary>
    /// <param name="retry">Counted from 1.</param>
    public TimeSpan? WaitBefore(int retry, TimeSpan interval)
    {
        double waited = RetrySeconds * (Math.Pow(2, retry) - 1);
        return retry <= Retries && waited < interval.TotalSeconds ? TimeSpan.FromSeconds(RetrySeconds * Math.Pow(2, retry - 1)) : null;
    }
}
