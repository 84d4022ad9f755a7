using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Access;

/// <summary>What eyes and assistive technology must find on every page of a candidate. Each gives what is wrong, or nothing.</summary>
internal static class Seen
{
    /// <summary>
    /// Lines of text, as drawn: none may leave the screen sideways, be cut by the box around it, or lie on another one. What is only for
    /// screen readers, or shows only with the focus, and the bar that stays are left out: the bar lies over the page by intent.
    /// </summary>
    private const string Lines = """
        () => {
          const unseen = (e) => e && e !== document.body && (e.getBoundingClientRect().width <= 1 || unseen(e.parentElement));
          const said = (text) => `'${text.trim().slice(0, 40)}'`;
          const lines = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const e = node.parentElement;
            if (!node.data.trim() || e.closest('.skip, script, noscript, option') || unseen(e) || !e.checkVisibility({ visibilityProperty: true })) {
              continue;
            }
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
              if (box.width > 1 && box.height > 1) {
                lines.push({ e, box, text: node.data });
              }
            }
          }
          const wrong = new Set();
          for (const { e, box, text } of lines) {
            if (box.left < -1 || box.right > innerWidth + 1) {
              wrong.add(`${said(text)} leaves the screen`);
            }
            for (let around = e; around && around !== document.body; around = around.parentElement) {
              const style = getComputedStyle(around);
              const frame = around.getBoundingClientRect();
              if ((style.overflowX !== 'visible' && (box.left < frame.left - 1 || box.right > frame.right + 1))
                || (style.overflowY !== 'visible' && (box.top < frame.top - 4 || box.bottom > frame.bottom + 4))) {
                wrong.add(`${said(text)} is cut`);
              }
            }
          }
          const free = lines.filter(l => !l.e.closest('.bar'));
          for (let i = 0; i < free.length; i++) {
            for (let j = i + 1; j < free.length; j++) {
              const [a, b] = [free[i].box, free[j].box];
              const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (wide > 2 && high > Math.min(a.height, b.height) * 0.4) {
                wrong.add(`${said(free[i].text)} lies on ${said(free[j].text)}`);
              }
            }
          }
          return [...wrong];
        }
        """;

    /// <summary>Title, language, direction, landmarks and headings, the timer that keeps still and the line that speaks politely.</summary>
    private const string Structure = """
        ([language, direction]) => {
          const wrong = [];
          const must = (holds, what) => holds || wrong.push(what);
          const html = document.documentElement;
          must(/\S.* · \S/.test(document.title), `the title is '${document.title}'`);
          must(html.lang === language && html.dir === direction, `the page is in '${html.lang}', ${html.dir}`);
          must(document.querySelectorAll('h1').length === 1, 'there is not one first heading');
          must(document.querySelectorAll('main').length === 1, 'there is not one main part');
          must(document.querySelectorAll('body > header').length === 1, 'there is no header');
          must(document.querySelector('body a')?.matches('.skip[href="#main"]'), 'the first link does not skip to the content');
          let level = 1;
          for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4)')) {
            const next = Number(heading.tagName[1]);
            must(next <= level + 1, `heading '${heading.textContent}' leaves out a level`);
            level = next;
          }
          for (const timer of document.querySelectorAll('[role=timer]')) {
            must(timer.getAttribute('aria-live') === 'off' && timer.ariaLabel, 'the timer speaks every second, or has no name');
            must(document.querySelector('[data-announcer][role=status]'), 'nothing says the time politely');
          }
          return wrong;
        }
        """;

    /// <summary>
    /// Nothing to press is smaller than 24 px (WCAG 2.2, 2.5.8; links within a sentence are free), and no button, field or its label is
    /// lower than the 44 px that a thumb asks for.
    /// </summary>
    private const string Small = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
          .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline'))
          .map(e => {
            const waits = e.getBoundingClientRect().width <= 1;
            if (waits) {
              e.focus({ focusVisible: true });
            }
            const box = (e.closest('label') ?? e).getBoundingClientRect();
            if (waits) {
              e.blur();
            }
            return [e, box];
          })
          .filter(([e, box]) => Math.min(box.width, box.height) < 24 || (!e.matches('a:not(.button)') && box.height < 44))
          .map(([e, box]) => `${e.tagName} '${e.textContent || e.name}' is ${box.width} x ${box.height} px`)
        """;

    /// <summary>With less motion asked for, nothing moves and nothing would.</summary>
    private const string Motion = """
        () => [
          ...document.getAnimations().map(a => `${a.effect?.target?.tagName} moves`),
          ...[...document.querySelectorAll('*')]
            .filter(e => [getComputedStyle(e), getComputedStyle(e, '::before'), getComputedStyle(e, '::after')]
              .some(s => s.transitionDuration.split(', ').some(d => parseFloat(d) > 0.01) || s.scrollBehavior === 'smooth'
                || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0.01)))
            .map(e => `${e.tagName}.${e.className} would move`),
        ]
        """;

    public static async Task<IReadOnlyList<string>> LinesAsync(IPage page) => await page.EvaluateAsync<string[]>(Lines);

    public static async Task<IReadOnlyList<string>> StructureAsync(IPage page, string language, string direction) =>
        await page.EvaluateAsync<string[]>(Structure, new[] { language, direction });

    public static async Task<IReadOnlyList<string>> SmallAsync(IPage page) => await page.EvaluateAsync<string[]>(Small);

    public static async Task<IReadOnlyList<string>> MotionAsync(IPage page) => await page.EvaluateAsync<string[]>(Motion);
}
