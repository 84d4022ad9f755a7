using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>A judge's way through a panel.</summary>
public sealed class JudgePages(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public async Task EnterAsync(string link)
    {
        await page.GotoAsync(link);
        await PressAsync("Continue");
    }

    public async Task IntroduceAsync(string pseudonym, string role, int years)
    {
        await page.GetByLabel("Pseudonym").FillAsync(pseudonym);
        await page.GetByLabel("What you do").SelectOptionAsync(role);
        await page.GetByLabel("Whole years").FillAsync($"{years}");
        await PressAsync("Save and go on");
        await Assertions.Expect(Main).ToContainTextAsync("What is asked of you");
    }

    public Task BeginAsync() => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Begin" }).ClickAsync();

    /// <summary>Rates the replies of the scenario on the screen, the first with the first rating and so on, and goes on.</summary>
    public async Task RateAsync(IReadOnlyList<int> ratings)
    {
        ILocator groups = page.GetByRole(AriaRole.Radiogroup);
        await Assertions.Expect(groups).ToHaveCountAsync(ratings.Count);
        for (int i = 0; i < ratings.Count; i++)
        {
            await groups.Nth(i).GetByRole(AriaRole.Radio).Nth(ratings[i] - 1).CheckAsync();
        }

        await PressAsync("Save and go on");
    }

    /// <summary>Which ratings are marked on the screen, from 1.</summary>
    public async Task<IReadOnlyList<int>> MarkedAsync()
    {
        var marked = new List<int>();
        ILocator groups = page.GetByRole(AriaRole.Radiogroup);
        await Assertions.Expect(groups.First).ToBeVisibleAsync();
        foreach (ILocator group in await groups.AllAsync())
        {
            marked.Add(await group.EvaluateAsync<int>("g => [...g.querySelectorAll('input')].findIndex(i => i.checked) + 1"));
        }

        return marked;
    }

    /// <summary>Waits for a scenario of so many replies, none of them rated.</summary>
    public async Task NothingMarkedAsync(int replies)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Radiogroup)).ToHaveCountAsync(replies);
        await Assertions.Expect(page.Locator("input[type=radio]:checked")).ToHaveCountAsync(0);
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
