using System.Globalization;
using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>A score with its interval as an SVG of fixed size. The interval is dashed while its error is assumed; no colour says "good" or "bad".</summary>
internal static class ScorePicture
{
    private const int Ticks = 4;
    private const double Width = 400;
    private const double Edge = 10;

    public static string Bar(Block.ScoreBar bar, CultureInfo culture)
    {
        var svg = new StringBuilder(Opening(48));
        var scale = new Scale(bar.Minimum, bar.Maximum);
        svg.Append(scale.Track(18, 4));
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double value = bar.Minimum + (tick * (bar.Maximum - bar.Minimum) / Ticks);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{scale.At(value):0.##}" y="44" font-size="11" font-family="Noto Sans" fill="#55606e" text-anchor="middle">{Shown(value, culture)}</text>""");
        }

        return svg.Append(scale.Interval(bar.Lower, bar.Upper, bar.Score, bar.ErrorIsAssumed, 18)).Append("</svg>").ToString();
    }

    public static string Line(Block.ScoreLines lines, LineScore score)
    {
        var scale = new Scale(lines.Minimum, lines.Maximum);
        return $"{Opening(26)}{scale.Track(13, 3)}{scale.Interval(score.Lower, score.Upper, score.Percent, score.ErrorIsAssumed, 13)}</svg>";
    }

    public static string Shown(double value, CultureInfo culture) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", culture);

    private static string Opening(int height) =>
        string.Create(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}">""");

    private readonly record struct Scale(double Minimum, double Maximum)
    {
        /// <summary>A place on the line, clipped to it.</summary>
        public double At(double value) => Edge + ((Width - (2 * Edge)) * (Math.Clamp(value, Minimum, Maximum) - Minimum) / (Maximum - Minimum));

        public string Track(int y, int half)
        {
            var track = new StringBuilder(Stroke(Minimum, Maximum, y, y, "#7c8793", 1.2, dashed: false));
            for (int tick = 0; tick <= Ticks; tick++)
            {
                double value = Minimum + (tick * (Maximum - Minimum) / Ticks);
                track.Append(Stroke(value, value, y - half, y + half, "#7c8793", 1.2, dashed: false));
            }

            return track.ToString();
        }

        public string Interval(double lower, double upper, double score, bool assumed, int y) => string.Create(
            CultureInfo.InvariantCulture,
            $"""{Stroke(lower, upper, y, y, "#0e5a5a", 3.4, assumed)}{Stroke(lower, lower, y - 7, y + 7, "#0e5a5a", 2, false)}{Stroke(upper, upper, y - 7, y + 7, "#0e5a5a", 2, false)}<circle cx="{At(score):0.##}" cy="{y}" r="6.5" fill="#0e5a5a"/>""");

        private string Stroke(double from, double to, int top, int bottom, string colour, double width, bool dashed) => string.Create(
            CultureInfo.InvariantCulture,
            $"""<line x1="{At(from):0.##}" x2="{At(to):0.##}" y1="{top}" y2="{bottom}" stroke="{colour}" stroke-width="{width}"{(dashed ? " stroke-dasharray=\"7 4\"" : "")}/>""");
    }
}
