using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"My screen reader said the time every second": the clock is silent, and speaks when it matters or when it is asked.</summary>
public sealed class WallOfSoundTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_screen_reader_says_the_time_every_second()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        ILocator timer = person.Device.Page.GetByRole(AriaRole.Timer);
        await Assertions.Expect(timer).ToHaveAttributeAsync("aria-live", "off");
        await ListenAsync(person.Device.Page);

        string before = await person.Scenario.Clock.InnerTextAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));

        Assert.NotEqual(before, await person.Scenario.Clock.InnerTextAsync());
        Assert.Empty(await HeardAsync(person.Device.Page));
        await person.Device.Page.Keyboard.PressAsync("Alt+Shift+KeyT");
        await Assertions.Expect(person.Scenario.Voice).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Time left: 29 minutes( [0-9]+ seconds?)?$"));
        await Assertions.Expect(person.Device.Page.GetByText("Alt+Shift+T says the time left.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Warnings_are_missed_when_the_seconds_were_slept_over_or_come_again_and_again()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        int left = 1200;
        await person.Device.Page.RouteAsync("**/take/clock", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "application/json", Body = $$"""{"open":true,"secondsLeft":{{left}},"onBreak":false,"added":{"accommodation":0} }""",
        }));
        await ListenAsync(person.Device.Page);

        foreach ((int seconds, string? said) in new (int, string?)[] { (700, null), (598, "10 minutes left"), (590, null), (250, "5 minutes left"), (240, null), (50, "One minute left"), (45, null) })
        {
            left = seconds;
            await person.Device.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
            await Assertions.Expect(person.Scenario.Clock).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{seconds / 60}:"));
            if (said is not null)
            {
                await Assertions.Expect(person.Scenario.Voice).ToHaveTextAsync(said);
            }
        }

        Assert.Equal(["10 minutes left", "5 minutes left", "One minute left"], await HeardAsync(person.Device.Page));
    }

    [Fact]
    public async Task A_hidden_clock_comes_back_with_every_page()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        await person.Device.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Hide clock" }).ClickAsync();

        await person.Scenario.NextAsync("Scenario 2 of 12");

        await Assertions.Expect(person.Scenario.Clock).ToBeHiddenAsync();
        await person.Device.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show clock" }).ClickAsync();
        await Assertions.Expect(person.Scenario.Clock).ToBeVisibleAsync();
    }

    /// <summary>Collects what a screen reader would say by itself: every change in a live region.</summary>
    private static Task ListenAsync(IPage page) => page.EvaluateAsync("""
        () => {
          globalThis.heard = [];
          for (const region of document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])')) {
            new MutationObserver(() => region.textContent && globalThis.heard.push(region.textContent))
              .observe(region, { childList: true, characterData: true, subtree: true });
          }
        }
        """);

    private static Task<string[]> HeardAsync(IPage page) => page.EvaluateAsync<string[]>("globalThis.heard");
}
