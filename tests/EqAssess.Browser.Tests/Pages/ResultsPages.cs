using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>The comparison of a campaign's candidates.</summary>
public sealed partial class ResultsPages(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public async Task OpenAsync()
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Results", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("No ranks")).ToBeVisibleAsync();
    }

    /// <summary>Loads the page again until the candidate has a score.</summary>
    public async Task WaitForScoreAsync(string name, float withinMilliseconds)
    {
        ILocator report = ReportLink(name);
        long start = TimeProvider.System.GetTimestamp();
        while (await report.CountAsync() == 0 && TimeProvider.System.GetElapsedTime(start).TotalMilliseconds < withinMilliseconds)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(report).ToBeVisibleAsync();
    }

    public async Task CompareWithAsync(string name)
    {
        await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = name }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Compare with the selected row" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Selected row", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    }

    public async Task<IReadOnlyList<ComparedRow>> RowsAsync()
    {
        var rows = new List<ComparedRow>();
        foreach (ILocator row in await page.Locator("table.compare tbody tr").AllAsync())
        {
            if (await row.Locator("td.score b").CountAsync() == 1)
            {
                rows.Add(new ComparedRow(
                    (await row.Locator("th").InnerTextAsync()).Trim(),
                    int.Parse(await row.Locator("td.score b").InnerTextAsync(), CultureInfo.InvariantCulture),
                    (await row.Locator("td.against").InnerTextAsync()).Trim()));
            }
        }

        return rows;
    }

    /// <summary>The difference from which two scores differ reliably, in points.</summary>
    public async Task<double> LeastReliableDifferenceAsync() =>
        double.Parse(LeastDifference().Match(await Main.InnerTextAsync()).Groups["points"].Value, CultureInfo.InvariantCulture);

    public async Task OpenReportAsync(string name) => await ReportLink(name).ClickAsync();

    private ILocator ReportLink(string name) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Report of {name}", Exact = true });

    [GeneratedRegex(@"Two scores differ reliably from\s+(?<points>[\d.]+) points", RegexOptions.ExplicitCapture)]
    private static partial Regex LeastDifference();
}

/// <param name="Score">Whole points, as shown.</param>
/// <param name="Against">What the row says of its difference from the selected one.</param>
public sealed record ComparedRow(string Name, int Score, string Against);
