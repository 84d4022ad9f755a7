using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>A candidate asks before the clock starts, and waiting costs nothing.</summary>
public sealed class AskTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync() => adjusted = await AdjustedSite.StartAsync();

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task The_link_page_leads_to_a_request_that_is_due_in_three_working_days()
    {
        string token = await Site.NewLinkAsync();
        Browser browser = Site.NewBrowser();
        Shown link = await browser.OpenAsync($"/t/{token}");
        Assert.Contains(link.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/t/{token}/adjustments");
        Shown page = await browser.OpenAsync($"/t/{token}/adjustments");

        Shown asked = await page.Form("Send the request").Tick("More time", "Breaks").With("text", "Half as much again.").PressAsync();

        Assert.Contains("26 November 2026 at the latest.", asked.Words);
        Assert.Contains("3 December 2026, also if the assessment closes", asked.Words);
        AccommodationRequest row = await adjusted.RequestAsync();
        Assert.Equal(("time breaks", "Half as much again.", RequestState.Open, new DateOnly(2026, 11, 26)), (row.Wishes, row.Text, row.State, row.DueOn));
        Assert.Contains("bereavement", page.Words);
        Assert.Contains("no diagnosis", page.Words);
        Assert.False(asked.Offers("Send the request"));
    }

    [Theory]
    [InlineData("", "x", "Tick at least one thing")]
    [InlineData("Something else", " ", "Say in a few words")]
    [InlineData("Another scenario", "", "Say in a few words")]
    public async Task A_request_that_says_too_little_is_not_sent_and_keeps_what_was_written(string wish, string text, string problem)
    {
        Browser browser = Site.NewBrowser();
        Shown page = await browser.OpenAsync($"/t/{await Site.NewLinkAsync()}/adjustments");
        FilledForm form = page.Form("Send the request").With("text", text);

        Shown refused = await (wish.Length == 0 ? form : form.Tick(wish)).PressAsync();

        Assert.Contains(problem, refused.Words);
        Assert.Equal(text.Trim(), refused.Form("Send the request")["text"].Trim());
        Assert.Equal(0, await Site.ReadAsync(db => db.AccommodationRequests.CountAsync()));
    }

    [Fact]
    public async Task A_double_click_asks_once()
    {
        Browser browser = Site.NewBrowser();
        Shown page = await browser.OpenAsync($"/t/{await Site.NewLinkAsync()}/adjustments");
        FilledForm form = page.Form("Send the request").Tick("No time limit");

        await form.PressAsync();
        await form.PressAsync();

        Assert.Equal(1, await Site.ReadAsync(db => db.AccommodationRequests.CountAsync()));
    }

    [Fact]
    public async Task Whoever_asked_before_the_campaign_closed_can_start_after_it()
    {
        Guid campaign = await Site.OpenCampaignAsync(lastDay: 1);
        string asks = await Site.LinkAsync(await Site.InviteAsync(campaign, "Amara"));
        string silent = await Site.LinkAsync(await Site.InviteAsync(campaign, "Bolin"));
        await (await Site.NewBrowser().OpenAsync($"/t/{asks}/adjustments")).Form("Send the request").Tick("Breaks").PressAsync();
        Site.Time.Advance(TimeSpan.FromDays(5));

        Shown mine = await Site.NewBrowser().OpenAsync($"/t/{asks}");
        Shown other = await Site.NewBrowser().OpenAsync($"/t/{silent}");

        Assert.Equal("This assessment has closed", other.Heading);
        Assert.Contains("3 December 2026end of the day, Etc/UTC time; moved for you", mine.Words);
        Candidate started = await Site.BeginAsync(asks);
        Assert.Equal("Started", Assert.Single(await Site.KindsAsync(started.Attempt), k => k == "Started"));
        Site.Time.Instant = new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("This assessment has closed", (await Site.NewBrowser().OpenAsync($"/t/{silent}")).Heading);
    }

    [Fact]
    public async Task A_request_that_is_taken_back_leaves_the_end_of_starts_as_it_was()
    {
        (Browser browser, string token) = await adjusted.AskAsync("Amara", "", "Breaks");

        Shown back = await (await browser.OpenAsync($"/t/{token}/adjustments")).Form("Take the request back").PressAsync();

        Assert.Contains("You took this request back.", back.Words);
        Assert.True(back.Offers("Send the request"));
        Assert.Null(await Site.ReadAsync(db => db.Invitations.Select(i => i.StartUntil).SingleAsync()));
    }

    [Fact]
    public async Task Once_the_clock_runs_the_page_shows_requests_and_takes_none()
    {
        string token = await Site.NewLinkAsync();
        Shown page = await Site.NewBrowser().OpenAsync($"/t/{token}/adjustments");
        await Site.BeginAsync(token);

        Shown later = await page.Form("Send the request").Tick("Breaks").PressAsync();

        Assert.False(later.Offers("Send the request"));
        Assert.Contains("Adjustments can no longer be asked for here", later.Words);
        Assert.Equal(0, await Site.ReadAsync(db => db.AccommodationRequests.CountAsync()));
    }

    [Fact]
    public async Task Nobody_takes_back_the_request_of_somebody_else()
    {
        await adjusted.AskAsync("Amara", "", "Breaks");
        (Browser other, string token) = await adjusted.AskAsync("Bolin", "", "Breaks");
        Guid amaras = await Site.ReadAsync(db => db.AccommodationRequests.OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Select(r => r.Id).FirstAsync());

        await (await other.OpenAsync($"/t/{token}/adjustments")).Form("Take the request back").With("request", $"{amaras}").PressAsync();

        Assert.All(await Site.ReadAsync(db => db.AccommodationRequests.Select(r => r.State).ToListAsync()), s => Assert.Equal(RequestState.Open, s));
    }
}
