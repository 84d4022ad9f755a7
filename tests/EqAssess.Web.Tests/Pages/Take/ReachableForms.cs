using AngleSharp.Dom;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>Every page that links lead to from where a candidate may begin, and every form on them, as a browser would send it.</summary>
internal static class ReachableForms
{
    private const int MostPages = 40;

    public static async Task<(IReadOnlyList<string> Addresses, IReadOnlyList<ValidPost> Forms)> FindAsync(Browser browser, params string[] from)
    {
        var waiting = new Queue<string>(from);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var forms = new List<ValidPost>();
        while (waiting.TryDequeue(out string? address) && seen.Count < MostPages)
        {
            if (!seen.Add(address))
            {
                continue;
            }

            Shown page = await browser.OpenAsync(address);
            seen.Add(page.Address);
            forms.AddRange(FormsOf(page));
            foreach (IElement link in page.Document.QuerySelectorAll("a[href^='/']"))
            {
                waiting.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        return ([.. seen], forms);
    }

    /// <summary>One for each button: what a button sends differs.</summary>
    private static IEnumerable<ValidPost> FormsOf(Shown page) =>
        from button in page.Document.QuerySelectorAll("form[method=post] button")
        let label = button.GetAttribute("aria-label") ?? Shown.Squeeze(button.TextContent)
        where button.GetAttribute("type") is null or "submit"
        let form = page.Form(label)
        select new ValidPost(form.Action, [.. form.Fields]);
}
