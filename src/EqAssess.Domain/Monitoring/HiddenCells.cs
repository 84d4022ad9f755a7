namespace EqAssess.Domain.Monitoring;

/// <summary>Hides counts of a row whose sum is known, and as many others as it takes.</summary>
internal static class HiddenCells
{
    /// <summary>
    /// After hiding, every count that had to be hidden could have any value of its own range, for all that can be reckoned from the sum, the
    /// shown counts and the ranges of the hidden ones. Where even hiding all is not enough (the sum itself is small), none says more than
    /// that it is withheld.
    /// </summary>
    public static IReadOnlyList<Cell> Of(IReadOnlyList<CountedCell> cells, int sum)
    {
        HashSet<int> hidden = [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].Mark != CellMark.Shown)];
        var spare = new Queue<int>(Enumerable.Range(0, cells.Count).Except(hidden).Where(i => cells[i].High > 0)
            .OrderByDescending(i => i == cells.Count - 1).ThenBy(i => cells[i].High).ThenBy(i => cells[i].Count).ThenBy(i => i));
        while (!AreSafe(cells, hidden, sum) && spare.TryDequeue(out int next))
        {
            hidden.Add(next);
        }

        bool safe = AreSafe(cells, hidden, sum);
        return [.. cells.Select((c, i) => !hidden.Contains(i) ? Cell.Of(c.Count) : Cell.Hidden(c.Mark == CellMark.Shown || !safe ? CellMark.Withheld : c.Mark))];
    }

    private static bool AreSafe(IReadOnlyList<CountedCell> cells, HashSet<int> hidden, int sum)
    {
        int rest = sum - cells.Where((_, i) => !hidden.Contains(i)).Sum(c => c.Count);
        return hidden.Where(i => cells[i].Mark != CellMark.Shown).All(i =>
        {
            IEnumerable<CountedCell> others = hidden.Where(h => h != i).Select(h => cells[h]);
            int low = Math.Max(cells[i].Low, rest - others.Sum(o => o.High));
            int high = Math.Min(cells[i].High, rest - others.Sum(o => o.Low));
            return high - low >= Math.Min(Disclosure.Fewest - 1, cells[i].High - cells[i].Low);
        });
    }
}

/// <param name="Mark">How it has to be hidden; <see cref="CellMark.Shown"/> where it need not be for its own sake.</param>
/// <param name="Low">The least that somebody who sees it hidden knows it to be.</param>
/// <param name="High">The most.</param>
internal readonly record struct CountedCell(int Count, CellMark Mark, int Low, int High);
