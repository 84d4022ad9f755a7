using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Access;

/// <summary>Goes through a page with the Tab key and compares, at every stop, the picture with the focus and without it.</summary>
internal static class FocusRing
{
    private const int MostStops = 60;

    /// <summary>Room around the element, in pixels: the ring lies outside.</summary>
    private const int Around = 8;

    /// <summary>Where the focus is, in pixels of the screen; nothing once the Tab key has left the page.</summary>
    private const string Focused = """
        (around) => {
          const e = document.activeElement;
          if (!e || e === document.body) {
            return null;
          }
          const box = (e.matches('input') ? e.closest('label') : e).getBoundingClientRect();
          const x = Math.max(0, box.left - around);
          const y = Math.max(0, box.top - around);
          const line = e.matches('input') ? box : e.getClientRects()[0];
          const at = document.elementFromPoint(line.left + line.width / 2, Math.max(line.top + 2, Math.min(line.top + line.height / 2, innerHeight - 2)));
          return {
            name: `${e.tagName} '${(e.ariaLabel || e.textContent || `${e.name}=${e.value}`).trim().slice(0, 40)}'`,
            x, y, width: Math.min(innerWidth, box.right + around) - x, height: Math.min(innerHeight, box.bottom + around) - y,
            free: !!at && (e.contains(at) || (e.closest('label')?.contains(at) ?? false)),
          };
        }
        """;

    public static async Task<IReadOnlyList<string>> UnseenAsync(IPage page)
    {
        var unseen = new List<string>();
        int stops = 0;
        for (; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<Stop?>(Focused, Around) is not { } stop)
            {
                break;
            }

            if (!stop.Free || stop.Width <= 0 || stop.Height <= 0)
            {
                unseen.Add($"{stop.Name} lies under something, or off the screen");
                continue;
            }

            byte[] with = await TakeAsync(page, stop);
            await page.EvaluateAsync("() => { window.left = document.activeElement; window.left.blur(); }");
            byte[] without = await TakeAsync(page, stop);
            await page.EvaluateAsync("() => window.left.focus({ preventScroll: true })");
            if (with.AsSpan().SequenceEqual(without))
            {
                unseen.Add($"{stop.Name} looks the same with the focus");
            }
        }

        return stops == 0 ? ["the Tab key leads nowhere"] : unseen;
    }

    private static Task<byte[]> TakeAsync(IPage page, Stop stop) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Clip = new Clip { X = stop.X, Y = stop.Y, Width = stop.Width, Height = stop.Height },
    });

    private sealed record Stop
    {
        public string Name { get; init; } = "";

        public float X { get; init; }

        public float Y { get; init; }

        public float Width { get; init; }

        public float Height { get; init; }

        public bool Free { get; init; }
    }
}
