using System.Globalization;
using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>People side by side as real tables: what the pictures show stands in the cells beside them.</summary>
internal static class ComparisonHtml
{
    private const int Ticks = 4;

    public static string Lines(Block.ScoreLines lines, CultureInfo culture)
    {
        var html = new StringBuilder(Opening("report-lines", lines.Caption));
        html.Append($"<thead><tr>{string.Concat(lines.Columns.Select(c => $"<th scope=\"col\">{ReportHtml.Text(c)}</th>"))}</tr></thead><tbody>");
        foreach (ScoreLine line in lines.Lines)
        {
            html.Append($"""<tr><th scope="row" dir="auto">{ReportHtml.Text(line.Head)}</th>""");
            html.Append(line.Score is LineScore score
                ? $"""<td>{Shown(score.Percent, culture)}</td><td>{ReportHtml.Text(score.Interval)}</td><td>{Picture(lines, line, score)}</td></tr>"""
                : $"""<td colspan="3">{ReportHtml.Text(line.Label)}</td></tr>""");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    public static string Grid(Block.Grid grid)
    {
        string blank = grid.Rows.SelectMany(r => r.Cells).All(c => c.Length == 0) ? "report-blank" : "report-grid";
        var html = new StringBuilder(Opening(blank, grid.Caption));
        html.Append($"<thead><tr>{string.Concat(grid.Columns.Prepend(grid.Corner).Select(c => $"<th scope=\"col\" dir=\"auto\">{ReportHtml.Text(c)}</th>"))}</tr></thead><tbody>");
        foreach (GridRow row in grid.Rows)
        {
            html.Append($"""<tr><th scope="row" dir="auto">{ReportHtml.Text(row.Head)}</th>{string.Concat(row.Cells.Select(c => $"<td>{ReportHtml.Text(c)}</td>"))}</tr>""");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>A table that is wider than a phone is moved under the finger or by the keyboard.</summary>
    private static string Opening(string kind, string caption) =>
        $"""<div class="report-wide" role="region" tabindex="0" aria-label="{ReportHtml.Text(caption)}"><table class="{kind}"><caption>{ReportHtml.Text(caption)}</caption>""";

    private static string Picture(Block.ScoreLines lines, ScoreLine line, LineScore score)
    {
        var svg = new StringBuilder($"""<svg role="img" aria-label="{ReportHtml.Text(line.Label)}" width="100%" height="26" overflow="visible" direction="ltr">""");
        svg.Append(Stroke(lines, "report-track", lines.Minimum, lines.Maximum, 13, 13));
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double value = lines.Minimum + (tick * (lines.Maximum - lines.Minimum) / Ticks);
            svg.Append(Stroke(lines, "report-track", value, value, 9, 17));
        }

        svg.Append(Stroke(lines, score.ErrorIsAssumed ? "report-interval report-assumed" : "report-interval", score.Lower, score.Upper, 13, 13));
        svg.Append(Stroke(lines, "report-limit", score.Lower, score.Lower, 7, 19));
        svg.Append(Stroke(lines, "report-limit", score.Upper, score.Upper, 7, 19));
        return svg.Append($"""<circle class="report-dot" cx="{At(lines, score.Percent)}" cy="13" r="6"/></svg>""").ToString();
    }

    private static string Stroke(Block.ScoreLines lines, string kind, double from, double to, int top, int bottom) =>
        $"""<line class="{kind}" x1="{At(lines, from)}" x2="{At(lines, to)}" y1="{top}" y2="{bottom}" stroke="currentColor"/>""";

    private static string At(Block.ScoreLines lines, double value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * (Math.Clamp(value, lines.Minimum, lines.Maximum) - lines.Minimum) / (lines.Maximum - lines.Minimum):0.##}%");

    private static string Shown(double value, CultureInfo culture) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", culture);
}
