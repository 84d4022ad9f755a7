using System.Globalization;
using System.Text;

namespace EqAssess.Web.Services;

/// <summary>
/// Names of files made from names of people: letters and digits of every script, spaces, dots, dashes and apostrophes. Everything else
/// goes: quotes, slashes, marks that turn the direction of writing, pictures. So no name leaves its folder, hides its ending or is
/// refused by a file system.
/// </summary>
public static class FileNames
{
    /// <summary>A file name may have 255 bytes on most systems; number, dash and ending take their part.</summary>
    private const int MostBytes = 120;

    private const string Kept = " .-'’";

    /// <param name="fallback">For a name of which nothing is left.</param>
    /// <returns>At least one character; no dot or space at its ends.</returns>
    public static string Of(string name, string fallback)
    {
        var kept = new StringBuilder();
        foreach (Rune rune in Normalised(name).EnumerateRunes())
        {
            bool letter = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            bool space = Rune.IsWhiteSpace(rune) || rune.Value is '_' or '/' or '\\' or ':';
            string piece = letter || (rune.IsBmp && Kept.Contains((char)rune.Value)) ? rune.ToString() : space ? " " : "";
            bool twice = piece == " " && (kept.Length == 0 || kept[^1] == ' ');
            kept.Append(twice ? "" : piece);
        }

        string text = Shortened(kept.ToString()).Trim(' ', '.');
        return text.Length == 0 ? fallback : text;
    }

    /// <summary>Half a surrogate pair cannot be normalised, nor written to a zip: it becomes the sign for that.</summary>
    private static string Normalised(string name) => string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormC);

    /// <summary>Cut between whole characters as people see them.</summary>
    private static string Shortened(string text)
    {
        var cut = new StringBuilder();
        int bytes = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && (bytes += Encoding.UTF8.GetByteCount(elements.GetTextElement())) <= MostBytes)
        {
            cut.Append(elements.GetTextElement());
        }

        return cut.ToString();
    }
}
