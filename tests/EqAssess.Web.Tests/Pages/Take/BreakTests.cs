using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>A form of four scenarios and 20 minutes in a campaign that allows a pause, by form posts alone.</summary>
public sealed class BreakTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        Guid campaign = await site.OpenCampaignAsync();
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(c => c.SetProperty(r => r.AllowsPause, true)));
        candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Asking_for_a_break_saves_what_is_chosen_and_says_what_it_means_before_the_clock_stops()
    {
        Shown ask = await candidate.First.Form("Take a break").RateAll(2).PressAsync();

        Assert.Equal(("/take/break", "Take a break?"), (ask.Address, ask.Heading));
        Assert.Contains("Scenarios that you have seen so far are locked", ask.Words);
        Assert.Contains("Scenarios that you have not seen yet: 3.", ask.Words);
        Assert.Equal(["Started", "Presented", "Answered"], await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task In_a_break_the_clock_stands_still_no_scenario_can_be_opened_and_the_rest_waits()
    {
        Shown onBreak = await TakeBreakAsync();
        site.Time.Advance(TimeSpan.FromMinutes(4));
        Shown instead = await candidate.Browser.OpenAsync("/take/2");
        Shown overview = await candidate.Browser.OpenAsync("/take/review");
        Shown back = await instead.Form("Go on with the test").PressAsync();

        Assert.Equal("The clock stands still", onBreak.Heading);
        Assert.Contains("Your break lasts until 09:05 (Etc/UTC) at the latest.", onBreak.Words);
        Assert.Equal(("/take/break", "/take/break"), (instead.Address, overview.Address));
        Assert.Equal("Scenario 2 of 4", back.Document.QuerySelector(".where")!.TextContent);
        Assert.Equal("1200", back.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
        Assert.Contains("Ends at 09:24 (Etc/UTC)", back.Words);
    }

    [Fact]
    public async Task The_link_of_somebody_on_a_break_says_that_the_clock_stands_still()
    {
        Shown running = await candidate.Browser.OpenAsync($"/t/{candidate.Token}");
        await TakeBreakAsync();
        Shown resting = await candidate.Browser.OpenAsync($"/t/{candidate.Token}");
        site.Time.Advance(TimeSpan.FromMinutes(6));
        Shown after = await candidate.Browser.OpenAsync($"/t/{candidate.Token}");

        Assert.Contains("The clock goes on: it ends at 09:20", running.Words);
        Assert.Contains("The clock stands still until 09:05 (Etc/UTC) at the latest.", resting.Words);
        Assert.DoesNotContain("The clock goes on", resting.Words);
        Assert.Contains("The clock goes on: it ends at 09:25", after.Words);
    }

    [Fact]
    public async Task What_was_seen_before_the_break_is_locked_for_pages_saves_and_the_overview()
    {
        Shown first = candidate.First;
        await TakeBreakAsync();
        await (await candidate.Browser.OpenAsync("/take/break")).Form("Go on with the test").PressAsync();

        Shown again = await candidate.Browser.OpenAsync("/take/1");
        HttpResponseMessage late = await candidate.Browser.PostAsScriptAsync("/take/save", first.Form("Next").Rate("a", 4).Fields);
        Shown overview = await candidate.Browser.OpenAsync("/take/review");

        Assert.Equal("/take/2", again.Address);
        Assert.Equal(423, (int)late.StatusCode);
        Assert.Contains("Locked", overview.Document.QuerySelector(".review li")!.TextContent);
        Assert.Null(overview.Document.QuerySelector(".review li a[href='/take/1']"));
        Assert.DoesNotContain("Answered", await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task A_break_that_lasts_too_long_ends_by_itself_and_the_page_says_that_the_clock_runs()
    {
        await TakeBreakAsync();
        site.Time.Advance(TimeSpan.FromMinutes(7));
        Shown over = await candidate.Browser.OpenAsync("/take");
        Shown back = await over.Form("Go on with the test").PressAsync();

        Assert.Equal("Your break is over", over.Heading);
        Assert.Contains("The clock has been running again since 09:05 (Etc/UTC).", over.Words);
        Assert.Equal("1080", back.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
    }

    [Fact]
    public async Task There_is_one_pause_and_pressing_twice_takes_one()
    {
        Shown ask = await candidate.First.Form("Take a break").PressAsync();
        await ask.Form("Pause once for up to 5 minutes").PressAsync();
        Shown twice = await ask.Form("Pause once for up to 5 minutes").PressAsync();
        Shown back = await twice.Form("Go on with the test").PressAsync();
        Shown refused = await candidate.Browser.OpenAsync("/take/break");

        Assert.Single(await site.KindsAsync(candidate.Attempt), "BreakStarted");
        Assert.False(back.Offers("Take a break"));
        Assert.Equal("/take", refused.Address);
    }

    [Fact]
    public async Task Where_the_campaign_allows_no_pause_a_forged_post_starts_none()
    {
        Shown ask = await candidate.First.Form("Take a break").PressAsync();
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(c => c.SetProperty(r => r.AllowsPause, false)));

        Shown refused = await ask.Form("Pause once for up to 5 minutes").PressAsync();

        Assert.Equal(400, (int)refused.Status);
        Assert.DoesNotContain("BreakStarted", await site.KindsAsync(candidate.Attempt));
    }

    private async Task<Shown> TakeBreakAsync() =>
        await (await candidate.First.Form("Take a break").PressAsync()).Form("Pause once for up to 5 minutes").PressAsync();
}
