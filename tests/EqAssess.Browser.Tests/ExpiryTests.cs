using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>The deadline belongs to the server.</summary>
public sealed class ExpiryTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    /// <summary>One minute, the grace of the workplace, the sweep of a busy machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_test_whose_browser_is_closed_ends_by_itself_with_the_answers_that_the_server_holds()
    {
        ServerProcess site = await workplace.ServerAsync();
        Guid campaign = await workplace.OpenQuickCampaignAsync();
        Invited left = await workplace.InviteAsync(campaign);
        Invited stayed = await workplace.InviteAsync(campaign);
        await StartAndLeaveAsync(site, left, [4, 1]);
        Device open = await stage.DeviceAsync(site.Url, Screen.Phone);
        await new LinkPage(open.Page).OpenAsync(stayed.Link);
        await (await new LinkPage(open.Page).StartAsync()).RateAllAsync([3], untilSaved: true);

        // A browser that is open is told when the time is up.
        await Assertions.Expect(new LinkPage(open.Page).Heading)
            .ToHaveTextAsync("Your time ended", new LocatorAssertionsToHaveTextOptions { Timeout = (float)Longest.TotalMilliseconds });
        await Assertions.Expect(new LinkPage(open.Page).Main).ToContainTextAsync("1 of 4 choices had reached us");
        AttemptRow ended = await EndOfAsync(site, left);
        Assert.True(ended.TimedOut);
        Assert.Equal(ended.StartedAt.AddMinutes(1), ended.ClosedAt);

        Device later = await stage.DeviceAsync(site.Url);
        await new LinkPage(later.Page).OpenAsync(left.Link);
        await Assertions.Expect(new LinkPage(later.Page).Heading).ToHaveTextAsync("Your time ended");
        await Assertions.Expect(new LinkPage(later.Page).Main).ToContainTextAsync("2 of 4 choices had reached us. What reached us counts.");
        await ScoreOfAsync(site, ended.Id);
    }

    private async Task StartAndLeaveAsync(ServerProcess site, Invited person, IReadOnlyList<int> ratings)
    {
        Device device = await stage.DeviceAsync(site.Url);
        await new LinkPage(device.Page).OpenAsync(person.Link);
        ScenarioPage scenario = await new LinkPage(device.Page).StartAsync();
        await scenario.RateAllAsync(ratings, untilSaved: true);
        await device.CloseAsync();
    }

    /// <summary>The attempt once the server has closed it; nobody asks the server anything meanwhile.</summary>
    private static Task<AttemptRow> EndOfAsync(ServerProcess site, Invited person) =>
        Waiting.ForAsync("The end of the attempt", Longest, async () =>
        {
            await using EqAssessDb db = site.OpenDatabase();
            return await db.Attempts.AsNoTracking().FirstOrDefaultAsync(a => a.InvitationId == person.Invitation && a.ClosedAt != null);
        });

    private static Task<ScoreRun> ScoreOfAsync(ServerProcess site, Guid attempt) =>
        Waiting.ForAsync("The score", TimeSpan.FromSeconds(20), async () =>
        {
            await using EqAssessDb db = site.OpenDatabase();
            return await db.ScoreRuns.AsNoTracking().FirstOrDefaultAsync(r => r.AttemptId == attempt && r.Percent != null);
        });
}
