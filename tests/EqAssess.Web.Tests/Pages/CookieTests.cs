using System.Net;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

public sealed class CookieTests
{
    [Fact]
    public async Task Where_the_site_is_HTTPS_every_cookie_is_bound_to_the_host_secure_and_out_of_reach_of_scripts()
    {
        await using SiteFactory site = await SiteFactory.StartAsync(new SiteSettings { RequireHttps = true });

        IReadOnlyList<string> cookies = await CookiesOfEverybodyAsync(site);

        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie);
            AssertHas(cookie, "secure", "httponly", "samesite=lax", "path=/");
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Without_HTTPS_cookies_are_still_out_of_reach_of_scripts_and_other_sites()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();

        IReadOnlyList<string> cookies = await CookiesOfEverybodyAsync(site);

        Assert.All(cookies, cookie => AssertHas(cookie, "httponly", "samesite=lax", "path=/"));
    }

    [Fact]
    public async Task Where_the_site_is_HTTPS_an_open_address_leads_to_the_secure_one()
    {
        await using SiteFactory site = await SiteFactory.StartAsync(new SiteSettings { RequireHttps = true });
        HttpClient client = site.CreateDefaultClient(new Uri("http://localhost"));

        HttpResponseMessage answer = await client.GetAsync("/account/sign-in");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("https://localhost/account/sign-in", answer.Headers.Location?.OriginalString);
    }

    /// <summary>Set-Cookie headers of a candidate's start and of a colleague who signs in, takes an invitation back and signs out.</summary>
    private static async Task<IReadOnlyList<string>> CookiesOfEverybodyAsync(SiteFactory site)
    {
        Candidate candidate = await site.BeginAsync();
        Guid campaign = await site.OpenCampaignAsync();
        await site.InviteAsync(campaign, "Bo Lind");
        Browser recruiter = await site.SignInAsync("Recruiter");
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}");
        page = await page.Form("Revoke the invitation of Bo Lind").PressAsync();
        Assert.Contains("The invitation was taken back.", page.Words);
        await page.Form("Sign out").PressAsync();
        string[] set = [.. candidate.Browser.Cookies.Set, .. recruiter.Cookies.Set];
        Assert.Contains(set, c => c.Contains("eqassess-take="));
        Assert.Contains(set, c => c.Contains("eqassess-staff="));
        Assert.Contains(set, c => c.Contains("eqassess-form="));
        return [.. set.Where(c => c.Split(';')[0].Split('=', 2)[1].Length > 0)];
    }

    private static void AssertHas(string cookie, params string[] attributes)
    {
        string[] has = [.. cookie.Split(';').Skip(1).Select(a => a.Trim().ToLowerInvariant())];
        Assert.All(attributes, attribute => Assert.True(has.Contains(attribute), $"{attribute} is missing: {cookie}"));
    }
}
