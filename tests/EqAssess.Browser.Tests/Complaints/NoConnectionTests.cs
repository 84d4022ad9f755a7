using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Domain.Attempts;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"The Wi-Fi dropped and my answers had to be sent by e-mail": the page goes on, says so, and catches up by itself.</summary>
public sealed class NoConnectionTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_short_gap_in_the_Wi_Fi_loses_answers_and_the_page_says_nothing()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        person.Device.Expects("ERR_INTERNET_DISCONNECTED");
        ScenarioPage scenario = person.Scenario;

        await person.Device.Context.SetOfflineAsync(true);
        await Assertions.Expect(scenario.Alert).ToContainTextAsync("No connection to the server");
        await scenario.RateAllAsync([4, 3, 2, 1]);
        await scenario.RateAsync(1, 2);
        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync("Not saved yet: 4");
        await scenario.PressAsync("Next");
        await Assertions.Expect(scenario.Alert).ToContainTextAsync("Going on has to wait");
        await Assertions.Expect(scenario.Place).ToHaveTextAsync("Scenario 1 of 12");
        await person.Device.Context.SetOfflineAsync(false);

        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await Assertions.Expect(scenario.Banner).ToContainTextAsync("The connection is back");
        await Assertions.Expect(scenario.Alert).ToHaveCountAsync(0);
        Assert.Equal([2, 3, 2, 1], await person.HeldAsync());
        await scenario.NextAsync("Scenario 2 of 12");
    }

    [Fact]
    public async Task Two_minutes_without_a_connection_end_the_test()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        person.Device.Expects("ERR_INTERNET_DISCONNECTED");
        DateTimeOffset deadline = await person.Scenario.DeadlineAsync();

        await person.Device.Context.SetOfflineAsync(true);
        await person.Scenario.RateAllAsync([1, 1, 4, 4]);
        await Task.Delay(TimeSpan.FromMinutes(2));
        await person.Device.Context.SetOfflineAsync(false);

        // The pause between two tries never grows beyond 15 seconds, and a connection that comes back ends it.
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved, new LocatorAssertionsToHaveTextOptions { Timeout = 5_000 });
        Assert.Equal([1, 1, 4, 4], await person.HeldAsync());
        AttemptEvent.Answered[] answers = [.. (await person.LogAsync()).Events.OfType<AttemptEvent.Answered>()];
        Assert.Equal(4, answers.Length);
        Assert.Equal(deadline, (await person.AttemptAsync()).Deadline, TimeSpan.FromSeconds(2));
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), TimeSpan.FromSeconds(2));
    }
}
