using System.Globalization;
using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Web.Rendering;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>One scenario with its replies; also the practice scenario and the preview of an item.</summary>
/// <param name="language">That of the form.</param>
public sealed partial class ScenarioPage(IPage page, string language = TongueBanks.English)
{
    private readonly CandidateWords words = new() { Culture = Languages.CultureOf(language) };

    public ILocator Title => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    /// <summary>For example "Scenario 3 of 12".</summary>
    public ILocator Place => page.Locator(".bar .where");

    /// <summary>What the page says about saving.</summary>
    public ILocator SaveState => page.Locator("[data-saved]");

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    /// <summary>For example "29:58".</summary>
    public ILocator Clock => page.Locator("[data-time]");

    /// <summary>What was last said to a screen reader.</summary>
    public ILocator Voice => page.Locator("[data-announcer]");

    /// <summary>Under the bar: news that need no answer, and what is wrong.</summary>
    public ILocator Banner => page.Locator(".bar .banner");

    /// <summary>What <see cref="SaveState"/> says once the server has acknowledged the last choice.</summary>
    public static Regex Saved => SavedAt();

    /// <summary>The same in the language of the form.</summary>
    public Regex SavedInWords => new($"^{Regex.Escape(words["Saved.At", "~"]).Replace("~", @"\d\d:\d\d", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>The deadline, to the second: the server's count of seconds when it made the page, and the time on the clock of this test.</summary>
    public async Task<DateTimeOffset> DeadlineAsync()
    {
        string? seconds = await page.Locator("form[data-take]").GetAttributeAsync("data-seconds");
        double age = await page.EvaluateAsync<double>("performance.now() / 1000");
        return TimeProvider.System.GetUtcNow().AddSeconds(int.Parse(seconds!, CultureInfo.InvariantCulture) - age);
    }

    /// <summary>The deadline as pages without a script show it, for example "Ends at 14:05 (Europe/London)".</summary>
    public async Task<string> DeadlineTextAsync() => await page.Locator("[data-ends]").TextContentAsync() ?? "";

    public static async Task<ScenarioPage> OpenedAsync(IPage page, string language = TongueBanks.English)
    {
        var scenario = new ScenarioPage(page, language);
        await Assertions.Expect(scenario.Place).ToContainTextAsync(scenario.words["Take.Where", "~", "~"].Split('~')[0]);
        return scenario;
    }

    /// <summary>Names of the groups of radio buttons, in the order of the page.</summary>
    public async Task<IReadOnlyList<string>> ReplyNamesAsync() =>
        await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('input[name^=\"choice.\"]')].map(i => i.name))]");

    /// <param name="reply">From 1.</param>
    /// <param name="rating">From 1 (very ineffective) to 4.</param>
    public async Task RateAsync(int reply, int rating) =>
        await Reply(reply).GetByText(words[$"RateEach.Scale.{rating}"], new LocatorGetByTextOptions { Exact = true }).ClickAsync();

    /// <summary>Rates every reply and, where a script saves, waits after each until the page says Saved.</summary>
    public async Task RateAllAsync(IReadOnlyList<int> ratings, bool untilSaved = false)
    {
        for (int i = 0; i < ratings.Count; i++)
        {
            await RateAsync(i + 1, ratings[i]);
            if (untilSaved)
            {
                await Assertions.Expect(SaveState).ToHaveTextAsync(SavedInWords);
            }
        }
    }

    /// <summary>Answers the scenario, whatever its format.</summary>
    public async Task AnswerAsync()
    {
        IReadOnlyList<ILocator> groups = await page.GetByRole(AriaRole.Radiogroup).AllAsync();
        foreach (ILocator group in groups)
        {
            await group.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        }

        foreach ((string name, int place) in new[] { ("choice.best", 0), ("choice.worst", 1) })
        {
            ILocator picks = page.Locator($"input[name='{name}']");
            if (await picks.CountAsync() > 0)
            {
                await picks.Nth(place).CheckAsync();
            }
        }
    }

    /// <summary>The ratings on the screen, 0 where there is none.</summary>
    public async Task<IReadOnlyList<int>> RatingsAsync() =>
        await page.EvaluateAsync<int[]>("[...document.querySelectorAll('[role=radiogroup]')].map(g => Number(g.querySelector('input:checked')?.value ?? 0))");

    public ILocator Choice(int reply, int rating) =>
        Reply(reply).GetByRole(AriaRole.Radio, new LocatorGetByRoleOptions { Name = words[$"RateEach.Scale.{rating}"], Exact = true });

    /// <summary>Goes on and waits for the next scenario.</summary>
    public async Task NextAsync(string place)
    {
        await PressAsync(words["Take.Next"]);
        await Assertions.Expect(Place).ToHaveTextAsync(place);
    }

    public async Task BackAsync(string place)
    {
        await PressAsync(words["Take.Back"]);
        await Assertions.Expect(Place).ToHaveTextAsync(place);
    }

    /// <summary>Next on the last scenario.</summary>
    public async Task<ReviewPage> FinishAsync()
    {
        await PressAsync(words["Take.Next"]);
        return await ReviewPage.OpenedAsync(page, language);
    }

    public async Task PressAsync(string button) =>
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private ILocator Reply(int number) => page.GetByRole(AriaRole.Radiogroup).Nth(number - 1);

    [GeneratedRegex(@"^Saved \d\d:\d\d$")]
    private static partial Regex SavedAt();
}
