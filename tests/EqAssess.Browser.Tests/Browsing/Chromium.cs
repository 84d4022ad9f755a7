using EqAssess.Testing;
using EqAssess.Web.Engines.Pdf;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(EqAssess.Browser.Tests.Browsing.Chromium))]

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>One browser of this machine for all tests; each test has contexts (devices) of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>For a busy machine with two cores, in milliseconds. It costs time only where a test fails.</summary>
    private const float LongestWait = 15_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; where none is installed, the test is skipped by name.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null)
            {
                Absent.Skip("There is no Chromium, Chrome or Edge.");
            }

            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (FindPath() is not string path)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(LongestWait);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, ChromiumSandbox = Sandbox });
    }

    /// <summary>A browser process of its own with its profile in a folder, as people have one: it can be started again after its end.</summary>
    public async Task<IBrowserContext> OpenProfileAsync(string folder)
    {
        _ = Browser;
        return await playwright!.Chromium.LaunchPersistentContextAsync(
            folder, new BrowserTypeLaunchPersistentContextOptions { ExecutablePath = FindPath(), ChromiumSandbox = Sandbox, Locale = "en-GB" });
    }

    /// <summary>Ends such a browser in the middle of everything: nothing is written or told any more.</summary>
    public static async Task CutPowerAsync(IBrowserContext profile)
    {
        var gone = new TaskCompletionSource();
        profile.Close += (_, _) => gone.TrySetResult();
        ICDPSession session = await profile.NewCDPSessionAsync(profile.Pages[0]);

        // The browser that should answer is gone: nobody waits for that.
        _ = session.SendAsync("Browser.crash").ContinueWith(answer => answer.Exception, TaskScheduler.Default);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Chromium refuses its sandbox to root, as whom containers run.</summary>
    private static bool Sandbox => Environment.UserName != "root";

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
