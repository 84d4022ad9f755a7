using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Finding people, keeping views, and what is done to several at once: never a decision.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    private string Address => $"/campaigns/{campaign}/results";

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_filter_finds_is_kept_under_a_name_and_fits_another_campaign()
    {
        Shown found = await recruiter.OpenAsync($"{Address}?filter.words=ama&filter.state=Scored");
        Shown saved = await found.Form("Save the view").Fill("Name of this view", "Scored A").PressAsync();
        Guid other = await site.OpenCampaignAsync();
        Shown elsewhere = await recruiter.OpenAsync($"/campaigns/{other}/results");
        Shown auditor = await (await site.SignInAsync("HrAdmin")).OpenAsync(Address);

        Assert.Equal(["Amara"], Names(found));
        Assert.Contains("The view is saved.", saved.Words);
        Assert.Equal("?filter.words=ama&filter.state=Scored", Shown.Squeeze(elsewhere.Document.QuerySelector(".views a")!.GetAttribute("href")!).Replace($"/campaigns/{other}/results", ""));
        Assert.Empty(auditor.Document.QuerySelectorAll(".views a"));
        Shown forgotten = await saved.Form("Forget the view Scored A").PressAsync();
        Assert.Contains("The view is forgotten.", forgotten.Words);
        Assert.Equal(0, await site.ReadAsync(db => db.SavedViews.CountAsync()));
    }

    [Theory]
    [InlineData("filter.state=Nonsense&filter.sheet=many&filter.order=7&c=x&with=y")]
    [InlineData("filter.words=%27%22%25_%5B&filter.sheet=-1")]
    [InlineData("filter.words=%F0%9F%98%80%20%D7%A9%D7%9C%D7%95%D7%9D")]
    public async Task What_makes_no_sense_in_an_address_is_passed_over(string query)
    {
        Assert.Equal(HttpStatusCode.OK, (await recruiter.OpenAsync($"{Address}?{query}")).Status);
    }

    [Fact]
    public async Task Nobody_found_is_said_so_and_leads_back_to_everybody()
    {
        Shown page = await recruiter.OpenAsync($"{Address}?filter.words=zacharias");

        Assert.Contains("Nobody fits what you look for.", page.Words);
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == Address);
    }

    [Fact]
    public async Task Picked_rows_are_put_aside_and_lead_to_the_comparison()
    {
        (Guid amara, Guid bo) = (await site.InvitationOfAsync("Amara"), await site.InvitationOfAsync("Bo"));
        Shown page = await recruiter.OpenAsync(Address);

        Shown none = await page.Form("Add to comparison").PressAsync();
        Shown one = await page.Form("Add to comparison").With("pick", $"{amara}").PressAsync();
        Shown two = await one.Form("Add to comparison").With("pick", $"{bo}").PressAsync();
        Shown compared = await recruiter.OpenAsync(two.Document.QuerySelector(".basket a.button")!.GetAttribute("href")!);

        Assert.Contains("Nobody was picked.", none.Words);
        Assert.Contains("To compare: 1", one.Words);
        Assert.Equal(["Amara", "Bo"], compared.Document.QuerySelectorAll("table.compare tbody th").Select(t => Shown.Squeeze(t.TextContent)));
    }

    [Fact]
    public async Task The_invitation_goes_again_to_those_picked_who_have_not_started()
    {
        Guid waiting = await site.InviteAsync(campaign, "Carmen");
        await site.RunAsync<SendMessages>();
        Shown page = await recruiter.OpenAsync(Address);
        FilledForm form = page.Form("Add to comparison").With("pick", $"{waiting}", $"{await site.InvitationOfAsync("Amara")}");
        string action = page.Document.QuerySelectorAll("button").Single(b => b.TextContent == "Send invitation again").GetAttribute("formaction")!;

        Shown sent = await recruiter.SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(form.Fields) });

        Assert.Contains("Sent again to 1.", sent.Words);
    }

    [Fact]
    public async Task No_form_of_the_list_or_of_the_comparison_decides_and_one_person_s_form_decides_about_that_person()
    {
        (Guid amara, Guid bo) = (await site.InvitationOfAsync("Amara"), await site.InvitationOfAsync("Bo"));
        foreach (string address in (string[])[Address, $"/campaigns/{campaign}/compare?c={amara}&c={bo}"])
        {
            Shown page = await recruiter.OpenAsync(address);
            foreach (AngleSharp.Dom.IElement form in page.Document.QuerySelectorAll("main form"))
            {
                Assert.Empty(form.QuerySelectorAll("[name*=outcome]"));
                Assert.DoesNotContain("Decide", form.GetAttribute("action") ?? "", StringComparison.OrdinalIgnoreCase);
            }
        }

        await recruiter.OpenAsync($"/reports/{await site.RunOfAsync(bo)}");
        Shown own = await recruiter.OpenAsync(DeskOfSite.CaseOf(campaign, amara));
        await recruiter.DecideAsync(site, campaign, amara, "Shortlist");
        string token = own.ForgeryToken;
        await recruiter.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{DeskOfSite.CaseOf(campaign, amara)}?handler=Decide&invitation={bo}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["forgeryToken"] = token, ["outcome"] = "Reject", ["reason"] = "All of them.", ["seen"] = "1", ["invitation"] = $"{bo}", ["pick"] = $"{bo}",
            }),
        });

        Assert.DoesNotContain(bo, await site.ReadAsync(db => db.Decisions.Select(d => d.InvitationId).ToListAsync()));
    }

    private static string[] Names(Shown page) => [.. page.Document.QuerySelectorAll("tbody th").Select(t => Shown.Squeeze(t.TextContent))];
}
