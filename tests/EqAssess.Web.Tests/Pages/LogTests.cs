using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Everything is logged that can be: all categories at Debug, with scopes and every value of the messages.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private static readonly string[] Loud = ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Quartz"];

    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync(new SiteSettings
    {
        Values = Loud.ToDictionary(c => $"Logging:LogLevel:{c}", _ => "Debug", StringComparer.Ordinal).Append(KeyValuePair.Create("Mail:KeepCopies", "true"))
            .ToDictionary(StringComparer.Ordinal),
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_journey_leaves_no_token_name_address_or_answer_in_the_log()
    {
        Guid campaign = await site.OpenCampaignAsync();
        string token = await site.LinkAsync(await site.InviteAsync(campaign, "Oluwaseun Mensah"));
        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}/practice");
        page = await page.Form("Finish the practice").RateAll(3).PressAsync();
        page = (await site.BeginAsync(token)).First;
        for (int i = 0; i < 4; i++)
        {
            page = await page.Form("Next").Rate("a", 1).Rate("b", 2).Rate("c", 3).Rate("d", 4).PressAsync();
        }

        await page.Form("Hand in").PressAsync();
        await site.NewBrowser().OpenAsync($"/t/{token}");
        await site.RunAsync<ScoreAttempts>();
        await site.RunAsync<SendMessages>();
        Browser recruiter = await site.SignInAsync("Recruiter");
        Shown results = await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        await recruiter.OpenAsync(results.Document.QuerySelector("a[href^='/reports/']")!.GetAttribute("href")!);

        AssertNowhere(token, "Oluwaseun", "Mensah", "oluwaseun-mensah", "example.test", "a=1;b=2", "\"a=1", "/t/" + token[..20], PreparedDatabase.Password);
    }

    [Fact]
    public async Task A_wrong_sign_in_and_a_set_up_link_leave_neither_password_nor_address_nor_token()
    {
        string token = await site.AskAsync((StaffAccounts accounts) => accounts.InviteAsync("petra@staff.example.test", "Petra Novak", [Roles.Auditor]));
        Shown page = await site.NewBrowser().OpenAsync("/account/sign-in");
        await page.Form("Sign in").Fill("E-mail address", "uri@staff.example.test").Fill("Password", "wrong but long enough").PressAsync();
        page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");
        page = await page.Form("Create the account").Fill("Password", "short").PressAsync();
        await page.Form("Create the account").Fill("Password", "long enough by far").PressAsync();

        AssertNowhere(token, "uri@", "petra@", "Petra", "Novak", "wrong but long", "long enough by far", "/set-up/" + token[..20]);
    }

    [Fact]
    public async Task A_token_that_a_mail_program_has_lengthened_is_not_logged_either()
    {
        string token = await site.NewLinkAsync();

        await site.NewBrowser().OpenAsync($"/t/{token}.");
        await site.NewBrowser().OpenAsync($"/t/{token}abc");
        await site.NewBrowser().OpenAsync($"/account/sign-in?ReturnUrl=%2Ft%2F{token}");

        AssertNowhere(token);
    }

    [Fact]
    public async Task A_judge_leaves_no_token_pseudonym_or_comment_in_the_log()
    {
        Guid panel = await site.NewPanelAsync();
        string token = (await site.JudgeLinksAsync(panel, 1))[0];
        Browser judge = await site.JoinAsync(token, "Kingfisher-of-Leeds");
        await judge.RateRoundAsync();
        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        Shown page = await judge.OpenAsync("/judge/1");
        await page.Form("Post the comment").With("comment", "She rings because she is lonely.").PressAsync();
        await site.NewBrowser().OpenAsync($"/j/{token}.");

        AssertNowhere(token, "/j/" + token[..20], "Kingfisher", "lonely");
    }

    private void AssertNowhere(params string[] secrets)
    {
        IReadOnlyList<string> lines = site.Log.Lines;
        Assert.Contains(lines, l => l.StartsWith("Debug Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Debug Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("RequestPath"));
        foreach (string secret in secrets)
        {
            string? line = lines.FirstOrDefault(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.True(line is null, $"'{secret}' stands in the log: {line}");
        }
    }
}
