namespace EqAssess.Domain.Banks;

/// <summary>The words of a text: runs of letters, digits and inner apostrophes. A hyphen separates words; typographic apostrophes become straight ones.</summary>
/// <remarks>A script without spaces, such as Chinese, gives one word for each stretch between punctuation marks.</remarks>
internal static class TextWords
{
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPart(text, i))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].Replace('’', '\''));
                start = -1;
            }
        }

        return words;
    }

    public static IReadOnlyList<string> InLowerCase(string text) => [.. Of(text).Select(word => word.ToLowerInvariant())];

    private static bool IsPart(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark
            || (text[i] is '\'' or '’' && i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1]));
}
