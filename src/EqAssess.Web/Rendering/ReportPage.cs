using System.Globalization;
using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>A report as a page of its own, for printing: everything is inside, because the printing browser has no network.</summary>
public static class ReportPage
{
    /// <summary>A footer has one line; the page itself shows the whole name.</summary>
    private const int LongestNameInFooter = 60;

    private static readonly Lazy<string> Styles = new(ReadStyles);

    /// <param name="seal">Printed at the end, its code on every page; null for a paper that cannot be checked.</param>
    public static string Html(ReportDocument document, SealedPaper? seal = null)
    {
        CultureInfo culture = Languages.CultureOf(document.Language);
        return $"""
            <!doctype html>
            <html lang="{ReportHtml.Text(document.Language)}" dir="{ReportHtml.Direction(culture)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{ReportHtml.Text(document.Title)} · {ReportHtml.Text(document.Instrument)}</title>
            <style>{Styles.Value}</style>
            <style>{Footer(document, seal)}</style></head>
            <body class="report-page"><main>{ReportHtml.Fragment(document, seal)}</main></body></html>
            """;
    }

    private static string Footer(ReportDocument document, SealedPaper? seal) =>
        $$"""@page { @bottom-left { content: "{{CssText(Shorten(document.Title))}} · {{CssText(document.Handling)}}"; } @bottom-center { content: "{{CssText(seal?.Code ?? "")}}"; } }""";

    private static string Shorten(string name)
    {
        var text = new StringInfo(name);
        return text.LengthInTextElements <= LongestNameInFooter ? name : text.SubstringByTextElements(0, LongestNameInFooter) + "…";
    }

    /// <summary>Letters, digits and spaces stand as they are; everything else becomes an escape, so no text can end the string or the sheet.</summary>
    private static string CssText(string text)
    {
        var css = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            css.Append(Rune.IsLetterOrDigit(rune) || rune.Value == ' ' ? rune.ToString() : $"\\{rune.Value:x} ");
        }

        return css.ToString();
    }

    private static string ReadStyles()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("report.css is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
