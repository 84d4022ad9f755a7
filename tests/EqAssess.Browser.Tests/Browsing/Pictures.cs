using EqAssess.Testing;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Pictures for the README, taken where EQASSESS_PICTURES names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder =
        Environment.GetEnvironmentVariable("EQASSESS_PICTURES") is { Length: > 0 } path ? Path.GetFullPath(path, Repository.Root) : null;

    public static bool Wanted => Folder is not null;

    /// <summary>Takes what is on the screen, from the top of the page.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is null)
        {
            return;
        }

        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = PathOf(name), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Where a picture goes; the folder is there.</summary>
    public static string PathOf(string name)
    {
        Directory.CreateDirectory(Folder!);
        return Path.Combine(Folder!, $"{name}.png");
    }
}
