using System.Collections.Concurrent;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;

namespace EqAssess.Testing;

/// <summary>Runs nothing: a test runs the jobs itself, and sees which were nudged.</summary>
public sealed class RecordingJobEngine : IJobEngine
{
    private readonly ConcurrentQueue<Type> nudges = new();

    public IReadOnlyList<Type> Nudges => [.. nudges];

    public Task NudgeAsync<TJob>()
        where TJob : Job
    {
        nudges.Enqueue(typeof(TJob));
        return Task.CompletedTask;
    }
}
