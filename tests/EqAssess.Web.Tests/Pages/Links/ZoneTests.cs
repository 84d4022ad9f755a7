using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>The page of a link tells the zone of the device, so that nobody is reminded at night.</summary>
public sealed class ZoneTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("Mars/Olympus_Mons", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("", null)]
    public async Task A_zone_that_exists_is_kept_and_nothing_else(string told, string? kept)
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Browser browser = site.NewBrowser();
        Shown page = await browser.OpenAsync($"/t/{await site.NewLinkAsync()}");

        HttpResponseMessage answer = await browser.PostAsScriptAsync(
            $"{page.Address}?handler=Zone", [KeyValuePair.Create("forgeryToken", page.ForgeryToken), KeyValuePair.Create("zone", told)]);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(kept, await site.ReadAsync(db => db.Candidates.Select(c => c.Zone).SingleAsync()));
        Shown data = await browser.OpenAsync($"{page.Address}/data");
        Assert.Equal(kept is not null, data.Words.Contains("Time zone of your device", StringComparison.Ordinal));
    }
}
