using System.Globalization;
using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>
/// A score as a number and as a dot on a line. Lengths are percentages, so that the letters keep their size on a phone; the interval
/// is dashed while its error is assumed. No colour says "good" or "bad".
/// </summary>
internal static class ScoreBarSvg
{
    private const int Ticks = 4;

    public static string Markup(Block.ScoreBar bar, CultureInfo culture)
    {
        var html = new StringBuilder();
        html.Append($"""<p class="report-number"><span class="report-soft">{ReportHtml.Text(bar.Scale)}</span> <b>{Shown(bar.Score, culture)}</b>""");
        html.Append($"""<span class="report-soft"> / {Shown(bar.Maximum, culture)}</span></p>""");
        html.Append($"""<svg class="report-bar" role="img" aria-label="{ReportHtml.Text(bar.Label)}" width="100%" height="48" overflow="visible" direction="ltr">""");
        html.Append(Line(bar, bar.Minimum, bar.Maximum, 18, 18, "report-track"));
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double value = bar.Minimum + (tick * (bar.Maximum - bar.Minimum) / Ticks);
            html.Append(Line(bar, value, value, 14, 22, "report-track"));
            html.Append($"""<text class="report-tick" x="{At(bar, value)}" y="44" text-anchor="{Anchor(tick)}">{Shown(value, culture)}</text>""");
        }

        html.Append(Line(bar, bar.Lower, bar.Upper, 18, 18, bar.ErrorIsAssumed ? "report-interval report-assumed" : "report-interval"));
        html.Append(Line(bar, bar.Lower, bar.Lower, 11, 25, "report-limit"));
        html.Append(Line(bar, bar.Upper, bar.Upper, 11, 25, "report-limit"));
        html.Append($"""<circle class="report-dot" cx="{At(bar, bar.Score)}" cy="18" r="8"/></svg>""");
        return html.ToString();
    }

    private static string Line(Block.ScoreBar bar, double from, double to, int top, int bottom, string kind) =>
        $"""<line class="{kind}" x1="{At(bar, from)}" x2="{At(bar, to)}" y1="{top}" y2="{bottom}" stroke="currentColor"/>""";

    /// <summary>The outer numbers end with the line, so that the bar keeps the edges of the text around it.</summary>
    private static string Anchor(int tick) => tick switch
    {
        0 => "start",
        Ticks => "end",
        _ => "middle",
    };

    /// <summary>A place on the line, clipped to it.</summary>
    private static string At(Block.ScoreBar bar, double value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * (Math.Clamp(value, bar.Minimum, bar.Maximum) - bar.Minimum) / (bar.Maximum - bar.Minimum):0.##}%");

    private static string Shown(double value, CultureInfo culture) =>
        Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", culture);
}
