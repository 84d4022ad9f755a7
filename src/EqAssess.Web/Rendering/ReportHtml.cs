using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>
/// A report document as an HTML fragment, the same on screen and on paper. It has no <c>style</c> attributes and no script, so it
/// stands under the strictest content policy; <c>css/report.css</c> gives it its look.
/// </summary>
public static class ReportHtml
{
    /// <summary>Leaves the letters of all scripts as they are, so that the source stays readable and small.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="seal">How the paper can be checked; null where it cannot, or not yet.</param>
    public static string Fragment(ReportDocument document, SealedPaper? seal = null)
    {
        CultureInfo culture = Languages.CultureOf(document.Language);
        var html = new StringBuilder();
        html.Append($"""<article class="report report-of-{document.Kind.ToString().ToLowerInvariant()}" lang="{Text(document.Language)}" dir="{Direction(culture)}">""");
        html.Append($"""<header class="report-head"><div><p class="report-soft">{Text(document.Instrument)}</p>""");
        html.Append($"""<h1><bdi>{Text(document.Title)}</bdi></h1><p class="report-soft">{Text(document.Subtitle)}</p></div>""");
        html.Append($"""<p class="report-mark"><b>EqAssess</b><span>{Text(document.Handling)}</span></p></header>""");
        foreach (ReportSection section in document.Sections)
        {
            Section(html, section, culture);
        }

        return html.Append(seal is null ? "" : SealHtml.Markup(seal)).Append("</article>").ToString();
    }

    internal static string Text(string text) => Encoder.Encode(text);

    internal static string Direction(CultureInfo culture) => culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    private static void Section(StringBuilder html, ReportSection section, CultureInfo culture)
    {
        string code = Text(section.Code);
        html.Append($"""<section class="report-section report-{code}" aria-labelledby="report-{code}">""");
        html.Append($"""<h2 id="report-{code}">{Text(section.Heading)}</h2>""");
        bool inCautions = false;
        foreach (Block block in section.Blocks)
        {
            bool caution = block is Block.Caution;
            html.Append((inCautions, caution) switch
            {
                (false, true) => """<ul class="report-care">""",
                (true, false) => "</ul>",
                _ => "",
            });
            inCautions = caution;
            html.Append(Markup(block, culture));
        }

        html.Append(inCautions ? "</ul></section>" : "</section>");
    }

    private static string Markup(Block block, CultureInfo culture) => block switch
    {
        Block.Paragraph p => $"<p{(p.Soft ? " class=\"report-soft\"" : "")}>{Text(p.Text)}</p>",
        Block.ScoreBar bar => ScoreBarSvg.Markup(bar, culture),
        Block.Table table => Table(table),
        Block.NumberedList list => $"<ol>{string.Concat(list.Entries.Select(Entry))}</ol>",
        Block.Caution caution => $"<li>{Text(caution.Text)}</li>",
        Block.ScoreLines lines => ComparisonHtml.Lines(lines, culture),
        Block.Grid grid => ComparisonHtml.Grid(grid),
        Block.Question question => QuestionHtml.Markup(question),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No HTML for this kind of block."),
    };

    private static string Entry(ListEntry entry) =>
        $"""<li><b dir="auto">{Text(entry.Lead)}</b> <span dir="auto">{Text(entry.Text)}</span></li>""";

    private static string Table(Block.Table table)
    {
        var html = new StringBuilder("<dl>");
        foreach (TableRow row in table.Rows)
        {
            string emphasis = row.Emphasis is null ? "" : $"<b>{Text(row.Emphasis)}</b> ";
            html.Append($"""<div><dt dir="auto">{Text(row.Head)}</dt><dd dir="auto">{emphasis}{Text(row.Text)}</dd></div>""");
        }

        return html.Append("</dl>").ToString();
    }
}
