using System.Net;
using AngleSharp.Dom;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Tests.Pages;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>The pages that Hangfire brings along; with Quartz there are none. Jobs are kept from running, so that nothing changes meanwhile.</summary>
public sealed class JobDashboardTests : IAsyncLifetime
{
    private const string Trigger = "/jobs/recurring/trigger";
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_of_jobs_links_to_them_where_they_are()
    {
        Browser administrator = await site.SignInAsync(Roles.Administrator);

        Shown jobs = await administrator.OpenAsync("/admin/jobs");
        HttpResponseMessage dashboard = await administrator.AskAsync(HttpMethod.Get, "/jobs");

        string?[] links = [.. jobs.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Where(h => h == "/jobs")];
        Assert.Equal(BuiltInJobEngine.Dashboard is string path ? [path] : [], links);
        Assert.Equal(BuiltInJobEngine.Dashboard is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, dashboard.StatusCode);
    }

    [Fact]
    public async Task Administrators_and_auditors_open_them_and_nobody_else()
    {
        Need();
        foreach (string role in Roles.All)
        {
            HttpResponseMessage answer = await (await site.SignInAsync(role)).AskAsync(HttpMethod.Get, "/jobs/recurring");
            Assert.Equal(role is Roles.Administrator or Roles.Auditor, answer.StatusCode == HttpStatusCode.OK);
            Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.Headers.Location?.OriginalString.Contains("/account/denied", StringComparison.Ordinal) == true, role);
        }

        HttpResponseMessage stranger = await site.NewBrowser().AskAsync(HttpMethod.Get, "/jobs/recurring");
        Assert.Contains("/account/sign-in", stranger.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_starts_a_job_there_and_only_with_the_token_of_the_page()
    {
        Need();
        Browser administrator = await site.SignInAsync(Roles.Administrator);
        (string header, string token) = await TokenAsync(administrator);

        HttpResponseMessage without = await administrator.AskAsync(Post());
        HttpResponseMessage with = await administrator.AskAsync(Post(header, token));
        HttpResponseMessage ofAnother = await administrator.AskAsync(Post(header, (await TokenAsync(await site.SignInAsync(Roles.Auditor))).Token));

        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, with.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, ofAnother.StatusCode);
    }

    [Fact]
    public async Task An_auditor_reads_and_can_start_nothing()
    {
        Need();
        Browser auditor = await site.SignInAsync(Roles.Auditor);
        (string header, string token) = await TokenAsync(auditor);

        HttpResponseMessage refused = await auditor.AskAsync(Post(header, token));
        Shown page = await auditor.OpenAsync("/jobs/recurring");

        Assert.False(refused.IsSuccessStatusCode);
        Assert.Empty(page.Document.QuerySelectorAll("button[data-url]"));
    }

    [Fact]
    public async Task The_policy_on_content_is_the_sites_own()
    {
        Need();
        Browser administrator = await site.SignInAsync(Roles.Administrator);

        HttpResponseMessage own = await administrator.AskAsync(HttpMethod.Get, "/admin/jobs");
        HttpResponseMessage dashboard = await administrator.AskAsync(HttpMethod.Get, "/jobs");
        Shown page = await administrator.OpenAsync("/jobs");

        Assert.Equal(own.Headers.GetValues("Content-Security-Policy"), dashboard.Headers.GetValues("Content-Security-Policy"));
        Assert.All(page.Document.Scripts, s => Assert.NotEmpty(s.GetAttribute("src") ?? ""));
    }

    private static void Need()
    {
        if (BuiltInJobEngine.Dashboard is null)
        {
            Assert.Skip($"{BuiltInJobEngine.Name} brings no pages along; build with -p:JobEngine=Hangfire.");
        }
    }

    private static async Task<(string Header, string Token)> TokenAsync(Browser browser)
    {
        Shown page = await browser.OpenAsync("/jobs/recurring");
        return (Meta(page, "csrf-header"), Meta(page, "csrf-token"));
    }

    private static string Meta(Shown page, string name) => page.Document.QuerySelector($"meta[name={name}]")?.GetAttribute("content") ?? "";

    private static HttpRequestMessage Post(string? header = null, string token = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Trigger) { Content = new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "ScoreAttempts")]) };
        if (header is not null)
        {
            request.Headers.Add(header, token);
        }

        return request;
    }
}
