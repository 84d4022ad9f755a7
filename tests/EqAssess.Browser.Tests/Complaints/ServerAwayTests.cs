using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"The exam server was restarted and old answers were submitted": the page waits for the server and loses nothing.</summary>
public sealed class ServerAwayTests(Chromium chromium) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-away-");

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Answers_are_lost_when_the_server_is_restarted_in_the_middle()
    {
        var settings = new ServerSettings { DataFolder = folder.FullName };
        ServerProcess first = await ServerProcess.StartAsync(settings);
        Device desk = await stage.DeviceAsync(first.Url);
        desk.Expects("ERR_CONNECTION_REFUSED");
        await new LinkPage(desk.Page).OpenAsync(first.SampleLink);
        ScenarioPage scenario = await new LinkPage(desk.Page).StartAsync();
        await scenario.RateAllAsync([1], untilSaved: true);

        await first.KillAsync();
        await scenario.RateAsync(2, 4);
        await scenario.RateAsync(1, 3);
        await Assertions.Expect(scenario.Alert).ToContainTextAsync("No connection to the server");
        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync("Not saved yet: 2");
        await using ServerProcess second = await ServerProcess.StartAsync(settings with { Port = new Uri(first.Url).Port });

        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved, new LocatorAssertionsToHaveTextOptions { Timeout = 40_000 });
        await Assertions.Expect(scenario.Banner).ToContainTextAsync("The connection is back");
        await scenario.NextAsync("Scenario 2 of 12");
        await scenario.BackAsync("Scenario 1 of 12");
        Assert.Equal([3, 4, 0, 0], await scenario.RatingsAsync());
        await first.DisposeAsync();
    }
}
