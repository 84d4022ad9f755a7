using System.Globalization;
using System.Text.RegularExpressions;

namespace EqAssess.Data.BankFiles;

/// <summary>
/// One text as YAML. Plain where nothing could take it for anything else, in quotes where a reader or another program might, and
/// escaped where a person could not see what stands there.
/// </summary>
internal static partial class YamlScalar
{
    /// <summary>What is kept of a text: the reader takes white space around it away, and line ends are LF.</summary>
    public static string Kept(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>On one line.</summary>
    public static string Inline(string text) =>
        text.Length == 0 || text.Any(NeedsEscape) ? DoubleQuoted(text)
        : IsPlain(text) ? text
        : text.AsSpan().ContainsAny('"', '\\') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : $"\"{text}\"";

    /// <summary>Within a list in brackets, where commas and brackets mean something.</summary>
    public static string InBrackets(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Inline(text) : DoubleQuoted(text);

    /// <summary>Whether the text survives folding: it holds nothing to escape, and no line of it starts or ends with a space.</summary>
    public static bool CanFold(string text) =>
        text.Length > 0 && text.Split('\n').All(line => !line.Any(NeedsEscape) && line.Trim(' ') == line) && !text.StartsWith('\n');

    /// <summary>The lines of a folded block (<c>&gt;</c>), without indentation. A line is broken only between two words with one space.</summary>
    /// <param name="width">Characters of a line, but for words that are longer.</param>
    public static IEnumerable<string> Folded(string text, int width)
    {
        bool first = true;
        foreach (string line in text.Split('\n'))
        {
            if (!first)
            {
                yield return "";
            }

            first = false;
            foreach (string part in line.Length == 0 ? [] : Wrapped(line, width))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> Wrapped(string line, int width)
    {
        int start = 0;
        while (line.Length - start > width)
        {
            int cut = BreakBefore(line, start, start + width) ?? BreakAfter(line, start + width) ?? line.Length;
            yield return line[start..cut];
            start = Math.Min(cut + 1, line.Length);
        }

        if (start < line.Length)
        {
            yield return line[start..];
        }
    }

    private static int? BreakBefore(string line, int start, int end)
    {
        int at = end;
        while (at > start && !IsBreak(line, at))
        {
            at--;
        }

        return at > start ? at : null;
    }

    private static int? BreakAfter(string line, int from)
    {
        int at = from;
        while (at < line.Length && !IsBreak(line, at))
        {
            at++;
        }

        return at < line.Length ? at : null;
    }

    private static bool IsBreak(string line, int at) =>
        at > 0 && at < line.Length - 1 && line[at] == ' ' && line[at - 1] != ' ' && line[at + 1] != ' ';

    private static bool IsPlain(string text) =>
        (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '(' or > '\u00A0')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':')
        && !LooksTyped().IsMatch(text);

    private static string DoubleQuoted(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\t' => "\\t",
        _ when NeedsEscape(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        _ => c.ToString(),
    };

    // Controls, line breaks that YAML knows besides LF, the byte order mark, and marks that turn the direction of what follows.
    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // What YAML 1.1 or 1.2 reads as a number, a day, a truth value or nothing.
    [GeneratedRegex(@"\A([0-9][0-9a-fA-FxXeETZ+_.,: -]*|true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LooksTyped();
}
