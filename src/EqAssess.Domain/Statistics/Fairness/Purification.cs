namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Matching totals without the items that differ most, in one pass, with the studied item always put back (the rule of NAEP).</summary>
public static class Purification
{
    /// <param name="scores">Complete.</param>
    /// <param name="dropped">Items of class C in the first pass.</param>
    /// <param name="studied">The item that is checked now.</param>
    public static double[] Totals(ScoreTable scores, IReadOnlySet<int> dropped, int studied) =>
        scores.Only(Enumerable.Range(0, scores.Parts).Where(j => j == studied || !dropped.Contains(j))).Totals();

    /// <summary>Runs a check on all items with the full total, and again where some are of class C.</summary>
    /// <param name="check">The item and its matching total to a result.</param>
    /// <returns>The last pass, and what was dropped in it.</returns>
    public static (IReadOnlyList<T> Results, IReadOnlyList<int> Dropped) Run<T>(
        ScoreTable scores, bool purify, Func<int, double[], T> check, Func<T, DifClass?> classOf)
    {
        double[] totals = scores.Totals();
        T[] first = [.. Enumerable.Range(0, scores.Parts).Select(j => check(j, totals))];
        int[] dropped = [.. Enumerable.Range(0, scores.Parts).Where(j => classOf(first[j]) == DifClass.C)];
        if (!purify || dropped.Length == 0)
        {
            return (first, []);
        }

        HashSet<int> without = [.. dropped];
        return ([.. Enumerable.Range(0, scores.Parts).Select(j => check(j, Totals(scores, without, j)))], dropped);
    }
}
