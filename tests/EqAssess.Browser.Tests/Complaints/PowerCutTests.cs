using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"It showed my answers again and never sent them": what is restored is not saved until the server says so.</summary>
public sealed class PowerCutTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("eqassess-profile-");

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        profile.Delete(recursive: true);
    }

    [Fact]
    public async Task After_a_power_cut_restored_answers_are_shown_as_saved_and_never_sent()
    {
        string link = (await workplace.InviteToSampleAsync()).Link;
        IBrowserContext before = await chromium.OpenProfileAsync(profile.FullName);
        await new LinkPage(before.Pages[0]).OpenAsync(link);
        ScenarioPage scenario = await new LinkPage(before.Pages[0]).StartAsync();
        await before.RouteAsync(Saves.Address, route => route.AbortAsync());
        await scenario.RateAllAsync([4, 1]);
        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync("Not saved yet: 2");
        IReadOnlyList<int> chosen = await scenario.RatingsAsync();
        await Chromium.CutPowerAsync(before);

        await using IBrowserContext after = await chromium.OpenProfileAsync(profile.FullName);
        IPage again = after.Pages[0];
        var arrives = new TaskCompletionSource();
        await again.RouteAsync(Saves.Address, async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await new LinkPage(again).OpenAsync(link);
        ScenarioPage restored = await new LinkPage(again).ContinueAsync();

        await Assertions.Expect(restored.SaveState).ToHaveTextAsync("Not saved yet: 2");
        await Assertions.Expect(restored.Banner).ToContainTextAsync("Not everything had been sent");
        Assert.Equal(chosen, await restored.RatingsAsync());
        arrives.SetResult();
        await Assertions.Expect(restored.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Device elsewhere = await stage.DeviceAsync((await workplace.ServerAsync()).Url);
        await new LinkPage(elsewhere.Page).OpenAsync(link);
        Assert.Equal(chosen, await (await new LinkPage(elsewhere.Page).ContinueAsync()).RatingsAsync());
    }

    [Fact]
    public async Task A_tab_that_was_closed_without_a_connection_takes_its_answers_with_it()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        person.Device.Expects("ERR_INTERNET_DISCONNECTED");
        await person.Device.Context.SetOfflineAsync(true);
        await person.Scenario.RateAllAsync([2, 3]);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Not saved yet: 2");
        await person.Device.Page.CloseAsync();
        await person.Device.Context.SetOfflineAsync(false);

        // Back at another scenario: what was chosen in the first is sent from there.
        (IPage tab, ScenarioPage second) = await person.InAnotherTabAsync("/take/2");

        await Assertions.Expect(second.Banner).ToContainTextAsync("The choices that this browser had kept are now saved.");
        await Assertions.Expect(second.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([2, 3, 0, 0], await person.HeldAsync());
        await second.RateAsync(1, 1);
        await Assertions.Expect(second.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await tab.ReloadAsync();
        await Assertions.Expect(second.SaveState).ToHaveTextAsync("Your choices are saved as you make them");
        Assert.Equal(3, await person.AnswersAsync());
    }

    [Fact]
    public async Task The_overview_counts_and_hands_in_without_what_waits_in_the_browser()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        person.Device.Expects("ERR_FAILED");
        await person.Device.Page.RouteAsync(Saves.Address, route => route.AbortAsync());
        await person.Scenario.RateAllAsync([1, 2, 3, 4]);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Not saved yet: 4");
        await person.Device.Page.CloseAsync();
        IPage tab = await person.Device.OpenTabAsync();
        await tab.RouteAsync(Saves.Address, route => route.AbortAsync());
        await tab.GotoAsync("/take/review");
        ReviewPage review = await ReviewPage.OpenedAsync(tab);
        var waiting = new ScenarioPage(tab);
        await Assertions.Expect(waiting.SaveState).ToHaveTextAsync("Not saved yet: 4");

        await tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(waiting.Alert).ToContainTextAsync("Not handed in yet");
        await Assertions.Expect(waiting.Alert).ToContainTextAsync("Scenario 1 of 12, Reply 4: Very effective");
        Assert.Null((await person.AttemptAsync()).ClosedAt);
        await tab.UnrouteAsync(Saves.Address);

        await Assertions.Expect(review.Main).ToContainTextAsync("One of 12 scenarios is complete");
        await review.HandInAsync();
        await Assertions.Expect(review.Main).ToContainTextAsync("4 of 48");
    }
}
