using System.Text.RegularExpressions;

namespace EqAssess.Domain.Banks;

/// <summary>Flesch–Kincaid grade level: years of school in the United States that a text asks for.</summary>
/// <remarks>
/// 0.39 · words / sentences + 11.8 · syllables / words − 15.59 (Kincaid, Fishburne, Rogers &amp; Chissom 1975, Research Branch Report
/// 8-75). Fitted on English prose; it means nothing in another language. It sees the length of words and sentences, and no idiom and no
/// jargon. Syllables are counted by <see cref="Syllables"/>.
/// </remarks>
public static partial class ReadingLevel
{
    /// <summary>Below this the mean of a few words swings too much to mean anything.</summary>
    public const int FewestWords = 25;

    public static bool Knows(string language) => language == "en" || language.StartsWith("en-", StringComparison.Ordinal);

    /// <param name="texts">Each ends a sentence, with or without a full stop.</param>
    /// <returns>The grade, possibly below 0; null with fewer than <see cref="FewestWords"/> words.</returns>
    public static double? Grade(IEnumerable<string> texts)
    {
        (int words, int sentences, int syllables) = (0, 0, 0);
        foreach (string text in texts)
        {
            IReadOnlyList<string> found = TextWords.InLowerCase(text);
            words += found.Count;
            syllables += found.Sum(Syllables.Of);
            sentences += SentenceEnd().Split(text).Count(part => part.Any(char.IsLetterOrDigit));
        }

        return words < FewestWords ? null : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    // A full stop within a number or an address ends nothing.
    [GeneratedRegex(@"[.!?…]+(?=$|[\s""'”’)])|:\s", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
