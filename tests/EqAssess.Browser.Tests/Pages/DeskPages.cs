using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>The list of results with what is done from it, people side by side, and the page of one person.</summary>
public sealed class DeskPages(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    /// <summary>What stands where a name would, row by row.</summary>
    public async Task<IReadOnlyList<string>> PeopleAsync() => [.. (await page.Locator("table.compare tbody th").AllInnerTextsAsync()).Select(t => t.Trim())];

    public async Task CompareAsync(params string[] people)
    {
        foreach (string person in people)
        {
            await page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = $"Pick {person}", Exact = true }).CheckAsync();
        }

        await PressAsync("Add to comparison");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Compare side by side" }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("Compare candidates");
    }

    /// <summary>From the list to the person, through the report, to a decision.</summary>
    public async Task DecideAsync(string person, string outcome, string reason)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Decide about {person}", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record the decision" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open the report" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Notes and decision" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = outcome }).CheckAsync();
        await page.GetByLabel("Reason", new PageGetByLabelOptions { Exact = true }).FillAsync(reason);
        await PressAsync("Record the decision");
        await Assertions.Expect(page.GetByText("The decision is on record.")).ToBeVisibleAsync();
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
