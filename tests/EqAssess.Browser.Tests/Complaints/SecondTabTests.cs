using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"The other tab overwrote my answers": an old page never wins by itself, and its own choice is not lost either.</summary>
public sealed class SecondTabTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_second_tab_overwrites_answers_with_blanks()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        (_, ScenarioPage blank) = await person.InAnotherTabAsync();
        await person.Scenario.RateAllAsync([4, 3, 2, 1], untilSaved: true);

        await blank.NextAsync("Scenario 2 of 12");

        Assert.Equal([4, 3, 2, 1], await person.HeldAsync());
        await blank.BackAsync("Scenario 1 of 12");
        Assert.Equal([4, 3, 2, 1], await blank.RatingsAsync());
    }

    [Fact]
    public async Task A_background_tab_puts_back_old_answers()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        person.Device.Expects("409");
        await person.Scenario.RateAllAsync([1, 1], untilSaved: true);
        (IPage tab, ScenarioPage newer) = await person.InAnotherTabAsync();
        await newer.RateAllAsync([4, 4], untilSaved: true);

        // The old tab shows 1 and 1. A choice in it, or its Next, asks first.
        await person.Device.Page.BringToFrontAsync();
        await person.Scenario.RateAsync(3, 2);
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("You went on in another window or on another device");
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("Scenario 1 of 12, Reply 3: Rather ineffective");
        await person.Scenario.PressAsync("Next");
        await Assertions.Expect(person.Scenario.Place).ToHaveTextAsync("Scenario 1 of 12");
        Assert.Equal([4, 4, 0, 0], await person.HeldAsync());

        await person.Scenario.PressAsync("Use this device");
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([4, 4, 2, 0], await person.HeldAsync());
        Assert.Equal([4, 4, 2, 0], await person.Scenario.RatingsAsync());
        await tab.CloseAsync();
    }

    [Fact]
    public async Task A_choice_that_waited_in_one_tab_overwrites_a_newer_one_from_another_device()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        person.Device.Expects("ERR_INTERNET_DISCONNECTED");
        person.Device.Expects("409");
        await person.Device.Context.SetOfflineAsync(true);
        await person.Scenario.RateAsync(1, 1);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Not saved yet: 1");
        (_, ScenarioPage desk) = await person.OnAnotherDeviceAsync();
        await desk.RateAllAsync([4], untilSaved: true);

        await person.Device.Context.SetOfflineAsync(false);
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("You went on in another window or on another device");
        Assert.Equal([4, 0, 0, 0], await person.HeldAsync());
        await person.Device.Page.ReloadAsync();

        // Reloading does not let it through either: it is still there, still not saved, and one click away.
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("Reply 1: Very ineffective");
        Assert.Equal([4, 0, 0, 0], await person.HeldAsync());
        await person.Scenario.PressAsync("Use this device");
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([1, 0, 0, 0], await person.HeldAsync());
    }

    [Fact]
    public async Task A_reload_of_my_own_page_counts_as_a_second_device()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        await person.Device.Page.RouteAsync(Saves.Address, route => route.AbortAsync());
        person.Device.Expects("ERR_FAILED");
        await person.Scenario.RateAllAsync([2, 2]);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Not saved yet: 2");
        await person.Device.Page.UnrouteAsync(Saves.Address);

        await person.Device.Page.ReloadAsync();
        await person.Scenario.RateAsync(3, 4);

        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await Assertions.Expect(person.Scenario.Alert).ToHaveCountAsync(0);
        Assert.Equal([2, 2, 4, 0], await person.HeldAsync());
        Assert.Equal(3, await person.AnswersAsync());
    }

    [Fact]
    public async Task The_test_goes_on_in_a_second_browser_after_it_was_handed_in()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        person.Device.Expects("410");
        (Device desk, ScenarioPage elsewhere) = await person.OnAnotherDeviceAsync();
        await elsewhere.RateAllAsync([3], untilSaved: true);
        await elsewhere.PressAsync("Overview of scenarios");
        await (await ReviewPage.OpenedAsync(desk.Page)).HandInAsync();

        await person.Scenario.RateAsync(2, 1);

        var end = new LinkPage(person.Device.Page);
        await Assertions.Expect(end.Heading).ToHaveTextAsync("Handed in. Thank you");
        await Assertions.Expect(end.Main).ToContainTextAsync("What did not reach us");
        await Assertions.Expect(end.Main).ToContainTextAsync("Scenario 1 of 12, Reply 2: Very ineffective");
        await Assertions.Expect(end.Main).ToContainTextAsync("1 of 48");
        Assert.Equal([3, 0, 0, 0], await person.HeldAsync());
    }
}
