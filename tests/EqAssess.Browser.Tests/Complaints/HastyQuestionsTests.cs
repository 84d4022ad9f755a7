using System.Net;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"Forty of us sat before the same overview and the server gave up": a page whose section is over asks no more often than any other.</summary>
public sealed class HastyQuestionsTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(15);
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_overview_of_a_section_that_is_over_asks_for_the_time_again_and_again()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        IPage page = person.Device.Page;
        int asked = 0;
        await page.RouteAsync("**/take/clock", route =>
        {
            asked++;
            return route.FulfillAsync(new RouteFulfillOptions
            {
                Status = (int)HttpStatusCode.OK, ContentType = "application/json", Body = """{"open":true,"secondsLeft":0,"onBreak":false,"added":{}}""",
            });
        });

        await person.Scenario.PressAsync("Overview of scenarios");
        await ReviewPage.OpenedAsync(page);
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await Task.Delay(Watched);

        // One question at once, and one every eight seconds.
        Assert.InRange(asked, 2, 4);
    }
}
