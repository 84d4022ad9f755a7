using System.Globalization;
using System.Text;

namespace EqAssess.Web.Rendering;

/// <summary>
/// Lines over a few ordered places. Places are percentages of the width, so that letters keep their size on a phone; lines differ by dashes
/// and by their name at the end, never by colour alone. The numbers stand in a table beside it.
/// </summary>
/// <param name="places">Names of the places from left to right, at least one.</param>
/// <param name="low">Value at the bottom.</param>
/// <param name="high">Value at the top; above <paramref name="low"/>.</param>
internal sealed class LinesSvg(IReadOnlyList<string> places, double low, double high)
{
    private const int Height = 220;
    private const int Kinds = 6;

    /// <summary>Least distance of two names, so that none lies on another.</summary>
    private const int Apart = 15;

    private readonly StringBuilder svg = new();

    /// <param name="ticks">Values that get a line and their text.</param>
    /// <param name="label">What a screen reader says instead.</param>
    public string Markup(IReadOnlyList<ChartLine> lines, IReadOnlyList<(double Value, string Text)> ticks, string label)
    {
        Add($"""<div class="chart"><svg role="img" aria-label="{ReportHtml.Text(label)}" width="100%" height="{Height}" overflow="visible" direction="ltr">""");
        foreach ((double value, string text) in ticks)
        {
            Add($"""<line class="chart-grid" x1="0" x2="100%" y1="{Y(value):0.#}" y2="{Y(value):0.#}"/><text x="0" dx="-8" y="{Y(value):0.#}" dy="4" text-anchor="end">{ReportHtml.Text(text)}</text>""");
        }

        foreach ((int i, string place) in places.Index())
        {
            Add($"""<text x="{X(i):0.##}%" y="{Height + 20}" text-anchor="middle">{ReportHtml.Text(place)}</text>""");
        }

        foreach ((int number, ChartLine line) in lines.Index())
        {
            AddLine(line, number % Kinds);
        }

        AddNames(lines);
        return svg.Append("</svg></div>").ToString();
    }

    private void AddLine(ChartLine line, int kind)
    {
        for (int i = 0; i < line.Values.Count; i++)
        {
            if (line.Values[i] is not double value)
            {
                continue;
            }

            if (i > 0 && line.Values[i - 1] is double before)
            {
                Add($"""<line class="chart-line chart-line-{kind}" x1="{X(i - 1):0.##}%" y1="{Y(before):0.#}" x2="{X(i):0.##}%" y2="{Y(value):0.#}"/>""");
            }

            Add($"""<circle class="chart-dot chart-dot-{kind}" cx="{X(i):0.##}%" cy="{Y(value):0.#}" r="4"/>""");
        }
    }

    private void AddNames(IReadOnlyList<ChartLine> lines)
    {
        (string Name, double At)[] names =
            [.. lines.Where(l => l.Name.Length > 0 && l.Values[^1] is not null).Select(l => (l.Name, At: Y(l.Values[^1]!.Value))).OrderBy(l => l.At)];
        double[] heights = [.. names.Select(n => n.At)];
        for (int i = 1; i < heights.Length; i++)
        {
            heights[i] = Math.Max(heights[i], heights[i - 1] + Apart);
        }

        // What would fall out at the bottom goes up again, and takes along what it would lie on.
        for (int i = heights.Length - 1; i >= 0; i--)
        {
            heights[i] = Math.Min(heights[i], i == heights.Length - 1 ? Height : heights[i + 1] - Apart);
        }

        foreach (((string name, _), double height) in names.Zip(heights))
        {
            Add($"""<text class="chart-name" x="100%" dx="12" y="{height:0.#}" dy="4">{ReportHtml.Text(name)}</text>""");
        }
    }

    private double X(int place) => places.Count == 1 ? 50 : 100d * place / (places.Count - 1);

    private double Y(double value) => Height * (1 - ((Math.Clamp(value, low, high) - low) / (high - low)));

    private void Add(FormattableString markup) => svg.Append(FormattableString.Invariant(markup));
}

/// <param name="Name">Shown at the end of the line; empty for a line alone.</param>
/// <param name="Values">One per place; null where there is none.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values);
