using EqAssess.Testing;
using EqAssess.Web.Engines.Pdf;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(EqAssess.Browser.Tests.Browsing.Chromium))]

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>One browser of this machine for all tests; each test has contexts (devices) of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; where none is installed, the test is skipped by name.</summary>
    public IBrowser Browser
    {
        get
        {
            Needed.Unless(browser is not null, "Chromium, Chrome or Edge");
            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (FindPath() is not string path)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,

            // Chromium refuses its sandbox to root, as whom containers run.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? FindPath()
    {
        try
        {
            return BrowserLocator.Find("");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
