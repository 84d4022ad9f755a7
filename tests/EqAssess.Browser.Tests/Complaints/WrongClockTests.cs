using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Domain.Attempts;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"The timer was wrong": it counts the server's seconds, whatever the device believes.</summary>
public sealed class WrongClockTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    /// <summary>Rounding of the server and of the page, and a busy machine.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2.5);

    /// <summary>What a page may need to learn of a new deadline.</summary>
    private const float TenSeconds = 10_000;

    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_device_whose_clock_is_wrong_is_thrown_out_early()
    {
        Invited invited = await workplace.InviteToSampleAsync();
        Device device = await stage.DeviceAsync((await workplace.ServerAsync()).Url, Screen.Phone);
        await device.Context.AddInitScriptAsync("""
            const real = Date;
            globalThis.ahead = 3 * 3600e3;
            globalThis.Date = class extends real {
              constructor(...given) { if (given.length) { super(...given); } else { super(real.now() + globalThis.ahead); } }
              static now() { return real.now() + globalThis.ahead; }
            };
            """);
        await new LinkPage(device.Page).OpenAsync(invited.Link);
        ScenarioPage scenario = await new LinkPage(device.Page).StartAsync();
        TestTaker person = await TestTaker.OfAsync(stage, await workplace.ServerAsync(), invited, device, scenario);

        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
        // Somebody sets the device's clock in the middle of the test.
        await device.Page.EvaluateAsync("globalThis.ahead = -5 * 3600e3");
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
        await scenario.RateAllAsync([1, 2], untilSaved: true);
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
    }

    [Fact]
    public async Task The_timer_jumps_back_and_forth()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        await person.Device.Page.EvaluateAsync("""
            () => {
              globalThis.shown = [];
              const face = document.querySelector('[data-time]');
              new MutationObserver(() => globalThis.shown.push(face.textContent)).observe(face, { childList: true, characterData: true, subtree: true });
            }
            """);

        for (int i = 0; i < 5; i++)
        {
            await person.Scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
            await person.Device.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        }

        string[] shown = await person.Device.Page.EvaluateAsync<string[]>("globalThis.shown");
        Assert.True(shown.Length > 3, "The clock stood still.");
        TimeSpan[] left = [.. shown.Select(s => TimeSpan.Parse($"0:{s}", System.Globalization.CultureInfo.InvariantCulture))];
        Assert.All(left.Zip(left.Skip(1)), pair => Assert.True(pair.Second <= pair.First, $"From {pair.First} to {pair.Second}."));
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
    }

    [Fact]
    public async Task After_the_laptop_has_slept_there_seems_to_be_more_time_than_there_is()
    {
        Invited invited = await workplace.InviteToSampleAsync();
        Device device = await stage.DeviceAsync((await workplace.ServerAsync()).Url);
        await device.Context.AddInitScriptAsync("""
            const real = performance.now.bind(performance);
            globalThis.slept = 0;
            performance.now = () => real() - globalThis.slept;
            """);
        await new LinkPage(device.Page).OpenAsync(invited.Link);
        ScenarioPage scenario = await new LinkPage(device.Page).StartAsync();
        TestTaker person = await TestTaker.OfAsync(stage, await workplace.ServerAsync(), invited, device, scenario);
        await Task.Delay(TimeSpan.FromSeconds(3));

        // The browser's monotonic clock stood still for a minute that did pass on the server.
        await device.Page.EvaluateAsync("globalThis.slept = 60000");

        // Within less than the eight seconds after which every page asks.
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
    }

    [Fact]
    public async Task Extra_time_granted_in_the_middle_is_not_seen_until_reload()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        await person.Scenario.RateAllAsync([1, 2], untilSaved: true);

        await person.GrantAsync(now => new AttemptEvent.TimeExtended(now, 300, ExtensionReasons.Granted));

        await Assertions.Expect(person.Scenario.Clock).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^3[45]:"), new LocatorAssertionsToHaveTextOptions { Timeout = TenSeconds });
        await Assertions.Expect(person.Scenario.Banner).ToContainTextAsync("5 minutes more, given to you by the people who run this assessment.");
        await Assertions.Expect(person.Scenario.Voice).ToHaveTextAsync("5 minutes more, given to you by the people who run this assessment.");
        Assert.Equal((await person.AttemptAsync()).Deadline, await person.ShownDeadlineAsync(), Tolerance);
        // It puts no page behind.
        await person.Scenario.RateAsync(3, 4);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([1, 2, 4, 0], await person.HeldAsync());
    }
}
