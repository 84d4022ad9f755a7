using System.Net;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

/// <summary>All requests of these tests come from one address, as those of an assessment centre do.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    /// <summary>The bucket refills with the real clock: a busy machine needs more requests to empty it.</summary>
    private const int MoreThanAnybodyNeeds = 4_000;

    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task One_link_that_is_hammered_is_slowed_down_and_another_from_the_same_address_is_not()
    {
        Guid campaign = await site.OpenCampaignAsync();
        string hammered = await site.LinkAsync(await site.InviteAsync(campaign, "Amara"));
        string other = await site.LinkAsync(await site.InviteAsync(campaign, "Bo"));

        Shown? refused = await HammerAsync(site.NewBrowser(), $"/t/{hammered}");
        Shown open = await site.NewBrowser().OpenAsync($"/t/{other}");

        AssertSlowedDown(refused);
        Assert.Equal((HttpStatusCode.OK, "Before you start"), (open.Status, open.Heading));
    }

    [Fact]
    public async Task One_test_that_is_hammered_is_slowed_down_and_another_from_the_same_address_is_not()
    {
        Candidate hammered = await site.BeginAsync(name: "Amara");
        Candidate other = await site.BeginAsync(name: "Bo");

        Shown? refused = await HammerAsync(hammered.Browser, "/take/clock");
        Shown open = await other.Browser.OpenAsync("/take/2");

        AssertSlowedDown(refused);
        Assert.Equal(HttpStatusCode.OK, open.Status);
    }

    [Fact]
    public async Task A_script_that_is_slowed_down_gets_problem_details()
    {
        Candidate candidate = await site.BeginAsync();
        await HammerAsync(candidate.Browser, "/take/clock");

        // The allowance fills up again by the real clock, so that a post may slip through.
        HttpResponseMessage answer = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 1).Fields);
        for (int i = 0; i < 300 && answer.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            answer = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 1).Fields);
        }

        await Take.SavingTests.AssertProblemAsync(answer, HttpStatusCode.TooManyRequests);
        Assert.Equal("20", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task Guessing_passwords_from_one_address_is_slowed_down_whatever_the_account()
    {
        Browser browser = site.NewBrowser();
        Shown page = await browser.OpenAsync("/account/sign-in");
        Shown? refused = null;

        for (int i = 0; i < 90 && refused is null; i++)
        {
            Shown answer = await browser.SendAsync(page.Form("Sign in").With("forgeryToken", "none").Fill("E-mail address", $"nobody-{i}@example.test").Request());
            refused = answer.Status == HttpStatusCode.TooManyRequests ? answer : null;
        }

        AssertSlowedDown(refused);
    }

    /// <returns>The first answer that was refused; null when none was.</returns>
    private static async Task<Shown?> HammerAsync(Browser browser, string address)
    {
        for (int i = 0; i < MoreThanAnybodyNeeds; i++)
        {
            Shown answer = await browser.OpenAsync(address);
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }
        }

        return null;
    }

    private static void AssertSlowedDown(Shown? page)
    {
        Assert.NotNull(page);
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many requests at once"), (page.Status, page.Heading));
        Assert.Equal("20", page.Answer.Headers.GetValues("Retry-After").Single());
    }
}
