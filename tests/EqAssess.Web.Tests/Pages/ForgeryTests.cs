using System.Net;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

[Collection(nameof(BusySite))]
public sealed class ForgeryTests(BusySite busy)
{
    [Fact]
    public async Task No_post_without_its_forgery_token_does_anything()
    {
        IReadOnlyDictionary<string, string> before = await busy.Site.DigestsAsync();

        foreach ((string route, string handler) in (await busy.PostHandlersAsync()).Where(h => h.Route != "error/{status:int}"))
        {
            foreach (string visitor in SiteMap.MayOpen[route])
            {
                string address = $"{busy.AddressOf(route)}{(busy.AddressOf(route).Contains('?') ? '&' : '?')}handler={handler}";
                HttpResponseMessage answer = await busy[visitor].AskAsync(HttpMethod.Post, address);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{route} {handler} as {visitor}: {answer.StatusCode}");
            }
        }

        Assert.NotEmpty(await busy.PostHandlersAsync());
        Assert.Equal(before, await busy.Site.DigestsAsync());
    }

    [Fact]
    public async Task A_forgery_token_of_one_person_does_not_serve_another()
    {
        string others = await busy.ForgeryTokenAsync("", "HrAdmin");

        HttpResponseMessage answer = await busy["Administrator"].AskAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/staff")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("forgeryToken", others)]),
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_form_that_posts_carries_a_forgery_token()
    {
        foreach (string route in SiteMap.MayOpen.Keys)
        {
            foreach (string visitor in SiteMap.MayOpen[route])
            {
                Shown page = await busy[visitor].OpenAsync(busy.AddressOf(route));
                Assert.All(
                    page.Document.QuerySelectorAll("form[method=post]"),
                    form => Assert.True(form.QuerySelector("input[name=forgeryToken]") is not null, $"{route} as {visitor}: {form.OuterHtml[..Math.Min(200, form.OuterHtml.Length)]}"));
            }
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        Browser browser = await busy.Site.SignInAsync("Auditor");
        Shown page = await browser.OpenAsync("/");

        Shown after = await page.Form("Sign out").PressAsync();
        Shown again = await browser.OpenAsync("/banks");

        Assert.Equal("Sign in", after.Heading);
        Assert.Equal("Sign in", again.Heading);
    }
}
