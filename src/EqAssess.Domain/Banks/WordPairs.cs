namespace EqAssess.Domain.Banks;

/// <summary>How much wording two texts share: Jaccard similarity of their distinct pairs of neighbouring words, whatever the case.</summary>
internal static class WordPairs
{
    /// <summary>Shared pairs by all pairs of both, from which two texts count as nearly the same.</summary>
    public const double Threshold = 0.6;

    /// <summary>0 to 1; 0 too where the lengths alone keep it below <see cref="Threshold"/>.</summary>
    public static double Similarity(string a, string b) => Similarity(Of(a), Of(b));

    /// <inheritdoc cref="Similarity(string, string)"/>
    public static double Similarity(ulong[] a, ulong[] b)
    {
        if (a.Length == 0 || b.Length == 0 || Math.Min(a.Length, b.Length) < Threshold * Math.Max(a.Length, b.Length))
        {
            return 0;
        }

        (int shared, int i, int j) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            int order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared / (double)(a.Length + b.Length - shared);
    }

    /// <summary>The distinct pairs as hashes, ascending. Two pairs with one hash are too rare (about 2⁻⁶⁴) to matter.</summary>
    public static ulong[] Of(string text)
    {
        ulong[] words = [.. TextWords.InLowerCase(text).Select(Hash)];
        return [.. words.Zip(words.Skip(1), (first, second) => unchecked((first * 0x9E3779B97F4A7C15) ^ (second + (first >> 29)))).Distinct().Order()];
    }

    // FNV-1a: the platform's own hash of a text differs from run to run, and with it the order of what is found.
    private static ulong Hash(string word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
