using EqAssess.Browser.Tests.Browsing;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>What holds for every page of staff, narrow and wide, light and dark.</summary>
public sealed class EveryStaffPageTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_of_staff() =>
        Inspection.Nothing(await Inspection.AxeAsync(await NewTourAsync(Screen.Desk, t => t.StaffAsync())));

    [Fact]
    public async Task At_320_pixels_everything_on_the_pages_of_staff_can_be_clicked_and_nothing_sticks_out() =>
        Inspection.Nothing(await Inspection.NarrowAsync(await NewTourAsync(Screen.Narrow, t => t.StaffAsync())));

    private async Task<(IPage Page, IAsyncEnumerable<string> Stops)> NewTourAsync(Screen screen, Func<Tour, IAsyncEnumerable<string>> stops)
    {
        ServerProcess site = await workplace.ServerAsync();
        Device device = await stage.DeviceAsync(site.Url, screen);
        return (device.Page, stops(new Tour(workplace, device)));
    }
}

/// <summary>Looks at each stop of a tour and lists what is wrong there.</summary>
internal static class Inspection
{
    public static void Nothing(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

    public static async Task<IReadOnlyList<string>> AxeAsync((IPage Page, IAsyncEnumerable<string> Stops) tour)
    {
        var wrong = new List<string>();
        int stops = 0;
        await foreach (string stop in tour.Stops)
        {
            stops++;
            await tour.Page.WaitForLoadStateAsync();
            foreach (Screen screen in new[] { Screen.Narrow, Screen.Desk })
            {
                await tour.Page.SetViewportSizeAsync(screen.Width, screen.Height);
                foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await tour.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                    wrong.AddRange((await Rules.AxeAsync(tour.Page)).Select(w => $"{stop} ({screen.Width} px, {scheme}) {w}"));
                }
            }
        }

        Assert.True(stops >= 8, $"The tour had {stops} stops only.");
        return wrong;
    }

    public static async Task<IReadOnlyList<string>> NarrowAsync((IPage Page, IAsyncEnumerable<string> Stops) tour)
    {
        var wrong = new List<string>();
        await foreach (string stop in tour.Stops)
        {
            await tour.Page.WaitForLoadStateAsync();
            ILocator menu = tour.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Menu", Exact = true });
            wrong.AddRange((await Rules.OverflowAsync(tour.Page)).Concat(await Rules.UnreachableAsync(tour.Page)).Select(w => $"{stop}: {w}"));
            if (await menu.IsVisibleAsync())
            {
                await menu.ClickAsync();
                wrong.AddRange((await Rules.MenuAsync(tour.Page)).Select(w => $"{stop}, menu: {w}"));
                await tour.Page.Keyboard.PressAsync("Escape");
            }
        }

        return wrong;
    }
}
