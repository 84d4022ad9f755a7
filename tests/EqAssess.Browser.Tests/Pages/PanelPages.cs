using System.Globalization;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>What the staff does with a panel.</summary>
public sealed class PanelPages(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Digest => page.Locator("#digest");

    /// <summary>Makes a panel of the first scenarios whose key hangs on a contested principle.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> MakeAsync(string title, int scenarios)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Expert panels", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New panel for Contact-centre empathy" }).ClickAsync();
        await page.GetByLabel("Items", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("Items that hang on a contested principle");
        await page.GetByLabel("Format").SelectOptionAsync("Rate each");
        await PressAsync("Show");
        ILocator boxes = page.Locator("input[name=chosen]");
        for (int i = 0; i < scenarios; i++)
        {
            await boxes.Nth(i).CheckAsync();
        }

        await page.GetByLabel("Title", new PageGetByLabelOptions { Exact = true }).FillAsync(title);
        await page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Simulated judges" }).CheckAsync();
        await PressAsync("Make the panel");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(title);
        return page.Url;
    }

    public async Task<IReadOnlyList<string>> MintLinksAsync(int count)
    {
        await page.GetByLabel("Links for judges").FillAsync(count.ToString(CultureInfo.InvariantCulture));
        await PressAsync("Make links");
        ILocator links = page.Locator("[data-link]");
        await Assertions.Expect(links).ToHaveCountAsync(count);
        return await links.AllInnerTextsAsync();
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
