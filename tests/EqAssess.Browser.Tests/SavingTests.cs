using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>Nothing gets lost, and nothing is told that is not so: two devices, two clicks, no connection.</summary>
public sealed class SavingTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_device_that_is_behind_keeps_its_choice_and_takes_over_with_one_click()
    {
        (Device phone, Device desk, ScenarioPage onPhone, ScenarioPage onDesk) = await StartOnTwoDevicesAsync();
        desk.Expects("409");
        phone.Expects("409");

        await onPhone.RateAsync(1, 4);
        await Assertions.Expect(onPhone.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await onDesk.RateAsync(2, 3);

        await Assertions.Expect(onDesk.Alert).ToContainTextAsync("You went on in another window or on another device");
        await Assertions.Expect(onDesk.SaveState).ToHaveTextAsync("Not saved yet: 1");
        Assert.Equal([0, 3, 0, 0], await onDesk.RatingsAsync());
        await onDesk.PressAsync("Use this device");
        await Assertions.Expect(onDesk.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await Assertions.Expect(onDesk.Alert).ToHaveCountAsync(0);
        Assert.Equal([4, 3, 0, 0], await onDesk.RatingsAsync());

        await onPhone.RateAsync(4, 1);
        await Assertions.Expect(onPhone.Alert).ToContainTextAsync("You went on in another window or on another device");
        await onPhone.PressAsync("Use this device");
        await Assertions.Expect(onPhone.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([4, 3, 0, 1], await onPhone.RatingsAsync());
    }

    [Fact]
    public async Task A_page_without_a_script_that_is_behind_shows_its_choices_again_and_saves_them_with_Next()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device plain = await stage.DeviceAsync(site.Url, script: false);
        Device other = await stage.DeviceAsync(site.Url, script: false);
        plain.Expects("409");
        await new LinkPage(plain.Page).OpenAsync(invited.Link);
        ScenarioPage behind = await new LinkPage(plain.Page).StartAsync();
        await new LinkPage(other.Page).OpenAsync(invited.Link);
        ScenarioPage ahead = await new LinkPage(other.Page).ContinueAsync();

        await ahead.RateAllAsync([1, 1]);
        await ahead.NextAsync("Scenario 2 of 12");
        await behind.RateAsync(2, 4);
        await behind.PressAsync("Next");

        await Assertions.Expect(behind.Alert).ToContainTextAsync("You went on in another window or on another device");
        Assert.Equal([1, 4, 0, 0], await behind.RatingsAsync());
        await behind.NextAsync("Scenario 2 of 12");
        await behind.BackAsync("Scenario 1 of 12");
        Assert.Equal([1, 4, 0, 0], await behind.RatingsAsync());
    }

    [Fact]
    public async Task Choices_made_without_a_connection_are_sent_when_it_is_back()
    {
        (Device phone, Device desk, ScenarioPage onPhone, _) = await StartOnTwoDevicesAsync();
        phone.Expects("ERR_INTERNET_DISCONNECTED");

        await phone.Context.SetOfflineAsync(true);
        await onPhone.RateAsync(1, 2);
        await onPhone.RateAsync(3, 4);
        await Assertions.Expect(onPhone.Alert).ToContainTextAsync("No connection to the server");
        await Assertions.Expect(onPhone.SaveState).ToHaveTextAsync("Not saved yet: 2");

        await phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(onPhone.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await Assertions.Expect(onPhone.Alert).ToHaveCountAsync(0);
        await desk.Page.ReloadAsync();
        Assert.Equal([2, 0, 4, 0], await new ScenarioPage(desk.Page).RatingsAsync());
    }

    [Fact]
    public async Task Choices_made_before_the_script_has_arrived_are_saved_when_it_does()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        var arrives = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/js/take*.js", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await new LinkPage(phone.Page).OpenAsync(invited.Link);
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start" }).ClickAsync();
        var scenario = new ScenarioPage(phone.Page);
        await scenario.RateAsync(1, 3);
        await scenario.RateAsync(2, 1);

        arrives.SetResult();

        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Device desk = await stage.DeviceAsync(site.Url);
        await new LinkPage(desk.Page).OpenAsync(invited.Link);
        Assert.Equal([3, 1, 0, 0], await (await new LinkPage(desk.Page).ContinueAsync()).RatingsAsync());
    }

    /// <summary>The same test on two devices, both at the first scenario; the phone has the newer page.</summary>
    private async Task<(Device Phone, Device Desk, ScenarioPage OnPhone, ScenarioPage OnDesk)> StartOnTwoDevicesAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        await new LinkPage(desk.Page).OpenAsync(invited.Link);
        ScenarioPage onDesk = await new LinkPage(desk.Page).StartAsync();
        await new LinkPage(phone.Page).OpenAsync(invited.Link);
        ScenarioPage onPhone = await new LinkPage(phone.Page).ContinueAsync();
        return (phone, desk, onPhone, onDesk);
    }
}
