using EqAssess.Domain.Monitoring;
using static EqAssess.Domain.Tests.Monitoring.Counted;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>No count under five can be seen, nor reckoned from what is seen.</summary>
public sealed class DisclosureTests
{
    [Fact]
    public void Counts_of_five_and_more_on_both_sides_are_shown_as_they_are()
    {
        GroupTable table = Shown(("female", 60, 20), ("male", 50, 25), ("unknown", 20, 8));

        Assert.All(table.Rows, r => Assert.Equal(CellMark.Shown, r.Passed[SelectionStage.Shortlisted].Mark));
        Assert.Equal((60, 20), (table.Rows[0].People.Count, table.Rows[0].Passed[SelectionStage.Shortlisted].Count));
        Assert.Equal(110, table.Answered);
    }

    [Fact]
    public void A_single_small_count_takes_a_second_one_with_it()
    {
        GroupTable table = Shown(("female", 60, 3), ("male", 50, 25), ("unknown", 20, 8));

        Assert.Equal([CellMark.Few, CellMark.Shown, CellMark.Withheld], table.Rows.Select(r => r.Passed[SelectionStage.Shortlisted].Mark));
    }

    [Fact]
    public void All_but_a_few_is_as_small_a_count_as_a_few()
    {
        GroupTable table = Shown(("female", 60, 58), ("male", 50, 25), ("unknown", 20, 8));

        Assert.Equal(CellMark.NearlyAll, table.Rows[0].Passed[SelectionStage.Shortlisted].Mark);
        Assert.Contains(table.Rows, r => r.Passed[SelectionStage.Shortlisted].Mark == CellMark.Withheld);
    }

    [Fact]
    public void A_group_of_four_is_not_counted_out_and_takes_another_with_it()
    {
        GroupTable table = Shown(("female", 60, 20), ("male", 50, 25), ("another", 4, 2), ("unknown", 12, 6));

        Assert.Equal([CellMark.Shown, CellMark.Shown, CellMark.Few, CellMark.Withheld], table.Rows.Select(r => r.People.Mark));
        Assert.All(table.Rows.Skip(2), r => Assert.Equal(CellMark.Withheld, r.Passed[SelectionStage.Shortlisted].Mark));
        Assert.Null(table.Answered);
    }

    [Fact]
    public void That_a_group_has_nobody_is_shown_and_hides_no_other()
    {
        GroupTable table = Shown(("female", 60, 20), ("male", 50, 25), ("another", 0, 0), ("unknown", 0, 0));

        Assert.Equal([60, 50, 0, 0], table.Rows.Select(r => r.People.Count));
        Assert.Equal([20, 25, 0, 0], table.Rows.Select(r => r.Passed[SelectionStage.Shortlisted].Count));
    }

    /// <summary>Everything that fits what is shown is tried: whoever does that is left with five possibilities at least for each small count.</summary>
    [Fact]
    public void Trying_all_that_fits_a_table_leaves_five_values_for_every_small_count()
    {
        var random = new Random(20261122);
        int small = 0;
        for (int round = 0; round < 600; round++)
        {
            var groups = Enumerable.Range(0, random.Next(2, 5)).Select(i => People($"g{i}", random)).Append(People("unknown", random)).ToArray();
            GroupTable table = Shown(groups);
            small += Judge(groups, table);
        }

        Assert.True(small > 500, $"Only {small} small counts were tried.");
    }

    private static int Judge((string Code, int People, int Passed)[] groups, GroupTable table)
    {
        IReadOnlyList<CountRange> ranges = CountRange.Of(table, SelectionStage.Shortlisted);
        int judged = 0;
        bool marked = table.Rows.Any(r => r.Passed[SelectionStage.Shortlisted].Mark is CellMark.Few or CellMark.NearlyAll);
        foreach ((int place, (string _, int people, int passed)) in groups.Index())
        {
            if (table.Rows[place].People.Mark == CellMark.Shown && people >= Disclosure.FewestForStage && (passed < 5 || people - passed < 5))
            {
                Assert.NotEqual(CellMark.Shown, table.Rows[place].Passed[SelectionStage.Shortlisted].Mark);
                Assert.InRange(passed, ranges[place].Low, ranges[place].High);
                Assert.True(!marked || Fitting(table, place) >= 5, $"{string.Join(' ', groups)}: {place}");
                judged++;
            }
        }

        return judged;
    }

    /// <summary>How many values of one count fit: each is tried against every filling of the others that the marks allow.</summary>
    private static int Fitting(GroupTable table, int place)
    {
        (int Low, int High)[] allowed = [.. table.Rows.Select(r => (r.Passed[SelectionStage.Shortlisted], r.People) switch
        {
            ({ Mark: CellMark.Shown, Count: int c }, _) => (c, c),
            ({ Mark: CellMark.Few }, _) => (0, 4),
            ({ Mark: CellMark.NearlyAll }, { Count: int n }) => (n - 4, n),
            (_, { Count: >= 10 and var n }) => (5, n - 5),
            (_, { Count: int n }) => (0, n),
            (_, { Mark: CellMark.Few }) => (0, 4),
            _ => (0, table.People),
        })];
        int sum = table.Totals[SelectionStage.Shortlisted];
        HashSet<int> reachable = [0];
        foreach ((int low, int high) in allowed.Where((_, i) => i != place))
        {
            reachable = [.. reachable.SelectMany(r => Enumerable.Range(low, high - low + 1).Select(v => r + v)).Where(r => r <= sum)];
        }

        return Enumerable.Range(allowed[place].Low, allowed[place].High - allowed[place].Low + 1).Count(v => reachable.Contains(sum - v));
    }

    private static (string Code, int People, int Passed) People(string code, Random random)
    {
        int people = random.Next(4) == 0 ? random.Next(0, 12) : random.Next(10, 80);
        int passed = random.Next(3) switch { 0 => Math.Min(people, random.Next(0, 6)), 1 => Math.Max(0, people - random.Next(0, 6)), _ => random.Next(0, people + 1) };
        return (code, people, passed);
    }
}
