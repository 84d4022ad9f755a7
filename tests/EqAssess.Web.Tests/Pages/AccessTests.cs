using System.Net;
using Microsoft.AspNetCore.Authorization;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

[Collection(nameof(BusySite))]
public sealed class AccessTests(BusySite busy)
{
    [Fact]
    public void Every_address_of_the_site_is_in_the_map_of_who_may_open_it()
    {
        string[] found = [.. busy.Endpoints().Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(SiteMap.MayOpen.Keys.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Only_the_named_addresses_are_open_without_signing_in()
    {
        string[] open = [.. busy.Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(SiteMap.MayOpen.Where(p => p.Value.Contains(SiteMap.Anonymous)).Select(p => p.Key).Order(StringComparer.Ordinal), open);
    }

    [Theory]
    [MemberData(nameof(SiteMap.Routes), MemberType = typeof(SiteMap))]
    public async Task A_page_opens_to_those_who_may_and_to_nobody_else(string route)
    {
        var wrong = new List<string>();
        foreach (string visitor in SiteMap.Visitors)
        {
            HttpResponseMessage answer = await busy[visitor].AskAsync(HttpMethod.Get, busy.AddressOf(route));
            Judge(route, visitor, answer, wrong);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_post_gets_through_to_those_who_may_open_the_page_and_to_nobody_else()
    {
        IReadOnlyList<(string Route, string Handler)> handlers = await busy.PostHandlersAsync();
        var wrong = new List<string>();
        foreach ((string route, string handler) in handlers.Where(h => h.Route is not ("account/sign-out" or "error/{status:int}")))
        {
            foreach (string visitor in SiteMap.Visitors)
            {
                string token = await busy.ForgeryTokenAsync(route, visitor);
                var request = new HttpRequestMessage(HttpMethod.Post, $"{busy.EmptyAddressOf(route)}?handler={handler}")
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("forgeryToken", token)]),
                };
                Judge(route, visitor, await busy[visitor].AskAsync(request), wrong);
            }
        }

        Assert.Empty(wrong);
        Assert.True(handlers.Count >= 14, $"Only {handlers.Count} handlers were found.");
    }

    [Fact]
    public async Task Whoever_may_only_read_campaigns_can_neither_send_nor_take_back_an_invitation()
    {
        foreach (string handler in (string[])["Resend", "Revoke"])
        {
            string token = await busy.ForgeryTokenAsync("campaigns/{id:guid}", "Auditor");
            HttpResponseMessage answer = await busy["Auditor"].AskAsync(new HttpRequestMessage(HttpMethod.Post, $"/campaigns/{busy.Campaign}?handler={handler}")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("forgeryToken", token)]),
            });

            Assert.StartsWith("/account/denied", LocationOf(answer));
        }
    }

    [Fact]
    public async Task A_role_that_does_not_open_a_page_is_told_so()
    {
        Shown page = await busy["Recruiter"].OpenAsync("/admin/staff");

        Assert.Equal((HttpStatusCode.Forbidden, "Your role does not open this page"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task After_signing_in_one_stands_on_the_page_that_one_asked_for()
    {
        Shown page = await busy.Site.NewBrowser().OpenAsync("/campaigns");

        Shown asked = await page.Form("Sign in").Fill("E-mail address", PreparedDatabase.EmailOf("HrAdmin")).Fill("Password", PreparedDatabase.Password).PressAsync();

        Assert.Equal("Sign in", page.Heading);
        Assert.Equal(("/campaigns", "Campaigns"), (asked.Address, asked.Heading));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        Shown page = await busy.Site.NewBrowser().OpenAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}");

        Shown shown = await page.Form("Sign in").Fill("E-mail address", PreparedDatabase.EmailOf("HrAdmin")).Fill("Password", PreparedDatabase.Password).PressAsync();

        Assert.Equal("/", shown.Address);
    }

    private static void Judge(string route, string visitor, HttpResponseMessage answer, List<string> wrong)
    {
        string? sentTo = SiteMap.SentTo(route, visitor, answer.RequestMessage!.Method == HttpMethod.Post);
        string location = LocationOf(answer);
        bool turnedAway = location.StartsWith("/account/", StringComparison.Ordinal) || location.StartsWith("/take/link-needed", StringComparison.Ordinal)
            || location.StartsWith("/judge/link-needed", StringComparison.Ordinal);
        bool asExpected = sentTo is null
            ? !turnedAway && (int)answer.StatusCode is not 401 and < 500
            : answer.StatusCode == HttpStatusCode.Redirect && location.Split('?')[0] == sentTo;
        if (!asExpected)
        {
            wrong.Add($"{answer.RequestMessage!.Method} {route} as {visitor}: {(int)answer.StatusCode} {location}");
        }
    }

    private static string LocationOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString) : "";
}
