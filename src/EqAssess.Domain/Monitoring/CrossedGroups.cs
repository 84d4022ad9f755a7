namespace EqAssess.Domain.Monitoring;

/// <summary>
/// Groups of two questions at once, as bias audits want them. The sums of each question are known, so exact counts could be taken from each
/// other: these are rounded to fives, and those of fewer than ten people stay out.
/// </summary>
/// <param name="Cells">Every pair of groups, those of <paramref name="Second"/> together.</param>
/// <param name="People">All in the base, exactly.</param>
public sealed record CrossedGroups(string First, string Second, DateTimeOffset CountedAt, int People, int Shortlisted, IReadOnlyList<CrossedCell> Cells)
{
    /// <summary>Whether both are of the same two questions.</summary>
    public bool IsOf(CrossedGroups other) => First == other.First && Second == other.Second;

    public static CrossedGroups Of(
        IReadOnlyList<CountedPerson> people, string first, IReadOnlyList<string> firstGroups, string second, IReadOnlyList<string> secondGroups, DateTimeOffset countedAt)
    {
        double median = people.Count == 0 ? 0 : Statistics.Moments.Median([.. people.Select(p => p.Percent)]);
        ILookup<(string?, string?), CountedPerson> by = people.ToLookup(p => (p.GroupOf(first, firstGroups), p.GroupOf(second, secondGroups)));
        return new CrossedGroups(
            first,
            second,
            countedAt,
            people.Count,
            people.Count(p => p.Shortlisted),
            [.. secondGroups.SelectMany(s => firstGroups.Select(f => CellOf(f, s, [.. by[(f, s)]], median)))]);
    }

    private static CrossedCell CellOf(string first, string second, IReadOnlyList<CountedPerson> people, double median) => people.Count < CutCounts.FewestPeople
        ? new CrossedCell(first, second, null, null, null)
        : new CrossedCell(first, second, CutCounts.Rounded(people.Count), CutCounts.Rounded(people.Count(p => p.Shortlisted)), CutCounts.Rounded(people.Count(p => p.Percent > median)));
}

/// <param name="People">About how many; null for fewer than ten.</param>
public sealed record CrossedCell(string First, string Second, int? People, int? Shortlisted, int? AboveMedian);
