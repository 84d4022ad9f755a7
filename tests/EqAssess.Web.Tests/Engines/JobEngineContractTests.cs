using EqAssess.Testing;
using EqAssess.Web.Engines.Jobs;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>What the site expects of a job engine, shown on the one that is built in.</summary>
public sealed class JobEngineContractTests
{
    private static readonly JobOptions Ordinary = new();

    public JobEngineContractTests() => EngineRecord.JobEngines();

    [Theory]
    [EachJobStorage]
    public async Task A_sweep_runs_at_once_and_then_at_its_interval(string engine)
    {
        var often = new First { Every = TimeSpan.FromSeconds(1) };
        var seldom = new Second();
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, often, seldom);

        await JobHost.RunsAsync(often, 4);
        await JobHost.RunsAsync(seldom, 1);

        // The first may come right before a turn. From then on there is a second between them, or more where the machine is busy.
        Assert.True(often.Starts[3] - often.Starts[1] > TimeSpan.FromSeconds(1), string.Join(' ', often.Starts));
        Assert.Single(seldom.Starts);
    }

    [Theory]
    [EachJobStorage]
    public async Task A_nudge_runs_its_job_and_no_other_long_before_their_turn(string engine)
    {
        var job = new First();
        var other = new Second();
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, job, other);
        await JobHost.RunsAsync(job, 1);
        await JobHost.RunsAsync(other, 1);

        await host.NudgeAsync<First>();

        await JobHost.RunsAsync(job, 2);
        Assert.Single(other.Starts);
    }

    [Theory]
    [EachJobStorage]
    public async Task Work_that_comes_up_while_a_job_runs_is_found_by_a_run_that_begins_later(string engine)
    {
        var gate = new TaskCompletionSource<int>();
        var job = new First { Work = (run, _) => run == 1 ? gate.Task : Task.FromResult(1) };
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, job);
        await JobHost.RunsAsync(job, 1);

        await host.NudgeAsync<First>();
        gate.SetResult(1);

        await JobHost.RunsAsync(job, 2);
        Assert.Equal(1, job.MostAtOnce);
    }

    [Theory]
    [EachJobStorage]
    public async Task Many_nudges_never_run_a_job_twice_at_once(string engine)
    {
        var job = new First { Work = async (_, _) => { await Task.Delay(50); return 1; } };
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, job);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.NudgeAsync<First>()));

        await JobHost.RunsAsync(job, 2);
        await host.StopAsync();
        Assert.Equal(1, job.MostAtOnce);
    }

    [Theory]
    [EachJobStorage]
    public async Task No_more_jobs_run_at_once_than_the_setting_allows_and_all_of_them_run(string engine)
    {
        int running = 0;
        int most = 0;
        Func<int, CancellationToken, Task<int>> work = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(300);
            Interlocked.Decrement(ref running);
            return 1;
        };
        ContractJob[] jobs = [new First { Work = work }, new Second { Work = work }, new Third { Work = work }, new Fourth { Work = work }, new Urgent { Work = work }, new Patient { Work = work }];

        await using JobHost host = await JobHost.StartAsync(engine, new JobOptions { AtOnce = 3 }, jobs);

        foreach (ContractJob job in jobs)
        {
            await JobHost.RunsAsync(job, 1);
        }

        Assert.InRange(most, 1, 3);
    }

    [Theory]
    [EachJobStorage]
    public async Task A_long_batch_keeps_nothing_urgent_waiting(string engine)
    {
        var gate = new TaskCompletionSource<int>();
        var batch = new Patient { Work = (_, _) => gate.Task };
        var urgent = new Urgent();
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, batch, urgent);
        await JobHost.RunsAsync(batch, 1);
        await JobHost.RunsAsync(urgent, 1);

        await host.NudgeAsync<Patient>();
        await host.NudgeAsync<Urgent>();

        await JobHost.RunsAsync(urgent, 2);
        Assert.Single(batch.Starts);
        gate.SetResult(1);
    }

    [Theory]
    [EachJobStorage]
    public async Task A_job_that_is_under_way_at_the_end_is_told_to_stop_and_waited_for(string engine)
    {
        bool told = false;
        bool tidied = false;
        var job = new First
        {
            Work = async (_, cancelled) =>
            {
                await Waiting.UntilAsync("Being told", TimeSpan.FromSeconds(30), () => Task.FromResult(cancelled.IsCancellationRequested));
                told = true;
                await Task.Delay(500, CancellationToken.None);
                tidied = true;
                cancelled.ThrowIfCancellationRequested();
                return 1;
            },
        };
        await using JobHost host = await JobHost.StartAsync(engine, Ordinary, job);
        await JobHost.RunsAsync(job, 1);

        await host.StopAsync();

        Assert.True(told);
        Assert.True(tidied);
        await Task.Delay(1_500);
        Assert.Single(job.Starts);
    }
}
