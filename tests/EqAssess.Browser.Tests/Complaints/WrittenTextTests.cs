using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"I had written half a page, the train went into a tunnel, and it was gone": the browser keeps what is written until the server has it.</summary>
public sealed class WrittenTextTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private const string Text = "I would say that I am sorry, and ask what he needs today.";
    private const string Kept = "This browser had kept what you wrote.";
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_tab_was_closed_while_there_was_no_connection_and_the_text_is_gone()
    {
        (Invited invited, Device phone) = await StartAsync();
        await WriteOfflineAsync(phone.Page);
        await CloseAsync(phone.Page);

        IPage again = await OpenAgainAsync(phone, invited, Saves.Address);
        await Assertions.Expect(Field(again)).ToHaveValueAsync(Text);
        await Assertions.Expect(again.GetByText(Kept)).ToBeVisibleAsync();
        await Assertions.Expect(State(again)).ToHaveTextAsync("Not saved yet: 1", new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        await again.UnrouteAsync(Saves.Address);

        await Assertions.Expect(State(again)).ToHaveTextAsync(ScenarioPage.Saved, new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        await Assertions.Expect(again.GetByText(Kept)).ToHaveCountAsync(0);
        await again.ReloadAsync();
        await Assertions.Expect(Field(again)).ToHaveValueAsync(Text);
        Assert.Equal(0, await KeptAsync(again));
    }

    [Fact]
    public async Task Next_without_a_connection_leads_to_an_error_page_and_the_text_is_lost()
    {
        (_, Device phone) = await StartAsync();
        await WriteOfflineAsync(phone.Page);

        await new ScenarioPage(phone.Page).PressAsync("Next");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Going on has to wait");
        await phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(State(phone.Page)).ToHaveTextAsync(ScenarioPage.Saved, new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });

        await new ScenarioPage(phone.Page).NextAsync("Scenario 2 of 12");
        Assert.Equal(0, await KeptAsync(phone.Page));
    }

    [Fact]
    public async Task What_was_saved_since_on_another_device_is_not_written_over()
    {
        (Invited invited, Device phone) = await StartAsync();
        await WriteOfflineAsync(phone.Page);
        await CloseAsync(phone.Page);
        Device desk = await stage.DeviceAsync((await workplace.ServerAsync()).Url);
        await new LinkPage(desk.Page).OpenAsync(invited.Link);
        await new LinkPage(desk.Page).ContinueAsync();
        await Field(desk.Page).FillAsync("Something newer.");
        await Assertions.Expect(State(desk.Page)).ToHaveTextAsync(ScenarioPage.Saved, new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });

        IPage again = await OpenAgainAsync(phone, invited);

        await Assertions.Expect(again.GetByLabel("Something else has been saved since")).ToHaveValueAsync(Text);
        await Assertions.Expect(Field(again)).ToHaveValueAsync("Something newer.");
    }

    [Fact]
    public async Task The_next_person_at_this_computer_reads_what_I_had_written()
    {
        (_, Device phone) = await StartAsync();
        await WriteOfflineAsync(phone.Page);
        await CloseAsync(phone.Page);
        await phone.Context.SetOfflineAsync(false);
        Invited next = await workplace.InviteToSampleAsync();

        IPage page = await phone.OpenTabAsync();
        await page.GotoAsync(next.Link);

        await Waiting.ForAsync("Nothing kept", TimeSpan.FromSeconds(10), async () => await KeptAsync(page) == 0 ? "nothing" : null);
    }

    [Fact]
    public async Task After_handing_in_elsewhere_the_page_tells_what_did_not_count_and_keeps_none_of_it()
    {
        (Invited invited, Device phone) = await StartAsync();
        phone.Expects("410");
        await WriteOfflineAsync(phone.Page);
        Device desk = await stage.DeviceAsync((await workplace.ServerAsync()).Url);
        await new LinkPage(desk.Page).OpenAsync(invited.Link);
        ScenarioPage scenario = await new LinkPage(desk.Page).ContinueAsync();
        await scenario.PressAsync("Overview of scenarios");
        await (await ReviewPage.OpenedAsync(desk.Page)).HandInAsync();

        await phone.Context.SetOfflineAsync(false);

        var end = new LinkPage(phone.Page);
        await Assertions.Expect(end.Heading).ToHaveTextAsync("Handed in. Thank you", new LocatorAssertionsToHaveTextOptions { Timeout = 15_000 });
        await Assertions.Expect(end.Main).ToContainTextAsync($"Scenario 1 of 12: {Text}");
        Assert.Equal(0, await KeptAsync(phone.Page));
    }

    /// <summary>A test with written answers, at its first scenario on a phone.</summary>
    private async Task<(Invited Invited, Device Phone)> StartAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        await new SignInPage(desk.Page).SignInAsync(Workplace.Accommodations, site.PasswordOf(Workplace.Accommodations));
        await desk.Page.GotoAsync("/accommodations");
        await desk.Page.GetByLabel("E-mail address").FillAsync($"{invited.Name.ToLowerInvariant().Replace(" ", "")}@example.test");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Find the candidate" }).ClickAsync();
        await desk.Page.GetByLabel("written answers").CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        phone.Expects("ERR_INTERNET_DISCONNECTED");
        phone.Expects("ERR_FAILED");
        await new LinkPage(phone.Page).OpenAsync(invited.Link);
        await new LinkPage(phone.Page).StartAsync();
        return (invited, phone);
    }

    private static async Task WriteOfflineAsync(IPage page)
    {
        // A script that has not come yet keeps nothing, and the page does not say that it would.
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Context.SetOfflineAsync(true);
        await Field(page).FillAsync(Text);
        await Assertions.Expect(State(page)).ToHaveTextAsync("Not saved yet: 1", new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        Assert.Equal(1, await KeptAsync(page));
    }

    /// <summary>Closes a tab that has no connection. The one that comes back is the next tab's: while this one closes, it could otherwise still send.</summary>
    private static async Task CloseAsync(IPage page)
    {
        await page.EvaluateAsync("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }");
        await page.CloseAsync();
    }

    /// <param name="cut">An address that is not reached.</param>
    private static async Task<IPage> OpenAgainAsync(Device phone, Invited invited, string? cut = null)
    {
        await phone.Context.SetOfflineAsync(false);
        IPage again = await phone.OpenTabAsync();
        if (cut is not null)
        {
            await again.RouteAsync(cut, route => route.AbortAsync());
        }

        await again.GotoAsync(invited.Link);
        await again.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue", Exact = true }).ClickAsync();
        return again;
    }

    private static ILocator Field(IPage page) => page.GetByLabel("What would you say or do? Why?");

    private static ILocator State(IPage page) => page.Locator("[data-saved]");

    /// <summary>How many texts the browser keeps.</summary>
    private static Task<int> KeptAsync(IPage page) => page.EvaluateAsync<int>("""
        () => new Promise((resolve) => {
          const open = indexedDB.open('eqassess', 1);
          open.onupgradeneeded = () => open.result.createObjectStore('choices', { keyPath: 'entry' });
          open.onsuccess = () => { open.result.transaction('choices').objectStore('choices').getAll().onsuccess = (e) => resolve(e.target.result.filter((c) => c.text).length); };
        })
        """);
}
