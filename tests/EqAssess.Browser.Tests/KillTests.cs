using EqAssess.Testing.Load;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>A server that is killed in the middle of saving has lost nothing that it acknowledged.</summary>
public sealed class KillTests
{
    private const int Times = 3;

    [Fact]
    public async Task A_server_that_is_killed_again_and_again_under_load_loses_nothing_doubles_nothing_and_moves_no_deadline()
    {
        KillReport report = await KillRun.RunAsync(Times, people: 6, seed: 7);

        Assert.Empty(report.Wrong);
        Assert.Equal(Times, report.Kills);
        Assert.True(report is { Acknowledged: > 100, RanOut: > 0 }, $"{report}");
    }
}
