using System.CommandLine;
using System.Globalization;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats impact FILE</c>: selection rates of groups held against the highest one.</summary>
internal static class StatsImpact
{
    private const int Most = 100_000_000;

    public static Command Command()
    {
        var options = new StatsOptions();
        var group = new Option<string?>("--group") { Description = "One row a person: the column with the groups." };
        var selected = new Option<string?>("--selected") { Description = "One row a person: the column that is 1 (yes, true) for those selected." };
        return options.Command(
            "impact",
            "Selection rates, impact ratios and tests. FILE has the columns group, applicants and selected, or one row a person with --group and --selected.",
            parsed =>
            {
                CsvTable table = options.Read(parsed);
                return (parsed.GetValue(group), parsed.GetValue(selected)) switch
                {
                    (null, null) => Run(table.File, Counted(table)),
                    ({ } g, { } s) => Run(table.File, Persons(table, g, s)),
                    _ => throw new InputProblem("--group and --selected go together"),
                };
            },
            group, selected);
    }

    private static Figures Run(string file, IReadOnlyList<(string Name, SelectionCount Count)> groups)
    {
        var (reference, best) = groups.Where(g => g.Count.Applicants > 0)
            .OrderByDescending(g => g.Count.Rate.OrNull).ThenBy(g => g.Name, StringComparer.Ordinal).FirstOrDefault();
        long all = groups.Sum(g => (long)g.Count.Applicants);
        int applicants = all <= Most ? (int)all : throw new InputProblem(string.Create(CultureInfo.InvariantCulture, $"{file}: {all} applicants are more than can be counted ({Most})"));
        return reference is null
            ? throw new InputProblem($"{file}: no group has an applicant")
            : new Figures().Put("reference", reference).Put("applicants", applicants)
                .Put("groups", groups.Select(g => ImpactRow.Of(g.Name, new ImpactComparison(g.Count, best), g.Name == reference, applicants)));
    }

    private static IReadOnlyList<(string Name, SelectionCount Count)> Counted(CsvTable table)
    {
        string[] names = Array.ConvertAll(table.Column("group"), n => n.Trim());
        if (names.CountBy(n => n).FirstOrDefault(n => n.Value > 1) is { Value: > 1 } twice)
        {
            throw new InputProblem($"{table.File}: the group '{twice.Key}' is there twice");
        }

        if (Array.FindIndex(names, Scores.IsMissing) is >= 0 and var nameless)
        {
            throw new InputProblem($"{table.Where(nameless, table.Place("group"))}: the group has no name");
        }

        return [.. names.Index().Select(n =>
        {
            (int applicants, int selected) = (Count(table, n.Index, "applicants"), Count(table, n.Index, "selected"));
            return selected <= applicants
                ? (n.Item, new SelectionCount(applicants, selected))
                : throw new InputProblem($"{table.Where(n.Index, table.Place("selected"))}: {selected} selected of {applicants} applicants");
        })];
    }

    private static int Count(CsvTable table, int row, string column)
    {
        int place = table.Place(column);
        return int.TryParse(table.Cell(row, place), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new InputProblem($"{table.Where(row, place)}: '{table.Cell(row, place)}' is not a whole number from 0 up");
    }

    private static IReadOnlyList<(string Name, SelectionCount Count)> Persons(CsvTable table, string group, string selected)
    {
        (int ofGroup, int ofSelected) = (table.Place(group), table.Place(selected));
        var people = Enumerable.Range(0, table.Count).Where(row => !Scores.IsMissing(table.Cell(row, ofGroup)))
            .Select(row => (Group: table.Cell(row, ofGroup).Trim(), Selected: Yes(table, row, ofSelected)));
        return [.. people.GroupBy(p => p.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, new SelectionCount(g.Count(), g.Count(p => p.Selected))))];
    }

    private static bool Yes(CsvTable table, int row, int place) => table.Cell(row, place).Trim().ToUpperInvariant() switch
    {
        "1" or "YES" or "TRUE" or "Y" or "T" => true,
        "0" or "NO" or "FALSE" or "N" or "F" => false,
        "" or "NA" => throw new InputProblem($"{table.Where(row, place)}: the cell is empty; take out the rows of people who are not decided on"),
        _ => throw new InputProblem($"{table.Where(row, place)}: '{table.Cell(row, place)}' is neither 1 (yes, true) nor 0 (no, false)"),
    };
}
