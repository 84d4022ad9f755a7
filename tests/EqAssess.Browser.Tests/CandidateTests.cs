using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>The candidate's way through a test, without a script and with the keyboard alone.</summary>
public sealed class CandidateTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_whole_test_can_be_taken_without_JavaScript()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone, script: false);
        var link = new LinkPage(phone.Page);

        await link.OpenAsync(invited.Link);
        await link.PractiseAsync();
        ScenarioPage scenario = await link.StartAsync();
        Assert.Matches(@"^Ends at \d\d:\d\d \(Europe/London\)$", await scenario.DeadlineTextAsync());
        for (int i = 1; i < 12; i++)
        {
            await scenario.RateAllAsync([1, 4, 2, 3]);
            await scenario.NextAsync($"Scenario {i + 1} of 12");
        }

        await scenario.BackAsync("Scenario 11 of 12");
        Assert.Equal([1, 4, 2, 3], await scenario.RatingsAsync());
        await scenario.NextAsync("Scenario 12 of 12");
        await scenario.RateAllAsync([4, 3, 2]);
        ReviewPage review = await scenario.FinishAsync();
        await Assertions.Expect(review.Main).ToContainTextAsync("11 of 12 scenarios are complete");
        await review.HandInAsync();

        await Assertions.Expect(link.Main).ToContainTextAsync("47 of 48");
    }

    [Fact]
    public async Task A_scenario_can_be_rated_with_the_keyboard_alone()
    {
        ServerProcess site = await workplace.ServerAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        var link = new LinkPage(desk.Page);
        await link.OpenAsync((await workplace.InviteToSampleAsync()).Link);
        ScenarioPage scenario = await link.StartAsync();
        var keyboard = new Keyboard(desk.Page);

        await keyboard.TabToAsync("Skip to the content");
        await keyboard.PressAsync("Enter");
        // A form shows replies in an order of its own.
        IReadOnlyList<string> replies = await scenario.ReplyNamesAsync();
        Assert.Equal(["choice.a", "choice.b", "choice.c", "choice.d"], replies.Order(StringComparer.Ordinal));
        foreach ((int arrows, string reply) in new[] { 1, 3, 2, 1 }.Zip(replies))
        {
            await keyboard.TabToAsync(reply);
            await keyboard.PressAsync("Space");
            for (int i = 0; i < arrows; i++)
            {
                await keyboard.PressAsync("ArrowRight");
            }
        }

        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        await keyboard.TabToAsync("Next");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(scenario.Place).ToHaveTextAsync("Scenario 2 of 12");

        await scenario.BackAsync("Scenario 1 of 12");
        Assert.Equal([2, 4, 3, 2], await scenario.RatingsAsync());
    }
}
