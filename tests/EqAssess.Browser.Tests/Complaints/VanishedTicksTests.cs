using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"My ticks were gone": every choice is on the server before the page says so, whatever is pressed next.</summary>
public sealed class VanishedTicksTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Ticks_vanish_after_next_and_reload()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);

        await person.Scenario.RateAllAsync([1, 4, 2, 3]);
        await person.Scenario.NextAsync("Scenario 2 of 12");
        await person.Device.Page.ReloadAsync();
        await person.Scenario.BackAsync("Scenario 1 of 12");
        await person.Device.Page.ReloadAsync();

        Assert.Equal([1, 4, 2, 3], await person.Scenario.RatingsAsync());
        await person.Scenario.PressAsync("Overview of scenarios");
        ReviewPage review = await ReviewPage.OpenedAsync(person.Device.Page);
        await Assertions.Expect(review.Main).ToContainTextAsync("One of 12 scenarios is complete");
        Assert.Equal([1, 4, 2, 3], await person.HeldAsync());
    }

    [Fact]
    public async Task The_last_tick_is_missing_when_next_is_pressed_before_it_was_saved()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        var slow = new TaskCompletionSource();
        await person.Device.Page.RouteAsync(Saves.Address, async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });

        await person.Scenario.RateAsync(1, 3);
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Saving…");
        await person.Scenario.PressAsync("Next");
        Assert.Equal([0, 0, 0, 0], await person.HeldAsync());
        slow.SetResult();

        await Assertions.Expect(person.Scenario.Place).ToHaveTextAsync("Scenario 2 of 12");
        Assert.Equal([3, 0, 0, 0], await person.HeldAsync());
    }

    [Fact]
    public async Task The_page_says_submitted_or_saved_though_nothing_has_arrived()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        var slow = new TaskCompletionSource();
        await person.Device.Page.RouteAsync(Saves.Address, async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });

        await person.Scenario.RateAsync(2, 2);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync("Saving…");
        slow.SetResult();
        await Assertions.Expect(person.Scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([0, 2, 0, 0], await person.HeldAsync());

        // A save is never called handing in, and there is no button that saves.
        string[] buttons = [.. await person.Device.Page.GetByRole(AriaRole.Button).AllInnerTextsAsync()];
        Assert.DoesNotContain(buttons, b => b.Contains("ubmit", StringComparison.Ordinal) || b.Contains("Save", StringComparison.Ordinal));
        Assert.DoesNotContain("anded in", await person.Device.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        await person.Scenario.PressAsync("Overview of scenarios");
        ReviewPage review = await ReviewPage.OpenedAsync(person.Device.Page);
        Assert.DoesNotContain("anded in", await review.Main.InnerTextAsync(), StringComparison.Ordinal);
        await review.HandInAsync();
        await Assertions.Expect(review.Main).ToContainTextAsync("We received your assessment on");
    }
}
