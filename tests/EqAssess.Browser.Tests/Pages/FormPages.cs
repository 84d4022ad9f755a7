using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>Banks, their items, and the form that is made of them.</summary>
public sealed partial class FormPages(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    public ILocator Chosen => page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Checked = true });

    public async Task OpenBankAsync(string title)
    {
        await FollowAsync("Question banks");
        await FollowAsync(title);
        await Assertions.Expect(Heading).ToHaveTextAsync(title);
    }

    public async Task<ScenarioPage> OpenItemAsync(string title)
    {
        await FollowAsync(title);
        await Assertions.Expect(Heading).ToHaveTextAsync(title);
        return new ScenarioPage(page);
    }

    /// <summary>Opens the page for a new form and ticks the first scenarios of every domain.</summary>
    public async Task StartFormAsync(string title, int ofEachDomain)
    {
        await FollowAsync("New form from this bank");
        await page.GetByLabel("Title", new PageGetByLabelOptions { Exact = true }).FillAsync(title);
        foreach (ILocator domain in await page.GetByRole(AriaRole.Group).AllAsync())
        {
            for (int i = 0; i < ofEachDomain; i++)
            {
                await domain.GetByRole(AriaRole.Checkbox, new LocatorGetByRoleOptions { NameRegex = RateEach() }).Nth(i).CheckAsync();
            }
        }
    }

    public async Task PublishAsync(int minutes)
    {
        await page.GetByLabel("Time limit, minutes").FillAsync(minutes.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Publish the form" }).ClickAsync();
    }

    /// <summary>The least time limit that the refusal names.</summary>
    public async Task<int> LeastMinutesAsync() =>
        int.Parse(LeastMinutes().Match(await Alert.InnerTextAsync()).Groups["minutes"].Value, CultureInfo.InvariantCulture);

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    [GeneratedRegex(@"take at least (?<minutes>\d+) minutes", RegexOptions.ExplicitCapture)]
    private static partial Regex LeastMinutes();

    [GeneratedRegex("rate each", RegexOptions.IgnoreCase)]
    private static partial Regex RateEach();
}
