using System.Globalization;
using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Web.Rendering;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>What a candidate's link opens.</summary>
/// <param name="language">That of the form.</param>
public sealed partial class LinkPage(IPage page, string language = TongueBanks.English)
{
    private readonly CandidateWords words = new() { Culture = Languages.CultureOf(language) };

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    private ILocator StartButton => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words["Link.Start"] });

    public async Task OpenAsync(string link) => await page.GotoAsync(link);

    /// <summary>Answers the practice scenarios and comes back.</summary>
    public async Task PractiseAsync()
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words["Link.Practise.First"] }).ClickAsync();
        var scenario = new ScenarioPage(page, language);
        string? last = Number().Matches(await scenario.Place.TextContentAsync() ?? "").LastOrDefault()?.Value;
        int steps = int.Parse(last ?? "1", CultureInfo.InvariantCulture);
        for (int step = 1; step <= steps; step++)
        {
            await scenario.AnswerAsync();
            await page.Locator(".foot button").ClickAsync();
            await Assertions.Expect(step == steps ? Heading : scenario.Place)
                .ToHaveTextAsync(step == steps ? words["Practice.Done.Title"] : words["Practice.Where", step + 1, steps]);
        }

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words["Practice.Done.Back"] }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync(words["Link.Title"]);
    }

    public async Task<ScenarioPage> StartAsync()
    {
        await StartButton.ClickAsync();
        return await ScenarioPage.OpenedAsync(page, language);
    }

    public async Task<ScenarioPage> StartWithADoubleClickAsync()
    {
        await StartButton.DblClickAsync();
        return await ScenarioPage.OpenedAsync(page, language);
    }

    /// <summary>Goes on with a test that runs already.</summary>
    public async Task<ScenarioPage> ContinueAsync()
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words["Link.Running.Continue"] }).ClickAsync();
        return await ScenarioPage.OpenedAsync(page, language);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
