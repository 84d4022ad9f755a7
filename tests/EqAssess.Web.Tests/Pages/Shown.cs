using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EqAssess.Web.Tests.Pages;

/// <summary>A page as it came, with the words that a person sees.</summary>
public sealed partial record Shown(Browser Browser, string Address, HttpResponseMessage Answer, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Answer.StatusCode;

    public string Heading => Squeeze(Document.QuerySelector("h1")?.TextContent ?? "");

    /// <summary>The page's text with single spaces.</summary>
    public string Words => Squeeze(Document.Body?.TextContent ?? "");

    /// <summary>Texts of the summary of problems, with the field that each links to.</summary>
    public IReadOnlyList<(string Field, string Text)> Problems =>
        [.. Document.QuerySelectorAll(".errors a").Select(a => (a.GetAttribute("href")!.TrimStart('#'), Squeeze(a.TextContent)))];

    /// <summary>The form that the button with this label sends.</summary>
    public FilledForm Form(string button)
    {
        IElement pressed = Document.QuerySelectorAll("form button").FirstOrDefault(b => Squeeze(b.TextContent) == button || b.GetAttribute("aria-label") == button)
            ?? throw new InvalidOperationException($"{Address} has no button '{button}'. It says: {Words}");
        return new FilledForm(this, (IHtmlFormElement)pressed.Closest("form")!, pressed);
    }

    public bool Offers(string button) =>
        Document.QuerySelectorAll("button, a.button").Any(b => Squeeze(b.TextContent) == button || b.GetAttribute("aria-label") == button);

    /// <summary>Values of the chosen radio buttons, by name.</summary>
    public IReadOnlyDictionary<string, string> Chosen => Document.QuerySelectorAll<IHtmlInputElement>("input[type=radio]")
        .Where(i => i.IsChecked && i.Name is not null).ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);

    /// <summary>Any forgery token that the page holds.</summary>
    public string ForgeryToken => Document.QuerySelector<IHtmlInputElement>("input[name=forgeryToken]")?.Value
        ?? throw new InvalidOperationException($"{Address} holds no forgery token.");

    public static string Squeeze(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A form with what somebody has filled in.</summary>
public sealed class FilledForm
{
    private readonly Shown page;
    private readonly IHtmlFormElement form;
    private readonly IElement pressed;

    internal FilledForm(Shown page, IHtmlFormElement form, IElement button)
    {
        this.page = page;
        this.form = form;
        pressed = button;
        Fields = [.. Initial(form)];
        if (button.GetAttribute("name") is string name)
        {
            Fields.Add(KeyValuePair.Create(name, button.GetAttribute("value") ?? ""));
        }
    }

    /// <summary>What is sent, in the order of the page.</summary>
    public List<KeyValuePair<string, string>> Fields { get; }

    public string Action => pressed.GetAttribute("formaction") is string own ? own : string.IsNullOrEmpty(form.GetAttribute("action")) ? page.Address : form.GetAttribute("action")!;

    public string this[string name] => Fields.Single(f => f.Key == name).Value;

    /// <summary>Fills the field under a label.</summary>
    public FilledForm Fill(string label, string value)
    {
        IElement labelled = form.QuerySelectorAll("label[for]").FirstOrDefault(l => Shown.Squeeze(l.TextContent) == label)
            ?? throw new InvalidOperationException($"{page.Address} has no field '{label}'.");
        return With(labelled.GetAttribute("for")!, value);
    }

    /// <summary>Replaces whatever is sent under a name.</summary>
    public FilledForm With(string name, params string[] values)
    {
        Fields.RemoveAll(f => f.Key == name);
        Fields.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
        return this;
    }

    public FilledForm Without(string name) => With(name);

    /// <summary>Ticks the check boxes whose label begins with these words.</summary>
    public FilledForm Tick(params string[] labels)
    {
        foreach (string label in labels)
        {
            IHtmlInputElement box = form.QuerySelectorAll("label").Where(l => Shown.Squeeze(l.TextContent).StartsWith(label, StringComparison.Ordinal))
                .Select(l => l.QuerySelector<IHtmlInputElement>("input[type=checkbox]")).OfType<IHtmlInputElement>().First();
            Fields.Add(KeyValuePair.Create(box.Name!, box.Value));
        }

        return this;
    }

    /// <summary>Chooses a rating for one reply, <c>a</c> to <c>d</c>.</summary>
    public FilledForm Rate(string reply, int rating) => With($"choice.{reply}", $"{rating}");

    public FilledForm RateAll(int rating) => Rate("a", rating).Rate("b", rating).Rate("c", rating).Rate("d", rating);

    public HttpRequestMessage Request() => new(HttpMethod.Post, Action) { Content = new FormUrlEncodedContent(Fields) };

    public Task<Shown> PressAsync() => page.Browser.SendAsync(Request());

    private static IEnumerable<KeyValuePair<string, string>> Initial(IHtmlFormElement form)
    {
        foreach (IElement element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            string name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "file" } or IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Value: string value }:
                    yield return KeyValuePair.Create(name, value);
                    break;
            }
        }
    }
}
