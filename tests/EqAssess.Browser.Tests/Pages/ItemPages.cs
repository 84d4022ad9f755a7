using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>Where items are written, reviewed and published.</summary>
public sealed class ItemPages(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Preview => page.Locator("#preview");

    public ILocator Checks => page.Locator("#checks");

    /// <summary>Says whether the draft is saved.</summary>
    public ILocator State => page.Locator("[data-state]");

    public ILocator Others => page.Locator("[data-others]");

    public ILocator Conflict => page.Locator("[data-conflict]");

    public async Task BeginAsync(string title)
    {
        await page.GetByText("Write a new item").ClickAsync();
        await page.GetByLabel("Title", new PageGetByLabelOptions { Exact = true }).FillAsync(title);
        await PressAsync("Begin a draft");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1, Name = $"Edit: {title}" })).ToBeVisibleAsync();
    }

    public Task FillAsync(string label, string text) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.FillAsync(text);

    public Task ChooseAsync(string label, string choice) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Fills the row of an option, its key included.</summary>
    /// <param name="letter">a, b, c …</param>
    public async Task OptionAsync(string letter, string text, int effectiveness, string principle)
    {
        ILocator row = page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = $"Option {letter}" });
        await row.GetByLabel($"Option {letter}").FillAsync(text);
        await row.GetByLabel("Effectiveness").SelectOptionAsync($"{effectiveness}");
        await row.GetByLabel("Principles, by id").FillAsync(principle);
        await row.GetByLabel("Why").FillAsync("What the tests say of it.");
    }

    public Task SavedAsync() => Assertions.Expect(State).ToContainTextAsync("Saved", new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();
}
