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
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(6);

    [Fact]
    [Trait("Database", "Each")]
    public async Task One_of_two_servers_runs_a_sweep_and_the_other_goes_on_alone()
    {
        var here = new First { Every = TimeSpan.FromSeconds(1) };
        var there = new First { Every = TimeSpan.FromSeconds(1) };
        await using JobHost first = await JobHost.StartAsync("PostgreSql", Ordinary, here);
        await JobHost.RunsAsync(here, 1);
        await using JobHost second = await first.AddServerAsync(Ordinary, there);

        int before = here.Starts.Count + there.Starts.Count;
        await Task.Delay(Watched);
        int together = here.Starts.Count + there.Starts.Count - before;
        await second.StopAsync();
        int left = here.Starts.Count;

        // Each for itself would come to twelve.
        Assert.InRange(together, 3, 8);
        await JobHost.RunsAsync(here, left + 3);
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
