using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>What a candidate's link opens.</summary>
public sealed class LinkPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    private ILocator StartButton => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start the assessment" });

    public async Task OpenAsync(string link) => await page.GotoAsync(link);

    /// <summary>Rates a practice scenario and comes back.</summary>
    public async Task PractiseAsync()
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Practise first" }).ClickAsync();
        await new ScenarioPage(page).RateAllAsync([1, 2, 3, 4]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Finish the practice" }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("That is how it works");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the start page" }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("Before you start");
    }

    public async Task<ScenarioPage> StartAsync()
    {
        await StartButton.ClickAsync();
        return await ScenarioPage.OpenedAsync(page);
    }

    public async Task<ScenarioPage> StartWithADoubleClickAsync()
    {
        await StartButton.DblClickAsync();
        return await ScenarioPage.OpenedAsync(page);
    }

    /// <summary>Goes on with a test that runs already.</summary>
    public async Task<ScenarioPage> ContinueAsync()
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();
        return await ScenarioPage.OpenedAsync(page);
    }
}
