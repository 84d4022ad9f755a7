using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>An adjustment from the question to the clock.</summary>
public sealed partial class AdjustmentTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task What_is_asked_for_and_granted_is_there_at_the_start_and_more_of_it_within_ten_seconds_in_mid_attempt()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        Device desk = await stage.DeviceAsync(site.Url);
        var link = new LinkPage(phone.Page);

        await AskAsync(phone.Page, invited);
        await new SignInPage(desk.Page).SignInAsync(Workplace.Accommodations, site.PasswordOf(Workplace.Accommodations));
        await DecideAsync(desk.Page, invited);
        await link.OpenAsync(invited.Link);
        await Assertions.Expect(link.Main).ToContainTextAsync("45 minutes, extended from 30");
        ScenarioPage scenario = await link.StartAsync();
        await Assertions.Expect(phone.Page.Locator("[data-time]")).ToHaveTextAsync(FortyFour());

        await GrantAsync(desk.Page, invited);

        await Assertions.Expect(phone.Page.Locator("[data-time]")).ToHaveTextAsync(FiftyNine(), new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        await scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
    }

    [Fact]
    public async Task A_written_answer_is_saved_while_it_is_written()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        await new SignInPage(desk.Page).SignInAsync(Workplace.Accommodations, site.PasswordOf(Workplace.Accommodations));
        await FindAsync(desk.Page, invited);
        await desk.Page.GetByLabel("written answers").CheckAsync();
        await PressAsync(desk.Page, "Save");
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        var link = new LinkPage(phone.Page);
        await link.OpenAsync(invited.Link);
        ScenarioPage scenario = await link.StartAsync();

        await phone.Page.GetByLabel("What would you say or do? Why?").FillAsync("I would say that I am sorry.");

        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(scenario.SavedInWords);
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.GetByLabel("What would you say or do? Why?")).ToHaveValueAsync("I would say that I am sorry.");
        await scenario.NextAsync("Scenario 2 of 12");
    }

    [Fact]
    public async Task Adjustments_are_entered_again_for_each_test_and_forgotten_and_nobody_can_see_theirs()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited first = await workplace.InviteToSampleAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        await new SignInPage(desk.Page).SignInAsync(Workplace.Accommodations, site.PasswordOf(Workplace.Accommodations));
        await FindAsync(desk.Page, first);
        await desk.Page.GetByLabel("125 % of every time limit").CheckAsync();
        await PressAsync(desk.Page, "Save");

        // The same person is invited to another test, by people who know nothing of it.
        Guid other = await workplace.OpenCampaignAsync(TongueBanks.TitleOf(TongueBanks.English), 20);
        string again = await workplace.InviteAgainAsync(other, first);
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        var link = new LinkPage(phone.Page);

        await link.OpenAsync(first.Link);
        await Assertions.Expect(link.Main).ToContainTextAsync("38 minutes, extended from 30");
        await link.OpenAsync(again);
        await Assertions.Expect(link.Main).ToContainTextAsync("25 minutes, extended from 20");
        await link.StartAsync();
        await Assertions.Expect(phone.Page.Locator("[data-time]")).ToHaveTextAsync(new Regex("^24:"));
    }

    private static async Task AskAsync(IPage page, Invited invited)
    {
        await page.GotoAsync(invited.Link);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ask for an adjustment" }).ClickAsync();
        await page.GetByLabel("More time").CheckAsync();
        await page.GetByLabel("In your own words").FillAsync("Half as much time again.");
        await Pictures.TakeAsync(page, "adjustments-phone");
        await PressAsync(page, "Send the request");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Not decided yet.");
    }

    private static async Task DecideAsync(IPage page, Invited invited)
    {
        await page.GotoAsync("/accommodations");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = invited.Name, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = GrantedRadio() }).CheckAsync();
        await page.GetByLabel("150 % of every time limit").CheckAsync();
        await PressAsync(page, "Decide and tell the candidate");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Decided: {invited.Name} is told by e-mail.");
    }

    private static async Task GrantAsync(IPage page, Invited invited)
    {
        await FindAsync(page, invited);
        await page.GetByLabel("200 % of every time limit").CheckAsync();
        await PressAsync(page, "Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("A test that runs has it now.");
    }

    private static async Task FindAsync(IPage page, Invited invited)
    {
        await page.GotoAsync("/accommodations");
        await page.GetByLabel("E-mail address").FillAsync($"{invited.Name.ToLowerInvariant().Replace(" ", "")}@example.test");
        await PressAsync(page, "Find the candidate");
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    [GeneratedRegex("^Granted what")]
    private static partial Regex GrantedRadio();

    [GeneratedRegex(@"^44:\d\d$|^45:00$")]
    private static partial Regex FortyFour();

    [GeneratedRegex(@"^59:\d\d$|^60:00$")]
    private static partial Regex FiftyNine();
}
