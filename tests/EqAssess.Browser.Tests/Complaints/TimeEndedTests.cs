using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"The time ran out and my answers were ignored": what the server holds counts, and nobody ends in a dead end.</summary>
public sealed class TimeEndedTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    /// <summary>One minute, the grace of the workplace, the sweep of a busy machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Saved_answers_are_ignored_after_a_crash_and_coming_back_late_is_a_dead_end()
    {
        ServerProcess site = await workplace.ServerAsync();
        Guid campaign = await workplace.OpenQuickCampaignAsync();
        Invited invited = await workplace.InviteAsync(campaign);
        TestTaker crashed = await TestTaker.StartAsync(stage, site, invited);
        await crashed.Scenario.RateAllAsync([4, 1], untilSaved: true);
        await crashed.Device.CloseAsync();
        TestTaker offline = await TestTaker.StartAsync(stage, site, await workplace.InviteAsync(campaign), Screen.Phone);
        offline.Device.Expects("ERR_INTERNET_DISCONNECTED");
        offline.Device.Expects("410");
        await offline.Scenario.RateAllAsync([3], untilSaved: true);
        await offline.Device.Context.SetOfflineAsync(true);
        await offline.Scenario.RateAsync(2, 2);
        await Assertions.Expect(offline.Scenario.SaveState).ToHaveTextAsync("Not saved yet: 1");

        AttemptRow ended = await EndOfAsync(crashed);
        await EndOfAsync(offline);
        Assert.True(ended.TimedOut);
        Assert.Equal([4, 1, 0, 0], await crashed.HeldAsync());

        // Late, with the link: the truth, and no dead end.
        Device later = await stage.DeviceAsync(site.Url);
        var link = new LinkPage(later.Page);
        await link.OpenAsync(crashed.Link);
        await Assertions.Expect(link.Heading).ToHaveTextAsync("Your time ended");
        await Assertions.Expect(link.Main).ToContainTextAsync("2 of 4 choices had reached us. What reached us counts.");
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        // Late, on the page that had no connection: told, with what did not arrive.
        Assert.Equal([3, 2, 0, 0], await offline.Scenario.RatingsAsync());
        await offline.Device.Context.SetOfflineAsync(false);
        var end = new LinkPage(offline.Device.Page);
        await Assertions.Expect(end.Heading).ToHaveTextAsync("Your time ended");
        await Assertions.Expect(end.Main).ToContainTextAsync("1 of 4 choices had reached us. What reached us counts.");
        await Assertions.Expect(end.Main).ToContainTextAsync("Reply 2: Rather ineffective");
        Assert.Equal([3, 0, 0, 0], await offline.HeldAsync());
    }

    /// <summary>The attempt once the server has closed it.</summary>
    private static Task<AttemptRow> EndOfAsync(TestTaker person) => Waiting.ForAsync(
        "The end of the attempt", Longest, async () => await person.AttemptAsync() is { ClosedAt: not null } closed ? closed : null);
}
