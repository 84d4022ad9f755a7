using System.CommandLine;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats dif FILE --group COL --focal VALUE</c>: whether items work alike for two groups of equal standing.</summary>
internal static class StatsDif
{
    public static Command Command()
    {
        var options = new StatsOptions();
        var group = new Option<string>("--group") { Description = "The column with the groups.", Required = true };
        var focal = new Option<string>("--focal") { Description = "The group that is looked at.", Required = true };
        var reference = new Option<string?>("--reference") { Description = "The group it is held against; the largest other one by default." };
        var method = new Option<string?>("--method") { Description = "mh for items of 0 and 1, mantel for others (these are the defaults), or logistic for either." };
        method.AcceptOnlyFromAmong("mh", "mantel", "logistic");
        var thick = new Option<bool>("--thick") { Description = "Match on tenths of the total, not on every total." };
        var purify = new Option<bool>("--purify") { Description = "Leave items of class C out of the total in a second pass." };
        return options.Command(
            "dif",
            "Differential item functioning at equal totals. Rows with an empty cell, and rows of other groups, are left out.",
            parsed => Run(parsed, options, new DifGroups(parsed.GetRequiredValue(group), parsed.GetRequiredValue(focal), parsed.GetValue(reference)), parsed.GetValue(method), parsed.GetValue(thick), parsed.GetValue(purify)),
            group, focal, reference, method, thick, purify);
    }

    private static Figures Run(ParseResult parsed, StatsOptions options, DifGroups groups, string? method, bool thick, bool purify)
    {
        CsvTable table = options.Read(parsed);
        string[] columns = Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id), groups.Column);
        ScoreTable all = Scores.Of(table, columns);
        (ScoreTable scores, bool[] focal, string reference) = groups.Choose(table, all);
        string chosen = method ?? (Enumerable.Range(0, all.Parts).All(j => IsBinary(scores.Column(j))) ? "mh" : "mantel");
        if (chosen == "mh" && Array.Find(columns, c => !IsBinary(scores.Column(Array.IndexOf(columns, c)))) is { } other)
        {
            int row = Array.FindIndex(all.Column(Array.IndexOf(columns, other)), x => !double.IsNaN(x) && x is not (0 or 1));
            throw new InputProblem($"{table.Where(row, table.Place(other))}: mh takes scores of 0 and 1 only; use mantel or logistic");
        }

        var check = new DifCheck(scores, focal, columns, thick, purify);
        Figures figures = new Figures().Put("method", chosen).Put("focal", groups.Focal).Put("reference", reference)
            .Put("nReference", focal.Count(f => !f)).Put("nFocal", focal.Count(f => f)).Put("rowsLeftOut", table.Count - scores.Persons)
            .Put("standing", DifSample.Of(focal.Count(f => !f), focal.Count(f => f)).ToString());
        return chosen switch { "mh" => check.MantelHaenszel(figures), "mantel" => check.Mantel(figures), _ => check.Logistic(figures) };
    }

    private static bool IsBinary(double[] column) => Array.TrueForAll(column, x => x is 0 or 1);
}
