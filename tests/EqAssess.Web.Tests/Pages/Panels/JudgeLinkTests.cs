using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Panels;

public sealed class JudgeLinkTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid panel;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        panel = await site.NewPanelAsync();
        token = (await site.JudgeLinksAsync(panel, 1))[0];
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Only_the_hash_of_a_token_is_stored()
    {
        PanelJudge judge = await site.ReadAsync(db => db.PanelJudges.SingleAsync());

        Assert.Equal(Tokens.HashOf(token), judge.TokenHash);
    }

    [Fact]
    [OnSqliteOnly]
    public async Task No_byte_of_the_file_of_the_database_is_of_a_token()
    {
        Assert.Equal(-1, (await File.ReadAllBytesAsync(site.DatabaseFile)).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)));
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing_and_opens_no_session()
    {
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();
        Browser scanner = site.NewBrowser();

        Shown link = await scanner.OpenAsync($"/j/{token}");
        Shown inside = await scanner.OpenAsync("/judge");

        Assert.Equal("Your judgement is asked for", link.Heading);
        Assert.Equal("Please open your link", inside.Heading);
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task The_session_is_a_cookie_that_scripts_cannot_read()
    {
        Browser judge = await site.JoinAsync(token);

        string cookie = Assert.Single(judge.Cookies.Set, c => c.StartsWith("eqassess-judge=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_its_session()
    {
        Browser judge = await site.JoinAsync(token);
        Guid id = await site.ReadAsync(db => db.PanelJudges.Select(j => j.Id).SingleAsync());

        JudgeLink? renewed = await site.AskAsync((PanelService panels) => panels.NewLinkAsync(panel, id));

        Assert.Equal("Please open your link", (await judge.OpenAsync("/judge")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync($"/j/{token}")).Status);
        Shown back = await (await judge.OpenAsync($"/j/{renewed!.Token}")).Form("Continue").PressAsync();
        Assert.Equal("First panel", back.Heading);
    }

    [Fact]
    public async Task Whoever_holds_a_new_link_sees_what_the_judge_rated_and_both_pages_say_so()
    {
        Browser judge = await site.JoinAsync(token);
        await (await judge.OpenAsync("/judge/1")).Form("Save and go on").RateAll(2).PressAsync();
        Browser staff = await site.SignInAsync("Psychologist");
        Shown page = await staff.OpenAsync($"/panels/{panel}");

        Shown renewed = await page.Form("New link for Heron").PressAsync();
        Browser holder = site.NewBrowser();
        Shown opened = await holder.OpenAsync(new Uri(renewed.Document.QuerySelector("[data-link]")!.TextContent).AbsolutePath);
        await opened.Form("Continue").PressAsync();

        Assert.Contains("Whoever holds it sees what that judge has rated", page.Words);
        Assert.Contains("Whoever holds your link sees your own ratings", opened.Words);
        Assert.Contains("the audit log records that it was replaced", opened.Words);
        Assert.Equal(["2", "2", "2", "2"], (await holder.OpenAsync("/judge/1")).Chosen.Values);
        Assert.Equal(1, await site.ReadAsync(db => db.AuditLog.CountAsync(a => a.Act == AuditService.JudgeLinkRenewed)));
    }

    [Fact]
    public async Task A_judge_who_is_taken_out_comes_in_no_more()
    {
        Browser judge = await site.JoinAsync(token);
        Browser staff = await site.SignInAsync("Psychologist");

        Shown said = await (await staff.OpenAsync($"/panels/{panel}")).Form("Take out Heron").PressAsync();

        Assert.Contains("The judge is out", said.Words);
        Assert.Equal("Please open your link", (await judge.OpenAsync("/judge/1")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync($"/j/{token}")).Status);
        Assert.Equal(1, await site.ReadAsync(db => db.AuditLog.CountAsync(a => a.Act == AuditService.JudgeRevoked)));
    }

    [Fact]
    public async Task Links_are_shown_once()
    {
        Browser staff = await site.SignInAsync("HrAdmin");

        Shown minted = await (await staff.OpenAsync($"/panels/{panel}")).Form("Make links").With("count", "3").PressAsync();
        Shown later = await staff.OpenAsync($"/panels/{panel}");

        string[] links = [.. minted.Document.QuerySelectorAll("[data-link]").Select(l => l.TextContent)];
        Assert.Equal(3, links.Length);
        Assert.All(links, l => Assert.StartsWith($"{site.Address}/j/", l));
        Assert.Empty(later.Document.QuerySelectorAll("[data-link]"));
        Assert.Equal(4, await site.ReadAsync(db => db.PanelJudges.CountAsync()));
    }

    [Fact]
    public async Task Two_judges_do_not_share_a_pseudonym_and_what_is_missing_is_asked_for()
    {
        await site.JoinAsync(token);
        Browser other = site.NewBrowser();
        Shown page = await (await other.OpenAsync($"/j/{(await site.JudgeLinksAsync(panel, 1))[0]}")).Form("Continue").PressAsync();

        Shown taken = await page.Form("Save and go on").With("pseudonym", "heron").With("role", "trainer").With("years", "3").PressAsync();
        Shown noYears = await taken.Form("Save and go on").With("pseudonym", "Wren").With("years", "").PressAsync();
        Shown noRole = await taken.Form("Save and go on").With("pseudonym", "Wren").With("role", "chief").PressAsync();

        Assert.Equal([("pseudonym", "Another judge has this pseudonym. Choose another one.")], taken.Problems);
        Assert.Equal([("years", "Give the years as a whole number from 0 to 60.")], noYears.Problems);
        Assert.Equal([("role", "Choose a role.")], noRole.Problems);
    }
}
