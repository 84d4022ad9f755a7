using System.Text;

namespace EqAssess.Domain.Banks;

/// <summary>What happened to a run of words between two texts.</summary>
public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <param name="Text">Words with the white space between them, as they stand in their text.</param>
public sealed record WordRun(WordChange Change, string Text);

/// <summary>The difference of two texts in whole words, as a person would mark it: what was struck out, and what was written instead.</summary>
public static class WordDiff
{
    /// <summary>
    /// The runs of both texts in reading order; removed words stand before those that replace them. A longest common subsequence of
    /// words (Hunt &amp; McIlroy 1976), so no shorter list of changes keeps as many words.
    /// </summary>
    public static IReadOnlyList<WordRun> Of(string before, string after)
    {
        string[] old = Words(before);
        string[] now = Words(after);
        int[,] common = Common(old, now);
        var runs = new List<(WordChange Change, string Word)>();
        (int i, int j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                runs.Add((WordChange.Same, now[j++]));
                i++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                runs.Add((WordChange.Removed, old[i++]));
            }
            else
            {
                runs.Add((WordChange.Added, now[j++]));
            }
        }

        return Joined(runs);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // common[i, j]: words that the rest of the old text from i and the rest of the new one from j share in order.
    private static int[,] Common(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static List<WordRun> Joined(List<(WordChange Change, string Word)> words)
    {
        var runs = new List<WordRun>();
        var text = new StringBuilder();
        for (int i = 0; i < words.Count; i++)
        {
            text.Append(text.Length > 0 ? " " : "").Append(words[i].Word);
            if (i + 1 == words.Count || words[i + 1].Change != words[i].Change)
            {
                runs.Add(new WordRun(words[i].Change, text.ToString()));
                text.Clear();
            }
        }

        return runs;
    }
}
