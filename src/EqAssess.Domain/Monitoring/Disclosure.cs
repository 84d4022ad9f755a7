using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Monitoring;

/// <summary>Makes of exact counts the table that may be seen.</summary>
/// <remarks>
/// Hidden are counts under 5, of people, of those who passed a stage and of those who did not; and as many more as are needed so that nobody
/// who knows all sums and these rules can narrow a hidden small count down (<see cref="HiddenCells"/>). That a group has nobody is no secret
/// about anybody, and is shown.
/// </remarks>
public static class Disclosure
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Fewest = 5;

    /// <summary>People of a group from which on its stages are shown: below, either those who passed or those who did not are too few.</summary>
    public const int FewestForStage = 2 * Fewest;

    /// <summary>People in each of two groups from which on a gap between their mean scores is shown.</summary>
    public const int FewestForGap = 30;

    /// <param name="closed">Whether the campaign is over: only then are counts at cut scores made.</param>
    public static GroupTable Of(GroupCounts counts, DateTimeOffset countedAt, bool closed = false)
    {
        IReadOnlyList<Cell> people = PeopleOf(counts);
        var stages = Enum.GetValues<SelectionStage>().ToDictionary(s => s, s => StageOf(counts, s, people));
        ExactGroup? reference = counts.Groups.Where((g, i) => IsGroup(g) && people[i].Count >= FewestForGap)
            .OrderByDescending(g => g.People).ThenBy(g => g.Code, StringComparer.Ordinal).FirstOrDefault();
        return new GroupTable(
            counts.Question,
            countedAt,
            counts.People,
            stages.ToDictionary(s => s.Key, s => counts.Passed(s.Key)),
            [.. counts.Groups.Select((g, i) => new GroupRow(
                g.Code, people[i], stages.ToDictionary(s => s.Key, s => s.Value[i]), GapOf(g, people[i], reference), closed ? CutsOf(g, people[i]) : null))],
            reference?.Code);
    }

    private static IReadOnlyList<Cell> PeopleOf(GroupCounts counts) => HiddenCells.Of(
        [.. counts.Groups.Select(g => g.People switch
        {
            0 => new CountedCell(0, CellMark.Shown, 0, 0),
            < Fewest => new CountedCell(g.People, CellMark.Few, 1, Fewest - 1),
            _ => new CountedCell(g.People, CellMark.Shown, Fewest, counts.People),
        })],
        counts.People);

    private static IReadOnlyList<Cell> StageOf(GroupCounts counts, SelectionStage stage, IReadOnlyList<Cell> people) => HiddenCells.Of(
        [.. counts.Groups.Select((g, i) => CellOf(g.People, g.Passed[stage], people[i], counts.People))], counts.Passed(stage));

    private static CountedCell CellOf(int people, int passed, Cell shown, int everybody) => (shown.Mark, people, passed) switch
    {
        (CellMark.Shown, 0, _) => new CountedCell(0, CellMark.Shown, 0, 0),
        (CellMark.Few, _, _) => new CountedCell(passed, CellMark.Withheld, 0, Fewest - 1),
        (not CellMark.Shown, _, _) => new CountedCell(passed, CellMark.Withheld, 0, everybody),
        (_, < FewestForStage, _) => new CountedCell(passed, CellMark.Withheld, 0, people),
        (_, _, < Fewest) => new CountedCell(passed, CellMark.Few, 0, Fewest - 1),
        _ when people - passed < Fewest => new CountedCell(passed, CellMark.NearlyAll, people - Fewest + 1, people),
        _ => new CountedCell(passed, CellMark.Shown, Fewest, people - Fewest),
    };

    private static ScoreGap? GapOf(ExactGroup group, Cell people, ExactGroup? reference)
    {
        if (reference is null || !IsGroup(group) || group.Code == reference.Code || people.Count is not >= FewestForGap)
        {
            return null;
        }

        var gap = StandardisedDifference.Of(group.Percents, reference.Percents);
        return gap.G.OrNull is double g && gap.Lower.OrNull is double lower && gap.Upper.OrNull is double upper
            ? new ScoreGap(Math.Round(g, 2), Math.Round(lower, 2), Math.Round(upper, 2))
            : null;
    }

    private static IReadOnlyList<int>? CutsOf(ExactGroup group, Cell people) =>
        IsGroup(group) && people.Count >= CutCounts.FewestPeople ? CutCounts.Of(group.Percents) : null;

    private static bool IsGroup(ExactGroup group) => group.Code != GroupCounts.Unknown;
}
