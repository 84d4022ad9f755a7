using System.Net;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

public sealed class LinkTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/t/nobody-knows-this-token")]
    [InlineData("/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/t/%C3%A9%20%22%3Cb%3E")]
    public async Task An_unknown_link_leads_to_a_page_that_says_what_may_be_wrong(string address)
    {
        Shown page = await site.NewBrowser().OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("We do not know this link", page.Heading);
    }

    [Fact]
    public async Task A_revoked_invitation_says_so_and_cannot_be_started()
    {
        Guid invitation = await site.InviteAsync(await site.OpenCampaignAsync());
        string token = await site.LinkAsync(invitation);
        Browser browser = site.NewBrowser();
        Shown ready = await browser.OpenAsync($"/t/{token}");
        Assert.True(await site.AskAsync((InvitationService invitations) => invitations.RevokeAsync(invitation)));

        Shown page = await ready.Form("Start the assessment").PressAsync();

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("This invitation was taken back", page.Heading);
        Assert.False(page.Offers("Start the assessment"));
        Assert.Equal(0, await site.ReadAsync(db => db.Attempts.CountAsync()));
    }

    [Fact]
    public async Task Before_the_opening_day_one_can_practise_and_not_start()
    {
        string token = await site.LinkAsync(await site.InviteAsync(await site.OpenCampaignAsync(firstDay: 1)));

        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Not open yet", page.Heading);
        Assert.Contains("24 November 2026 until the end of", page.Words);
        Assert.False(page.Offers("Start the assessment"));
        Assert.True(page.Offers("Practise"));
    }

    [Fact]
    public async Task A_campaign_takes_starts_until_the_last_instant_of_its_closing_day()
    {
        string token = await site.NewLinkAsync();
        Shown ready = await site.NewBrowser().OpenAsync($"/t/{token}");
        site.Time.Instant = new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);

        Shown late = await ready.Form("Start the assessment").PressAsync();
        site.Time.Instant -= TimeSpan.FromMilliseconds(1);
        Shown inTime = await ready.Form("Start the assessment").PressAsync();

        Assert.Equal((HttpStatusCode.Gone, "This assessment has closed"), (late.Status, late.Heading));
        Assert.Contains("3 December 2026 (Etc/UTC time)", late.Words);
        Assert.StartsWith("Scenario 1 of 4", inTime.Document.QuerySelector(".where")!.TextContent);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Opening_a_link_fifty_times_changes_no_row_of_any_table(string method)
    {
        string token = await site.NewLinkAsync();
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        for (int i = 0; i < 50; i++)
        {
            HttpResponseMessage answer = await site.NewBrowser().AskAsync(new HttpMethod(method), $"/t/{token}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task Practice_stores_nothing()
    {
        string token = await site.NewLinkAsync();
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        Shown practice = await site.NewBrowser().OpenAsync($"/t/{token}/practice");
        Shown done = await practice.Form("Finish the practice").RateAll(3).PressAsync();

        Assert.Contains("This is practice: nothing is stored.", practice.Words);
        Assert.Equal("That is how it works", done.Heading);
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task However_often_and_at_once_Start_is_pressed_there_is_one_attempt()
    {
        string token = await site.NewLinkAsync();
        Shown ready = await site.NewBrowser().OpenAsync($"/t/{token}");

        Shown[] pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ready.Form("Start the assessment").PressAsync()));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "/take"), (page.Status, page.Address)));
        Guid attempt = await site.ReadAsync(db => db.Attempts.Select(a => a.Id).SingleAsync());
        Assert.Single(await site.KindsAsync(attempt), "Started");
    }

    [Fact]
    public async Task A_running_test_goes_on_from_the_same_link_on_another_device()
    {
        Candidate candidate = await site.BeginAsync();
        await candidate.First.Form("Next").RateAll(2).PressAsync();

        Shown link = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");
        Shown page = await link.Form("Continue").PressAsync();

        Assert.Equal("Your assessment is running", link.Heading);
        Assert.Contains("it ends at 09:20 (Etc/UTC)", link.Words);
        Assert.Equal("Scenario 2 of 4", page.Document.QuerySelector(".where")!.TextContent);
        Assert.Equal(1, await site.ReadAsync(db => db.Attempts.CountAsync()));
    }

    [Fact]
    public async Task After_hand_in_the_link_shows_the_receipt()
    {
        Guid campaign = await site.OpenCampaignAsync();
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");

        Assert.Equal((HttpStatusCode.OK, "Handed in. Thank you"), (page.Status, page.Heading));
        Assert.Contains("16 of 16", page.Words);
        Assert.Contains("4 of 4", page.Words);
        Assert.False(page.Offers("Start the assessment"));
    }

    [Theory]
    [InlineData("/t/%C3%A9/practice")]
    [InlineData("/t/a%0D%0Ab/practice")]
    public async Task A_redirect_to_a_broken_link_is_a_valid_header(string address)
    {
        HttpResponseMessage answer = await site.NewBrowser().AskAsync(HttpMethod.Get, address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.All(answer.Headers.NonValidated["Location"].ToString(), c => Assert.InRange(c, '!', '~'));
    }
}
