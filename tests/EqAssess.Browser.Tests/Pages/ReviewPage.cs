using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>The overview before handing in.</summary>
public sealed class ReviewPage(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public static async Task<ReviewPage> OpenedAsync(IPage page)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Before you hand in");
        return new ReviewPage(page);
    }

    public async Task HandInAsync()
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Handed in. Thank you");
    }
}
