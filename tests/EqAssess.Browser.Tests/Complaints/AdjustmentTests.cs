using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Domain.Attempts;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"My extra time never came", "I cannot sit the whole test": what is granted holds at once, and is said.</summary>
public sealed class AdjustmentTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private static readonly LocatorAssertionsToHaveTextOptions WithinTenSeconds = new() { Timeout = 10_000 };
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task An_adjustment_that_was_agreed_in_the_middle_does_not_reach_the_page()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);

        await person.GrantAsync(now => new AttemptEvent.Accommodated(now, 150, null, 0, false));
        await Assertions.Expect(person.Scenario.Clock).ToHaveTextAsync(new Regex("^4[45]:"), WithinTenSeconds);
        await Assertions.Expect(person.Scenario.Banner).ToContainTextAsync("15 minutes more, with the adjustment that was agreed with you.");

        await person.GrantAsync(now => new AttemptEvent.Accommodated(now, 150, now.AddDays(14), 0, false));
        await Assertions.Expect(person.Scenario.Clock).ToHaveTextAsync("Untimed", WithinTenSeconds);
        await Assertions.Expect(person.Scenario.Voice).ToHaveTextAsync("There is no time limit any more: take the time you need.");
        await person.Scenario.NextAsync("Scenario 2 of 12");
        await Assertions.Expect(person.Scenario.Clock).ToHaveTextAsync("Untimed");
    }

    [Fact]
    public async Task A_break_eats_up_the_time_of_the_test()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        await person.GrantAsync(now => new AttemptEvent.Accommodated(now, 100, null, 600, false));
        await person.Scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
        await person.Scenario.NextAsync("Scenario 2 of 12");
        (IPage tab, _) = await person.InAnotherTabAsync("/take/2");

        await person.Scenario.PressAsync("Take a break");
        await person.Scenario.PressAsync("Start a break of up to 10 minutes");
        DateTimeOffset began = TimeProvider.System.GetUtcNow();
        var page = new LinkPage(person.Device.Page);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("The clock stands still");

        // The other tab follows by itself.
        await Assertions.Expect(new LinkPage(tab).Heading).ToHaveTextAsync("The clock stands still", WithinTenSeconds);
        await person.Scenario.PressAsync("Go on with the test");
        TimeSpan rested = TimeProvider.System.GetUtcNow() - began;

        await Assertions.Expect(person.Scenario.Place).ToHaveTextAsync("Scenario 3 of 12");
        AttemptState.InProgress state = Assert.IsType<AttemptState.InProgress>((await person.LogAsync()).State);
        Assert.InRange((rested - state.Added).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(state.Deadline, await person.ShownDeadlineAsync(), TimeSpan.FromSeconds(2.5));
        await person.Device.Page.GotoAsync("/take/1");
        await Assertions.Expect(person.Scenario.Place).ToHaveTextAsync("Scenario 3 of 12");
        Assert.Equal([1, 2, 3, 4], await person.HeldAsync());
    }
}
