using EqAssess.Testing;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Tests.Pages;
using Microsoft.Extensions.Options;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>Servers that share one schedule in their database.</summary>
public sealed class SharedScheduleTests
{
    private static readonly JobOptions Ordinary = new();

    [Theory]
    [InlineData("PostgreSql", 1)]
    [InlineData("Sqlite", 2)]
    [Trait("Database", "Each")]
    public async Task Two_servers_run_a_sweep_at_once_where_each_has_a_schedule_of_its_own_and_never_where_they_share_one(string engine, int atOnce)
    {
        Assert.SkipWhen(BuiltInJobEngine.Name != "Quartz", "Hangfire keeps a job from running twice at once on each server by itself.");
        int running = 0;
        int most = 0;
        Func<int, CancellationToken, Task<int>> work = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(700, CancellationToken.None);
            return Interlocked.Decrement(ref running);
        };
        var here = new First { Every = TimeSpan.FromSeconds(1), Work = work };
        var there = new First { Every = TimeSpan.FromSeconds(1), Work = work };
        await using JobHost first = await JobHost.StartAsync(engine, Ordinary, here);
        await JobHost.RunsAsync(here, 1);
        await using JobHost second = await first.AddServerAsync(Ordinary, there);

        await Waiting.UntilAsync("Ten runs", TimeSpan.FromSeconds(60), () => Task.FromResult(here.Starts.Count + there.Starts.Count >= 10));
        await second.StopAsync();
        await JobHost.RunsAsync(here, here.Starts.Count + 3);

        // A second holds 0.7 s of the one and 0.7 s of the other, unless one waits for the other. When one has ended, the other goes on alone.
        Assert.Equal(atOnce, most);
    }

    [Fact]
    [Trait("Database", "Each")]
    public async Task A_nudge_on_one_of_them_is_run_once()
    {
        var here = new First();
        var there = new First();
        await using JobHost first = await JobHost.StartAsync("PostgreSql", Ordinary, here);
        await JobHost.RunsAsync(here, 1);
        await using JobHost second = await first.AddServerAsync(Ordinary, there);
        await Task.Delay(TimeSpan.FromSeconds(3));
        int before = here.Starts.Count + there.Starts.Count;

        await second.NudgeAsync<First>();

        await Waiting.UntilAsync("The nudged run", TimeSpan.FromSeconds(30), () => Task.FromResult(here.Starts.Count + there.Starts.Count > before));
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(before + 1, here.Starts.Count + there.Starts.Count);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task A_site_on_a_file_that_is_told_to_share_its_schedule_does_not_start_and_says_why()
    {
        Assert.SkipWhen(BuiltInJobEngine.Name != "Quartz", "Hangfire keeps its rows in memory there.");
        var settings = new SiteSettings { Values = new Dictionary<string, string> { ["Jobs:Clustered"] = "true", ["Database:Engine"] = "Sqlite" } };

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => SiteFactory.StartAsync(settings));

        Assert.Contains("Jobs:Clustered is on, but Sqlite serves one machine", refused.Message, StringComparison.Ordinal);
    }
}
