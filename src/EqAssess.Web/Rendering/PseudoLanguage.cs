using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EqAssess.Web.Rendering;

/// <summary>
/// English in disguise, to see what a translation would break: accents, and two fifths longer (<c>qps-ploc</c>), and the same from right to
/// left (<c>qps-plocm</c>). Only a bank in that language leads to it. Placeholders and line ends stay as they are.
/// </summary>
public sealed partial class PseudoLanguage
{
    private const string Plain = "aceilnorsuyACEILNORSUY";
    private const string Accented = "áçéíłñöŕşúýÅÇÉÎŁÑÖŔŞÚÝ";

    /// <summary>Letters that stand twice: in English text that makes it longer by two fifths.</summary>
    private const string Twice = "aeiouynrs";

    private const string RightToLeft = "\u202E";
    private const string AsBefore = "\u202C";
    private const string Apart = "\u2066";
    private const string Together = "\u2069";
    private static readonly PseudoLanguage[] All = [new("qps-ploc", mirrored: false), new("qps-plocm", mirrored: true)];

    private PseudoLanguage(string tag, bool mirrored)
    {
        Tag = tag;
        Culture = new CultureInfo(tag) { DateTimeFormat = Languages.English.DateTimeFormat, NumberFormat = Languages.English.NumberFormat };
        Mirrored = mirrored;
    }

    public string Tag { get; }

    /// <summary>Dates and numbers as in English.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Read from right to left.</summary>
    public bool Mirrored { get; }

    public static PseudoLanguage? Of(CultureInfo culture) => Find(culture.Name);

    /// <param name="tag">BCP 47 tag.</param>
    /// <returns>Null for every language that people speak.</returns>
    public static PseudoLanguage? Find(string tag) => Array.Find(All, p => p.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));

    /// <param name="text">English, with placeholders as of <see cref="string.Format(string, object)"/>.</param>
    public string Write(string text) => string.Concat(LineEnds().Split(text).Select(line => Written(line)));

    /// <summary>A line that holds nothing but a placeholder, or nothing, stays: it may be an address.</summary>
    private string Written(string line)
    {
        string[] parts = Kept().Split(line);
        if (parts.Where((_, i) => i % 2 == 0).All(string.IsNullOrWhiteSpace))
        {
            return line;
        }

        IEnumerable<string> written = parts.Select((part, i) => i % 2 == 0 ? Disguised(part) : Mirrored ? Apart + part + Together : part);
        return Mirrored ? RightToLeft + string.Concat(written) + AsBefore : string.Concat(written);
    }

    private static string Disguised(string text)
    {
        var disguised = new StringBuilder(text.Length * 2);
        foreach (char c in text)
        {
            int at = Plain.IndexOf(c, StringComparison.Ordinal);
            disguised.Append(at < 0 ? c : Accented[at], Twice.Contains(c, StringComparison.Ordinal) ? 2 : 1);
        }

        return disguised.ToString();
    }

    [GeneratedRegex(@"(?<end>[\r\n]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineEnds();

    /// <summary>What stands between runs of text: placeholders and doubled braces.</summary>
    [GeneratedRegex(@"(?<kept>\{\d[^}]*\}|\{\{|\}\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Kept();
}
