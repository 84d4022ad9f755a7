using System.Text;
using System.Text.RegularExpressions;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>
/// A heading that Chromium (seen in 156) pushes to the next page, because a style asks to keep it together with what follows, stands twice
/// in its title in the outline. Such titles are halved in place, with spaces for what goes, so that no offset in the file moves.
/// </summary>
public static partial class OutlineTitles
{
    private const string Mark = "FEFF";

    public static byte[] Mend(byte[] pdf)
    {
        foreach (Match title in Title().Matches(Encoding.Latin1.GetString(pdf)))
        {
            Group text = title.Groups["hex"].Success ? title.Groups["hex"] : title.Groups["text"];
            bool hex = title.Groups["hex"].Success;
            int mark = hex && text.Value.StartsWith(Mark, StringComparison.Ordinal) ? Mark.Length : 0;
            int half = (text.Length - mark) / 2;
            if (half > 1 && half * 2 == text.Length - mark && text.Value.AsSpan(mark, half).SequenceEqual(text.Value.AsSpan(mark + half)))
            {
                pdf[text.Index + mark + half] = hex ? (byte)'>' : (byte)')';
                pdf.AsSpan(text.Index + mark + half + 1, half).Fill((byte)' ');
            }
        }

        return pdf;
    }

    /// <summary>A literal text without escapes, or hexadecimal digits.</summary>
    [GeneratedRegex(@"/Title (?:\((?<text>[^()\\]+)\)|<(?<hex>[0-9A-F]+)>)")]
    private static partial Regex Title();
}
