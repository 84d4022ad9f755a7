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
}
