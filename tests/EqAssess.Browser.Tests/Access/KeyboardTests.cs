using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Access;

/// <summary>A candidate without a pointer: gets everywhere, and always sees where the focus is.</summary>
public sealed class KeyboardTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_whole_test_from_link_to_receipt_can_be_taken_with_the_keyboard_alone()
    {
        ServerProcess site = await workplace.ServerAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        var link = new LinkPage(desk.Page);
        var scenario = new ScenarioPage(desk.Page);
        var keyboard = new Keyboard(desk.Page);
        await link.OpenAsync((await workplace.InviteToAsync(TongueBanks.English)).Link);

        await keyboard.FollowAsync("Practise first");
        await AnswerAllAsync(scenario, keyboard, "Practice scenario {0} of 3", "Finish the practice");
        await Assertions.Expect(link.Heading).ToHaveTextAsync("That is how it works");
        await keyboard.FollowAsync("Back to the start page");
        await Assertions.Expect(link.Heading).ToHaveTextAsync("Before you start");
        await keyboard.FollowAsync("Start the assessment");
        await AnswerAllAsync(scenario, keyboard, "Scenario {0} of 3", "Next");
        await Assertions.Expect(link.Main).ToContainTextAsync("All 3 scenarios are complete.");
        await keyboard.FollowAsync("Hand in");

        await Assertions.Expect(link.Heading).ToHaveTextAsync("Handed in. Thank you");
        await Assertions.Expect(link.Main).ToContainTextAsync("7 of 7");
    }

    /// <summary>Measured in pixels: what is drawn at and around the focused element changes with the focus.</summary>
    [Theory]
    [InlineData(ColorScheme.Light, ForcedColors.None)]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    public async Task Wherever_the_focus_goes_the_picture_changes(ColorScheme scheme, ForcedColors forced)
    {
        ServerProcess site = await workplace.ServerAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Narrow);
        await phone.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = forced, ReducedMotion = ReducedMotion.Reduce });
        string link = (await workplace.InviteToAsync(TongueBanks.English)).Link;
        var unseen = new List<string>();
        foreach (string path in new[] { "", "/practice?step=1", "/practice?step=2", "/practice?step=3" })
        {
            await phone.Page.GotoAsync(link + path);
            unseen.AddRange((await FocusRing.UnseenAsync(phone.Page)).Select(u => $"{path}: {u}"));
        }

        await new LinkPage(phone.Page).OpenAsync(link);
        await new LinkPage(phone.Page).StartAsync();
        await phone.Page.GotoAsync("/take/review");
        unseen.AddRange((await FocusRing.UnseenAsync(phone.Page)).Select(u => $"review: {u}"));

        Inspection.Nothing(unseen);
    }

    private static async Task AnswerAllAsync(ScenarioPage scenario, Keyboard keyboard, string place, string last)
    {
        for (int number = 1; number <= 3; number++)
        {
            await Assertions.Expect(scenario.Place).ToHaveTextAsync(place.Replace("{0}", $"{number}", StringComparison.Ordinal));
            foreach (string choice in await scenario.ReplyNamesAsync())
            {
                await keyboard.TabToAsync(choice);
                await keyboard.PressAsync(choice == "choice.worst" ? "ArrowDown" : "Space");
            }

            await keyboard.FollowAsync(number == 3 ? last : "Next");
        }
    }
}
