using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>
/// The devices of one test. When it fails, a picture and a trace of each stay under TestResults; when it passes, no page may have
/// complained on its console.
/// </summary>
public sealed class Stage(Chromium chromium) : IAsyncDisposable
{
    private readonly List<Device> devices = [];
    private readonly Dictionary<string, Func<string>> logs = [];

    /// <param name="site">Address of the site, to which paths are relative.</param>
    /// <param name="zone">IANA time zone of the device.</param>
    public async Task<Device> DeviceAsync(string site, Screen? screen = null, bool script = true, string zone = "Europe/London")
    {
        Screen size = screen ?? Screen.Desk;
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site,
            Locale = "en-GB",
            TimezoneId = zone,
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
            DeviceScaleFactor = size.Scale,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        var device = new Device(context) { Name = $"device-{devices.Count + 1}" };
        devices.Add(device);
        await device.OpenTabAsync();
        return device;
    }

    /// <summary>Says what else to keep when the test fails, for example the output of its server.</summary>
    public void KeepOnFailure(string file, Func<string> text) => logs[file] = text;

    public async ValueTask DisposeAsync()
    {
        bool failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
        {
            await KeepAsync();
        }

        foreach (Device device in devices)
        {
            await device.CloseAsync();
        }

        if (!failed)
        {
            Assert.Empty(devices.SelectMany(d => d.Complaints));
        }
    }

    private async Task KeepAsync()
    {
        string test = TestContext.Current.Test?.TestDisplayName ?? "test";
        string folder = Path.Combine(SourceTree.Root, "TestResults", string.Concat(test.Split(Path.GetInvalidFileNameChars())));
        Directory.CreateDirectory(folder);
        foreach ((string file, Func<string> text) in logs)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text());
        }

        foreach (Device device in devices.Where(d => d.Context.Pages.Count > 0))
        {
            string path = Path.Combine(folder, device.Name);
            await File.WriteAllLinesAsync($"{path}.txt", [device.Page.Url, .. device.Complaints]);
            await device.Page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{path}.png" });
            await device.Context.Tracing.StopAsync(new TracingStopOptions { Path = $"{path}.zip" });
        }
    }
}
