using System.Text.Json;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>Whoever was kept from the test by an outage has the time back, and is told on every way in.</summary>
public sealed class AddedTimeTests
{
    private const string Told = "2 min 5 s more, because the assessment could not be reached for a while.";

    [Fact]
    public async Task A_site_that_starts_after_an_outage_has_given_the_time_back_before_its_first_answer_and_says_so_until_the_next_one()
    {
        await using SiteFactory before = await SiteFactory.StartAsync();
        Candidate candidate = await before.BeginAsync();
        await using SiteFactory site = await AfterAsync(before, TimeSpan.FromSeconds(125));
        Browser browser = site.NewBrowser();

        Shown link = await browser.OpenAsync($"/t/{candidate.Token}");
        Shown first = await link.Form("Continue").PressAsync();
        Shown again = await browser.OpenAsync("/take/review");
        JsonElement clock = await ClockAsync(browser);
        Shown second = await first.Form("Next").RateAll(3).PressAsync();

        Assert.Contains("09:22", link.Words);
        Assert.Contains(Told, first.Words);
        Assert.Contains(Told, again.Words);
        Assert.Equal(125, clock.GetProperty("added").GetProperty("outage").GetInt32());
        Assert.Equal(1200, clock.GetProperty("secondsLeft").GetInt32());
        Assert.Equal("/take/2", second.Address);
        Assert.DoesNotContain("could not be reached", second.Words);
    }

    [Fact]
    public async Task The_last_page_names_the_time_that_came_back()
    {
        await using SiteFactory before = await SiteFactory.StartAsync();
        Candidate candidate = await before.BeginAsync();
        await using SiteFactory site = await AfterAsync(before, TimeSpan.FromSeconds(125));
        Browser browser = site.NewBrowser();
        await (await browser.OpenAsync($"/t/{candidate.Token}")).Form("Continue").PressAsync();

        Shown done = await (await browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();

        Assert.Contains("Time given back after an interruption2 min 5 s", done.Words);
    }

    [Fact]
    public async Task A_test_whose_time_would_have_ended_in_the_outage_goes_on()
    {
        await using SiteFactory before = await SiteFactory.StartAsync();
        Candidate candidate = await before.BeginAsync();
        await using SiteFactory site = await AfterAsync(before, TimeSpan.FromHours(2));
        await site.RunAsync<CloseExpiredAttempts>();
        Browser browser = site.NewBrowser();

        Shown page = await (await browser.OpenAsync($"/t/{candidate.Token}")).Form("Continue").PressAsync();

        Assert.Equal("/take", page.Address);
        Assert.Contains("120 minutes more, because", page.Words);
        Assert.Equal(1200, (await ClockAsync(browser)).GetProperty("secondsLeft").GetInt32());
    }

    [Fact]
    public async Task Nobody_who_was_not_kept_from_a_test_is_told_anything()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();

        Candidate candidate = await site.BeginAsync();

        Assert.DoesNotContain("You have more time", candidate.First.Words);
        Assert.False((await ClockAsync(candidate.Browser)).GetProperty("added").TryGetProperty("outage", out _));
    }

    [Fact]
    public async Task The_page_of_jobs_lists_outages()
    {
        await using SiteFactory before = await SiteFactory.StartAsync();
        await using SiteFactory site = await AfterAsync(before, TimeSpan.FromSeconds(125));
        Browser admin = await site.SignInAsync(Web.Composition.Roles.Administrator);

        Shown jobs = await admin.OpenAsync("/admin/jobs");

        Assert.Contains("23 November 2026, 09:00:00 UTC", jobs.Words);
        Assert.Contains("125 s", jobs.Words);
    }

    /// <summary>The site that comes up when another was gone for a while.</summary>
    private static async Task<SiteFactory> AfterAsync(SiteFactory before, TimeSpan gone)
    {
        var settings = new SiteSettings { Folder = before.Folder, Prepared = false };
        return await SiteFactory.StartAsync(settings, SiteFactory.Start + gone);
    }

    private static async Task<JsonElement> ClockAsync(Browser browser)
    {
        HttpResponseMessage answer = await browser.AskAsync(HttpMethod.Get, "/take/clock");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
