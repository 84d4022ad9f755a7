using EqAssess.Testing;
using EqAssess.Web.Engines.Jobs;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>What becomes of a job that fails, on the engine that is built in, and where that is seen.</summary>
public sealed class JobRetryContractTests
{
    private static readonly TimeSpan TimeForOneMore = TimeSpan.FromSeconds(4);

    public JobRetryContractTests() => EngineRecord.JobEngines();

    [Theory]
    [EachJobStorage]
    public async Task A_sweep_that_fails_is_tried_again_after_waits_that_grow_until_it_succeeds(string engine)
    {
        var job = new First { Work = (run, _) => run < 3 ? throw new InvalidOperationException("Not yet.") : Task.FromResult(7) };
        await using JobHost host = await JobHost.StartAsync(engine, new JobOptions { RetrySeconds = 1, Retries = 4 }, job);

        await JobHost.RunsAsync(job, 3);
        await Waiting.UntilAsync("The end of the third run", TimeSpan.FromSeconds(30), () => Task.FromResult(host.Runs.LastOf(job) is { Failed: false }));

        TimeSpan[] waits = [.. job.Starts.Zip(job.Starts.Skip(1), (before, after) => after - before)];
        Assert.True(waits[0] >= TimeSpan.FromSeconds(0.9), waits[0].ToString());
        Assert.True(waits[1] >= TimeSpan.FromSeconds(1.9), waits[1].ToString());
        Assert.Equal([(7, false), (0, true), (0, true)], host.Runs.HistoryOf(job).Select(r => (r.Done, r.Failed)));
        await Task.Delay(TimeForOneMore);
        Assert.Equal(3, job.Starts.Count);
    }

    [Theory]
    [EachJobStorage]
    public async Task One_that_keeps_failing_waits_for_its_turn_in_the_end_and_keeps_no_other_from_running(string engine)
    {
        var broken = new First { Work = (_, _) => throw new InvalidOperationException("Never.") };
        var sound = new Second { Every = TimeSpan.FromSeconds(1) };
        await using JobHost host = await JobHost.StartAsync(engine, new JobOptions { RetrySeconds = 1, Retries = 1 }, broken, sound);

        await JobHost.RunsAsync(broken, 2);
        int before = sound.Starts.Count;
        await JobHost.RunsAsync(sound, before + 3);

        Assert.Equal(2, broken.Starts.Count);
        Assert.True(host.Runs.LastOf(broken)?.Failed);
    }

    [Theory]
    [EachJobStorage]
    public async Task A_nudge_that_fails_leaves_the_work_to_the_sweep(string engine)
    {
        var job = new First { Work = (run, _) => run == 2 ? throw new InvalidOperationException("This once.") : Task.FromResult(0) };
        await using JobHost host = await JobHost.StartAsync(engine, new JobOptions { RetrySeconds = 1 }, job);
        await JobHost.RunsAsync(job, 1);
        await Waiting.UntilAsync("The end of the sweep", TimeSpan.FromSeconds(30), () => Task.FromResult(host.Runs.LastOf(job) is not null));

        await host.NudgeAsync<First>();

        await JobHost.RunsAsync(job, 2);
        await Task.Delay(TimeForOneMore);
        Assert.Equal(2, job.Starts.Count);
        Assert.True(Assert.Single(host.Runs.HistoryOf(job)).Failed);
    }

    [Theory]
    [EachJobStorage]
    public async Task The_history_holds_the_last_twenty_runs_that_found_work_the_latest_first(string engine)
    {
        var job = new First { Work = (run, _) => Task.FromResult(run) };
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, job);
        for (int run = 1; run <= 25; run++)
        {
            await JobHost.RunsAsync(job, run);
            await Waiting.UntilAsync($"The end of run {run}", TimeSpan.FromSeconds(30), () => Task.FromResult(host.Runs.LastOf(job)?.Done == run));
            await host.NudgeAsync<First>();
        }

        await JobHost.RunsAsync(job, 26);
        await Waiting.UntilAsync("The end of run 26", TimeSpan.FromSeconds(30), () => Task.FromResult(host.Runs.LastOf(job)?.Done == 26));
        Assert.Equal(Enumerable.Range(7, 20).Reverse(), host.Runs.HistoryOf(job).Select(r => r.Done));
    }

    [Theory]
    [InlineData(1, 3600, 5)]
    [InlineData(2, 3600, 10)]
    [InlineData(5, 3600, 80)]
    [InlineData(6, 3600, null)]
    [InlineData(1, 6, 5)]
    [InlineData(1, 5, null)]
    [InlineData(2, 16, 10)]
    [InlineData(2, 15, null)]
    public void Waits_double_and_end_when_they_are_used_up_or_the_next_turn_comes_sooner(int retry, int interval, int? seconds)
    {
        Assert.Equal(seconds, Ordinary.WaitBefore(retry, TimeSpan.FromSeconds(interval))?.TotalSeconds);
    }

    private static JobOptions Ordinary { get; } = new();
}
