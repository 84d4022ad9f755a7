using System.Net;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>The whole test by form posts alone, as a browser without a script sends them.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_test_is_taken_from_link_to_score_without_a_script()
    {
        Candidate candidate = await site.BeginAsync();

        Shown page = candidate.First;
        foreach (int rating in (int[])[4, 3, 2, 1])
        {
            page = await page.Form("Next").RateAll(rating).PressAsync();
        }

        Shown end = await page.Form("Hand in").PressAsync();
        await site.RunAsync<ScoreAttempts>();

        Assert.Equal("Before you hand in", page.Heading);
        Assert.Contains("All 4 scenarios are complete.", page.Words);
        Assert.Equal(("/take/done", "Handed in. Thank you"), (end.Address, end.Heading));
        Assert.Equal(
            ["Started", "Presented", "Answered", "Presented", "Answered", "Presented", "Answered", "Presented", "Answered", "Submitted"],
            await site.KindsAsync(candidate.Attempt));
        Assert.Equal(1, await site.ReadAsync(db => db.ScoreRuns.CountAsync(r => r.AttemptId == candidate.Attempt)));
        Assert.Contains(typeof(ScoreAttempts), site.Jobs.Nudges);
    }

    [Fact]
    public async Task Back_Next_and_Overview_keep_what_was_chosen()
    {
        Candidate candidate = await site.BeginAsync();

        Shown second = await candidate.First.Form("Next").Rate("a", 1).Rate("b", 4).PressAsync();
        Shown first = await second.Form("Back").Rate("c", 2).PressAsync();
        Shown overview = await first.Form("Overview of scenarios").Rate("d", 3).PressAsync();
        Shown secondAgain = await candidate.Browser.OpenAsync("/take/2");

        Assert.Equal(new Dictionary<string, string> { ["choice.a"] = "1", ["choice.b"] = "4" }, first.Chosen);
        Assert.Equal(new Dictionary<string, string> { ["choice.c"] = "2" }, secondAgain.Chosen);
        Assert.Equal("Before you hand in", overview.Heading);
        Assert.Equal(
            ["3 of 4 choices", "1 of 4 choices", "Not answered", "Not answered"],
            overview.Document.QuerySelectorAll(".review .actions").Select(e => Shown.Squeeze(e.TextContent)));
        Assert.Contains("0 of 4 scenarios are complete. Scenarios with choices missing: 4.", overview.Words);
    }

    [Fact]
    public async Task Next_without_a_choice_goes_on_and_stores_no_answer()
    {
        Candidate candidate = await site.BeginAsync();

        Shown second = await candidate.First.Form("Next").PressAsync();

        Assert.Equal("/take/2", second.Address);
        Assert.Equal(["Started", "Presented", "Presented"], await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task Coming_back_on_another_device_shows_the_same_place_the_same_choices_and_the_same_deadline()
    {
        Candidate candidate = await site.BeginAsync();
        Shown second = await candidate.First.Form("Next").RateAll(2).PressAsync();
        await candidate.Browser.PostAsScriptAsync("/take/save", second.Form("Next").Rate("a", 4).Fields);
        site.Time.Advance(TimeSpan.FromMinutes(5));

        Shown link = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");
        Shown page = await link.Form("Continue").PressAsync();

        Assert.Equal("Scenario 2 of 4", page.Document.QuerySelector(".where")!.TextContent);
        Assert.Equal(new Dictionary<string, string> { ["choice.a"] = "4" }, page.Chosen);
        Assert.Contains("Ends at 09:20 (Etc/UTC)", page.Words);
        Assert.Equal("900", page.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
    }

    [Fact]
    public async Task Handing_in_twice_is_no_error_and_one_entry()
    {
        Candidate candidate = await site.BeginAsync();
        Shown overview = await candidate.Browser.OpenAsync("/take/review");

        Shown once = await overview.Form("Hand in").PressAsync();
        Shown twice = await overview.Form("Hand in").PressAsync();

        Assert.Equal(("Handed in. Thank you", "Handed in. Thank you"), (once.Heading, twice.Heading));
        Assert.Single(await site.KindsAsync(candidate.Attempt), "Submitted");
    }

    [Theory]
    [InlineData("/take")]
    [InlineData("/take/3")]
    [InlineData("/take/review")]
    public async Task After_hand_in_every_page_of_the_test_leads_to_the_end(string address)
    {
        Candidate candidate = await site.BeginAsync();
        Shown overview = await candidate.Browser.OpenAsync("/take/review");
        await overview.Form("Hand in").PressAsync();

        Shown page = await candidate.Browser.OpenAsync(address);

        Assert.Equal(("/take/done", "Handed in. Thank you"), (page.Address, page.Heading));
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_not_found_and_the_end_of_a_running_test_leads_back_to_it()
    {
        Candidate candidate = await site.BeginAsync();

        Shown beyond = await candidate.Browser.OpenAsync("/take/5");
        Shown end = await candidate.Browser.OpenAsync("/take/done");

        Assert.Equal(HttpStatusCode.NotFound, beyond.Status);
        Assert.Equal("/take", end.Address);
    }

    [Fact]
    public async Task Looking_at_a_scenario_is_recorded_as_presented()
    {
        Candidate candidate = await site.BeginAsync();

        await candidate.Browser.OpenAsync("/take/3");

        var entries = await site.LogOfAsync(candidate.Attempt);
        List<Guid> items = await site.ItemVersionsAsync(await site.FormAsync());
        var last = Assert.IsType<AttemptEvent.Presented>(System.Text.Json.JsonSerializer.Deserialize<AttemptEvent>(entries[^1].Payload));
        Assert.Equal(items[2], last.Item);
    }
}
