using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace EqAssess.Web.Rendering;

/// <summary>
/// The HTML part of a message, made from its plain text: paragraphs, lists of lines that begin with a star, and addresses as links. Nothing is
/// loaded from anywhere, and nothing tells that it was opened.
/// </summary>
public static partial class MessageHtml
{
    private const string Button = "display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5c5c;color:#ffffff;font-weight:600;text-decoration:none";

    /// <param name="link">The personal link: where it has a line of its own, it becomes a button, with the address below.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="direction"><c>ltr</c> or <c>rtl</c>.</param>
    public static string Of(string subject, string body, string link, string button, string language, string direction)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"{Text(language)}\" dir=\"{Text(direction)}\"><head><meta charset=\"utf-8\"><title>{Text(subject)}</title></head>\n");
        html.Append("<body style=\"margin:0;padding:24px;font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif\"><div style=\"max-width:38em\">\n");
        foreach (string block in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Append(html, lines, link, button);
        }

        return html.Append("</div></body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, string[] lines, string link, string button)
    {
        if (lines.Length > 0 && lines.All(l => l.StartsWith("* ", StringComparison.Ordinal)))
        {
            html.Append($"<ul>{string.Concat(lines.Select(l => $"<li>{Linked(l[2..])}</li>"))}</ul>\n");
        }
        else if (lines.Length > 0)
        {
            html.Append($"<p>{string.Join("<br>\n", lines.Select(Line))}</p>\n");
        }

        string Line(string line) => line == link
            ? $"<a href=\"{Text(link)}\" style=\"{Button}\">{Text(button)}</a><br>\n{Linked(link)}"
            : Linked(line);
    }

    /// <summary>Text with its addresses as links; a full stop or bracket behind one is none of it.</summary>
    private static string Linked(string text) => string.Concat(Address().Split(text).Select((part, i) =>
        i % 2 == 0 ? Text(part) : $"<a href=\"{Text(part)}\" style=\"word-break:break-all\">{Text(part)}</a>"));

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"(https?://[^\s<>""]*[^\s<>"".,;:!?)\]])")]
    private static partial Regex Address();
}
