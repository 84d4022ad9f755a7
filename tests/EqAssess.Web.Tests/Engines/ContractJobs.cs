using System.Collections.Concurrent;
using EqAssess.Web.Jobs;

namespace EqAssess.Web.Tests.Engines;

/// <summary>A job that notes when it runs, and does what the test tells it.</summary>
internal abstract class ContractJob : Job
{
    private readonly ConcurrentQueue<DateTimeOffset> starts = new();
    private int running;

    /// <summary>A day: its turn does not come while a test runs. (An engine may count from the full hour, or from midnight.)</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Given the number of the run, from 1. What it returns is how many pieces of work were done.</summary>
    public Func<int, CancellationToken, Task<int>> Work { get; init; } = (_, _) => Task.FromResult(1);

    public override TimeSpan Interval => Every;

    public IReadOnlyList<DateTimeOffset> Starts => [.. starts];

    /// <summary>How many runs there were at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        starts.Enqueue(DateTimeOffset.UtcNow);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        try
        {
            return await Work(starts.Count, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}

internal sealed class First : ContractJob;

internal sealed class Second : ContractJob;

internal sealed class Third : ContractJob;

internal sealed class Fourth : ContractJob;

internal sealed class Urgent : ContractJob
{
    public override JobQueue Queue => JobQueue.Critical;
}

internal sealed class Patient : ContractJob
{
    public override JobQueue Queue => JobQueue.Bulk;
}
