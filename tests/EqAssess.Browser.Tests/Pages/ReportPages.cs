using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>A candidate's report, as a page and as PDF.</summary>
public sealed class ReportPages(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Report => page.Locator("article.report");

    private ILocator Download => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Download PDF" });

    /// <summary>The text of every paragraph, heading, list entry and table cell.</summary>
    public Task<string[]> BlocksAsync() =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('article.report :is(h1, h2, p, li, dt, dd)')].map(e => e.textContent)");

    /// <summary>Asks for the PDF, looks again until it is there, and downloads it.</summary>
    /// <returns>The file.</returns>
    public async Task<string> DownloadPdfAsync(float withinMilliseconds)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make PDF" }).ClickAsync();
        long start = TimeProvider.System.GetTimestamp();
        while (await Download.CountAsync() == 0 && TimeProvider.System.GetElapsedTime(start).TotalMilliseconds < withinMilliseconds)
        {
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Look again" }).ClickAsync();
        }

        IDownload download = await page.RunAndWaitForDownloadAsync(() => Download.ClickAsync());
        return await download.PathAsync();
    }
}
