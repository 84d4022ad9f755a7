using System.Globalization;
using System.Text;

namespace EqAssess.Web.Rendering;

/// <summary>Counts as columns from left to right; each count stands over its column, and in a table beside it.</summary>
internal static class HistogramSvg
{
    private const int Height = 160;

    /// <param name="counts">Not negative.</param>
    /// <param name="places">One name per column.</param>
    /// <param name="label">What a screen reader says instead.</param>
    public static string Markup(IReadOnlyList<int> counts, IReadOnlyList<string> places, string label)
    {
        int most = Math.Max(1, counts.Max());
        double width = 100d / counts.Count;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<div class="chart bars"><svg role="img" aria-label="{ReportHtml.Text(label)}" width="100%" height="{Height}" overflow="visible" direction="ltr">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="0" x2="100%" y1="{Height}" y2="{Height}"/>""");
        for (int i = 0; i < counts.Count; i++)
        {
            double tall = (Height - 20d) * counts[i] / most;
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-bar" x="{(i * width) + (width * .1):0.##}%" width="{width * .8:0.##}%" y="{Height - tall:0.#}" height="{tall:0.#}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{(i + .5) * width:0.##}%" y="{Height - tall - 5:0.#}" text-anchor="middle">{counts[i]}</text>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text{(i % 2 == 1 ? " class=\"between\"" : "")} x="{(i + .5) * width:0.##}%" y="{Height + 18}" text-anchor="middle">{ReportHtml.Text(places[i])}</text>""");
        }

        return svg.Append("</svg></div>").ToString();
    }
}
