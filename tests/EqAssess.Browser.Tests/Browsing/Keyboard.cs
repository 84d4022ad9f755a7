using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Somebody without a pointer. Wherever the focus goes, it must be seen.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostStops = 60;

    /// <summary>What has the focus, by its name or text, and whether it is on the screen with a mark around it.</summary>
    private const string Focused = """
        () => {
          const e = document.activeElement;
          const marked = [e, e.nextElementSibling, e.parentElement].some(m => m && getComputedStyle(m).outlineStyle !== 'none');
          const box = (e.matches('input') ? e.closest('label') : e).getBoundingClientRect();
          const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
          return { name: e.name?.startsWith('choice.') ? e.name : e.textContent.trim(), visible: marked && seen };
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Presses Tab until the focus is on the element of this text, or on the group of radio buttons of this name.</summary>
    public async Task TabToAsync(string name)
    {
        for (int i = 0; i < MostStops; i++)
        {
            await PressAsync("Tab");
            Focus focus = await page.EvaluateAsync<Focus>(Focused);
            if (!focus.Visible)
            {
                throw new InvalidOperationException($"The focus is on '{focus.Name}' and cannot be seen.");
            }

            if (focus.Name == name)
            {
                return;
            }
        }

        throw new InvalidOperationException($"'{name}' is not among the first {MostStops} stops of the Tab key.");
    }

    /// <summary>Goes to a link or a button and presses Enter.</summary>
    public async Task FollowAsync(string name)
    {
        await TabToAsync(name);
        await PressAsync("Enter");
    }

    private sealed record Focus
    {
        public string Name { get; init; } = "";

        public bool Visible { get; init; }
    }
}
