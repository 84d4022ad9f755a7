using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>Colours, sizes and fonts of the paper, those of <c>css/report.css</c> in print.</summary>
internal static class Look
{
    public const float Size = 10;
    public const float SmallSize = 9;
    public const float HeadingSize = 12.5f;
    public const float TitleSize = 19;
    public const float Gap = 4;

    public static readonly Color Ink = Color.FromHex("#1d252e");
    public static readonly Color Soft = Color.FromHex("#55606e");
    public static readonly Color Line = Color.FromHex("#d9d9d2");
    public static readonly Color StrongLine = Color.FromHex("#7c8793");
    public static readonly Color Brand = Color.FromHex("#0e5a5a");
    public static readonly Color Tint = Color.FromHex("#e3efed");
    public static readonly Color Accent = Color.FromHex("#b3541e");
    public static readonly Color AccentTint = Color.FromHex("#fbeedd");

    /// <summary>In the order in which a missing letter is looked for: every script that a name may be written in.</summary>
    private static readonly string[] Fonts =
    [
        "Noto Sans", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR",
        "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji", "Lato",
    ];

    public static TextStyle Text => TextStyle.Default.FontFamily(Fonts).FontSize(Size).FontColor(Ink).LineHeight(1.42f).DirectionAuto();

    public static TextStyle Small(TextStyle style) => style.FontSize(SmallSize).FontColor(Soft);
}
