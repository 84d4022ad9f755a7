using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>A panel from its making to its published key. The test plays ten judges, so the panel is one of simulated judges and its key says so.</summary>
public sealed class PanelTests(Chromium chromium) : IAsyncLifetime
{
    private const int Judges = 10;
    private const int Scenarios = 3;
    private static readonly string[] Roles = ["team-leader", "quality-coach", "experienced-agent"];
    private readonly Stage stage = new(chromium);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-panel-");
    private readonly List<string> wrong = [];
    private ServerProcess? server;

    public async ValueTask InitializeAsync()
    {
        server = await ServerProcess.StartAsync(new ServerSettings { DataFolder = folder.FullName }.With("Demonstration__SimulatedCandidates", "0"));
        stage.KeepOnFailure("server.txt", () => server.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Ten_simulated_judges_walk_through_both_rounds_to_a_published_key()
    {
        ServerProcess site = server!;
        Device hr = await stage.DeviceAsync(site.Url);
        await new SignInPage(hr.Page).SignInAsync(Workplace.HrAdmin, site.PasswordOf(Workplace.HrAdmin));
        var panel = new PanelPages(hr.Page);
        string address = await panel.MakeAsync("Contested principles", Scenarios);
        IReadOnlyList<string> links = await panel.MintLinksAsync(Judges);
        await LookAsync(hr.Page, "panel-links");
        await panel.PressAsync("Open round one");

        // The second judge has no JavaScript.
        Device[] devices = [.. await Task.WhenAll(Enumerable.Range(0, Judges).Select(i => stage.DeviceAsync(site.Url, Screen.Phone, script: i != 1)))];
        for (int i = 0; i < Judges; i++)
        {
            await RateAloneAsync(devices[i].Page, links[i], i);
        }

        await hr.Page.GotoAsync(address);
        await Assertions.Expect(panel.Main).ToContainTextAsync("10 in round one, 0 in round two");
        await LookAsync(hr.Page, "panel-round-one");
        await panel.PressAsync("Close round one, open round two");
        for (int i = 0; i < Judges; i++)
        {
            await RateAgainAsync(devices[i].Page, links[i], i);
        }

        await hr.Page.GotoAsync(address);
        await panel.PressAsync("Close round two");
        await hr.Page.GotoAsync($"{address}/results");
        await LookAsync(hr.Page, "panel-results");
        await Pictures.TakeAsync(hr.Page, "panel");
        await panel.PressAsync("Publish key simulated-1");

        await Assertions.Expect(panel.Main).ToContainTextAsync("Key simulated-1 is published");
        await Assertions.Expect(panel.Main).ToContainTextAsync("the judges put it on neither side of the midpoint");
        await LookAsync(hr.Page, "panel-published");
        await AssertStoredAsync(site, await panel.Digest.InnerTextAsync());
        await hr.Page.GotoAsync("/panels");
        await LookAsync(hr.Page, "panels");
        await hr.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New panel for Contact-centre empathy" }).ClickAsync();
        await LookAsync(hr.Page, "panel-new");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Ratings of a judge: all agree on replies a to c, and the judges are split over d.</summary>
    private static int[] RatingsOf(int judge) => [4, 1, 3, judge % 2 == 0 ? 2 : 3];

    private async Task RateAloneAsync(IPage page, string link, int judge)
    {
        var pages = new JudgePages(page);
        await pages.EnterAsync(link);
        await LookAsync(page, "judge-introduction", judge);
        await pages.IntroduceAsync($"Bird {judge + 1}", Roles[judge % Roles.Length], judge);
        await LookAsync(page, "judge-overview", judge);
        await pages.BeginAsync();
        await LookAsync(page, "judge-round-one", judge);
        for (int scenario = 0; scenario < Scenarios; scenario++)
        {
            await pages.NothingMarkedAsync(replies: 4);
            await Assertions.Expect(page.Locator(".dist")).ToHaveCountAsync(0);
            await pages.RateAsync(RatingsOf(judge));
        }

        await pages.PressAsync("Hand in round one");
        await Assertions.Expect(pages.Main).ToContainTextAsync("Keep your link for it.");
    }

    private async Task RateAgainAsync(IPage page, string link, int judge)
    {
        var pages = new JudgePages(page);
        await pages.EnterAsync(link);
        await pages.BeginAsync();
        Assert.Equal(RatingsOf(judge), await pages.MarkedAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Table).First).ToContainTextAsync("Very effective10");
        await page.GetByLabel("Your comment").FillAsync($"Said by bird {judge + 1}.");
        await pages.PressAsync("Post the comment");
        await Assertions.Expect(page.GetByText($"Said by bird {judge + 1}.")).ToBeVisibleAsync();
        await LookAsync(page, "judge-round-two", judge);
        await pages.RateAsync(RatingsOf(judge));
        await page.GotoAsync("/judge");
        await pages.PressAsync("Confirm and hand in round two");
        await Assertions.Expect(pages.Main).ToContainTextAsync("Both of your rounds are in");
    }

    private static async Task AssertStoredAsync(ServerProcess site, string digest)
    {
        await using EqAssessDb db = site.OpenDatabase();
        KeyVersionRow key = await db.KeyVersions.SingleAsync(k => k.Label == "simulated-1");
        Assert.Equal((digest, KeyStatus.Simulated), (key.Digest, key.Status));
        Assert.Equal(Scenarios, await db.KeyCoverages.CountAsync(c => c.KeyVersionId == key.Id));
    }

    /// <summary>What holds for every page: axe, narrow and dark, wide and light, and nothing that sticks out. Of the judges the first is looked at.</summary>
    private async Task LookAsync(IPage page, string stop, int judge = 0)
    {
        if (judge > 0)
        {
            return;
        }

        PageViewportSizeResult before = page.ViewportSize!;
        foreach (Screen screen in new[] { Screen.Narrow, Screen.Desk })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            wrong.AddRange((await Rules.OverflowAsync(page)).Select(w => $"{stop} ({screen.Width} px): {w}"));
            ColorScheme scheme = screen == Screen.Narrow ? ColorScheme.Dark : ColorScheme.Light;
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            wrong.AddRange((await Rules.AxeAsync(page)).Select(w => $"{stop} ({screen.Width} px, {scheme}): {w}"));
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
