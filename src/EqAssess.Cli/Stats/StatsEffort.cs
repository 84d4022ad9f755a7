using System.CommandLine;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats effort FILE</c>: thresholds for answers that are too fast, and who gave many of them.</summary>
internal static class StatsEffort
{
    public static Command Command()
    {
        var options = new StatsOptions();
        return options.Command("effort", "Response-time effort from seconds per item: NT10 from 100 times on, 3 seconds before.", parsed => Run(parsed, options));
    }

    private static Figures Run(ParseResult parsed, StatsOptions options)
    {
        CsvTable table = options.Read(parsed);
        string[] columns = Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id));
        string[] ids = options.Ids(parsed, table);
        ScoreTable times = Scores.Of(table, columns);
        foreach ((int j, string name) in columns.Index())
        {
            if (Array.FindIndex(times.Column(j), t => t < 0) is >= 0 and var row)
            {
                throw new InputProblem($"{table.Where(row, table.Place(name))}: a time cannot be below 0");
            }
        }

        double[] thresholds = [.. Enumerable.Range(0, times.Parts).Select(j => NormativeThreshold.Of(times.Column(j)))];
        return new Figures().Put("n", times.Persons)
            .Put("items", columns.Select((name, j) => new Figures().Put("item", name).Put("threshold", thresholds[j])
                .Put("rtf", ResponseTimeEffort.OfItem(times.Column(j), thresholds[j]))))
            .Put("persons", ids.Select((id, i) => Of(id, ResponseTimeEffort.Of([.. Enumerable.Range(0, times.Parts).Select(j => times.Column(j)[i])], thresholds))));
    }

    private static Figures Of(string id, Estimate effort) =>
        new Figures().Put("id", id).Put("rte", effort).Put("flagged", effort.OrNull < ResponseTimeEffort.Least);
}
