namespace EqAssess.Data.BankFiles;

/// <summary>The known word that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>The closest known word by edits, the first of equals; null where each is more than half rewritten.</summary>
    public static string? To(string word, IReadOnlyList<string> known)
    {
        string? nearest = known.MinBy(candidate => Edits(word, candidate));
        return nearest is not null && Edits(word, nearest) * 2 <= Math.Max(word.Length, nearest.Length) ? nearest : null;
    }

    // Levenshtein (1966), letters compared without case. Words longer than any of ours are not worth a table.
    private static int Edits(string a, string b)
    {
        if (a.Length > 80)
        {
            return a.Length;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
