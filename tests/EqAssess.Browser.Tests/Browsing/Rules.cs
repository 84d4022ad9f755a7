using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Rules that hold for every page. Each gives what is wrong with the page on the screen, or nothing.</summary>
internal static class Rules
{
    private static readonly AxeRunOptions WcagAA = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>
    /// Everything to click or fill in, scrolled into view and focused (a skip link shows only then), must be what a finger in its middle
    /// hits: itself, what it holds, or its label.
    /// </summary>
    private const string Unreachable = """
        (within) => {
          const named = (e) => `${e.tagName.toLowerCase()} '${(e.ariaLabel || e.textContent || e.name || '').trim().slice(0, 60)}'`;
          const wrong = [];
          for (const e of document.querySelector(within).querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) {
              continue;
            }
            const target = e.labels?.length && !e.getClientRects().length ? e.labels[0] : e;
            target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
            e.focus({ preventScroll: true });
            const box = target.getClientRects()[0];
            const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (!hit || !(e.contains(hit) || [...(e.labels ?? [])].some(l => l.contains(hit)))) {
              wrong.push(`${named(e)} is ${hit ? 'under ' + named(hit) : 'not on the screen'}`);
            }
            e.blur();
          }
          return wrong;
        }
        """;

    private const string Overflow = """
        () => document.documentElement.scrollWidth > innerWidth
          ? [`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${innerWidth}: `
             + [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                 .slice(0, 4).map(e => `${e.tagName.toLowerCase()}.${e.className.baseVal ?? e.className}`).join(', ')]
          : []
        """;

    /// <summary>WCAG 2.0, 2.1 and 2.2, levels A and AA, as far as axe can tell.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(WcagAA);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Target} {n.Html}"))];
    }

    public static async Task<IReadOnlyList<string>> UnreachableAsync(IPage page) => await page.EvaluateAsync<string[]>(Unreachable, "body");

    /// <summary>The same for the menu, while it is open.</summary>
    public static async Task<IReadOnlyList<string>> MenuAsync(IPage page) => await page.EvaluateAsync<string[]>(Unreachable, "#menu");

    public static async Task<IReadOnlyList<string>> OverflowAsync(IPage page) => await page.EvaluateAsync<string[]>(Overflow);
}
