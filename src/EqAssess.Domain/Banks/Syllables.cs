namespace EqAssess.Domain.Banks;

/// <summary>Counts syllables of English words by their spelling: good for the mean of a text, not for a single word.</summary>
/// <remarks>
/// Groups of vowels, without a silent final e, es or ed. It misses vowels that meet and do not merge ("create" counts 1, "idea" 2) and
/// silent e inside a word ("something" counts 3). The two errors nearly cancel in running text. A number counts 1, however it is spoken.
/// </remarks>
public static class Syllables
{
    private const string Vowels = "aeiouy";

    /// <param name="word">In lower case.</param>
    /// <returns>At least 1.</returns>
    public static int Of(string word)
    {
        int count = 0;
        bool inVowels = false;
        foreach (char c in word)
        {
            bool vowel = Vowels.Contains(c, StringComparison.Ordinal);
            count += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }

        return Math.Max(1, count - (IsSilentAtEnd(word) ? 1 : 0));
    }

    private static bool IsSilentAtEnd(string word) =>
        EndsInSilent(word, "e") ? !IsSyllabicL(word, 1)
        : EndsInSilent(word, "es") ? !IsSyllabicL(word, 2) && !"scxzgh".Contains(word[^3], StringComparison.Ordinal)
        : EndsInSilent(word, "ed") && word[^3] is not ('t' or 'd');

    // An e after a vowel belongs to that vowel's group, as in "agree" or "died".
    private static bool EndsInSilent(string word, string ending) =>
        word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && !Vowels.Contains(word[^(ending.Length + 1)], StringComparison.Ordinal);

    // "table" and "tables" keep the syllable that they end in; "while" and "miles" have none.
    private static bool IsSyllabicL(string word, int ending) =>
        word.Length > ending + 1 && word[^(ending + 1)] == 'l' && !Vowels.Contains(word[^(ending + 2)], StringComparison.Ordinal);
}
