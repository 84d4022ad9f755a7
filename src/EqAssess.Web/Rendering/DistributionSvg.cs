using System.Globalization;
using System.Text;

namespace EqAssess.Web.Rendering;

/// <summary>How judges spread over the points of a scale. The numbers stand beside or in the drawing; no colour says "good" or "bad".</summary>
internal static class DistributionSvg
{
    private const int ColumnWidth = 24;
    private const int Tallest = 40;
    private const int Ground = 56;

    /// <summary>One point of the scale as a bar over its line; the number stands beside it in the page.</summary>
    public static string Bar(int count, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg class="dist-bar" aria-hidden="true" width="100%" height="10"><rect class="dist-all" y="4" width="100%" height="2"/><rect class="dist-part" width="{(of == 0 ? 0 : 100d * count / of):0.#}%" height="10" rx="2"/></svg>""");

    /// <summary>All points side by side with their numbers, small enough for a table.</summary>
    /// <param name="label">What a screen reader says instead.</param>
    public static string Columns(IReadOnlyList<int> counts, string label)
    {
        int most = Math.Max(1, counts.Max());
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="dist-columns" role="img" aria-label="{ReportHtml.Text(label)}" width="{ColumnWidth * counts.Count}" height="{Ground + 2}" direction="ltr">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect class="dist-all" y="{Ground}" width="{ColumnWidth * counts.Count}" height="2"/>""");
        for (int i = 0; i < counts.Count; i++)
        {
            int height = Tallest * counts[i] / most;
            int left = ColumnWidth * i;
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="dist-part" x="{left + 3}" y="{Ground - height}" width="{ColumnWidth - 6}" height="{height}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{left + (ColumnWidth / 2)}" y="{Ground - height - 3}" text-anchor="middle">{counts[i]}</text>""");
        }

        return svg.Append("</svg>").ToString();
    }
}
