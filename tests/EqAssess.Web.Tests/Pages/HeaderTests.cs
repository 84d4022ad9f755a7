using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

[Collection(nameof(BusySite))]
public sealed partial class HeaderTests(BusySite busy)
{
    [Theory]
    [MemberData(nameof(SiteMap.Routes), MemberType = typeof(SiteMap))]
    public async Task Every_answer_carries_the_security_headers_and_is_not_stored(string route)
    {
        foreach (string visitor in SiteMap.Visitors)
        {
            HttpResponseMessage answer = await busy[visitor].AskAsync(HttpMethod.Get, busy.AddressOf(route));
            AssertSecured(answer);
            Assert.True(answer.Headers.CacheControl?.NoStore, $"{route} as {visitor}: {answer.Headers.CacheControl}");
        }
    }

    [Theory]
    [InlineData("GET", "/no/such/page", 302)]
    [InlineData("GET", "/t/unknown", 404)]
    [InlineData("GET", "/error/500", 500)]
    [InlineData("POST", "/account/sign-in", 400)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/css/site.css", 200)]
    [InlineData("GET", "/css/no-such.css", 302)]
    public async Task Refusals_and_files_carry_them_too(string method, string address, int status)
    {
        HttpResponseMessage answer = await busy[SiteMap.Anonymous].AskAsync(new HttpMethod(method), address);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertSecured(answer);
    }

    [Theory]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/css/take.css", "text/css")]
    [InlineData("/js/take.js", "text/javascript")]
    public async Task Styles_and_scripts_may_be_kept_and_are_asked_for_again_by_their_tag(string address, string type)
    {
        HttpResponseMessage answer = await busy[SiteMap.Anonymous].AskAsync(HttpMethod.Get, address);
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);

        HttpResponseMessage unchanged = await busy[SiteMap.Anonymous].AskAsync(again);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(true, answer.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [MemberData(nameof(SiteMap.Routes), MemberType = typeof(SiteMap))]
    public async Task No_page_needs_inline_script_or_style(string route)
    {
        foreach (string visitor in SiteMap.MayOpen[route])
        {
            Shown page = await busy[visitor].OpenAsync(busy.AddressOf(route));
            string[] inline =
            [
                .. page.Document.QuerySelectorAll("style, script:not([src]), [style]").Select(e => e.OuterHtml),
                .. page.Document.All.Where(e => e.Attributes.Any(a => EventAttribute().IsMatch(a.Name) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))).Select(e => e.OuterHtml),
            ];
            Assert.True(inline.Length == 0, $"{route} as {visitor}: {string.Join('\n', inline.Select(i => i[..Math.Min(200, i.Length)]))}");
        }
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere()
    {
        foreach (string route in SiteMap.MayOpen.Keys)
        {
            Shown page = await busy[SiteMap.MayOpen[route][0]].OpenAsync(busy.AddressOf(route));
            IEnumerable<string?> loaded = page.Document.QuerySelectorAll("script[src], link[href], img[src], iframe, object, embed")
                .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"));

            Assert.All(loaded, address => Assert.True(address is "data:," || address?.StartsWith('/') == true, $"{route} loads {address}"));
        }
    }

    private static void AssertSecured(HttpResponseMessage answer)
    {
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [GeneratedRegex("^on[a-z]+$")]
    private static partial Regex EventAttribute();
}
