using System.CommandLine;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats options FILE --key KEYFILE</c>: who chose what, and what the flags say.</summary>
internal static class StatsChoices
{
    public static Command Command()
    {
        var options = new StatsOptions();
        var key = new Option<string>("--key") { Description = "A CSV file with the columns item and key.", Required = true };
        return options.Command(
            "options",
            "Choices of every item: shares, point-biserials with the other items, and flags. An empty cell is an omitted item and earns nothing.",
            parsed => Run(parsed, options, CsvTable.Read(parsed.GetRequiredValue(key))),
            key);
    }

    private static Figures Run(ParseResult parsed, StatsOptions options, CsvTable keys)
    {
        CsvTable table = options.Read(parsed);
        Dictionary<string, string> keyOf = Keys(keys);
        string[] columns = parsed.GetValue(options.Columns) is { } named ? Scores.Chosen(table, named) : [.. keyOf.Keys];
        string[] correct = [.. columns.Select(c => keyOf.GetValueOrDefault(c) ?? throw new InputProblem($"{keys.File}: there is no key for the item '{c}'"))];
        string?[][] choices = [.. columns.Select(c => Array.ConvertAll(table.Column(c), cell => Scores.IsMissing(cell) ? null : cell.Trim()))];
        IReadOnlyList<OptionAnalysis> found = OptionAnalysis.Of(choices, correct);
        var whole = ItemAnalysis.Of(new ScoreTable([.. choices.Zip(correct, (item, right) => item.Select(c => c == right ? 1d : 0d).ToArray())]));
        return new Figures().Put("n", table.Count).Put("k", columns.Length).Put("alpha", whole.Alpha)
            .Put("items", found.Index().Select(item => Of(item.Item, columns[item.Index], correct[item.Index], whole, item.Index)));
    }

    private static Dictionary<string, string> Keys(CsvTable keys)
    {
        (string[] items, string[] correct) = (keys.Column("item"), keys.Column("key"));
        int without = Array.FindIndex(correct, Scores.IsMissing);
        if (without >= 0)
        {
            throw new InputProblem($"{keys.Where(without, keys.Place("key"))}: the item '{items[without]}' has no key");
        }

        return items.CountBy(i => i).FirstOrDefault(i => i.Value > 1) is { Value: > 1 } twice
            ? throw new InputProblem($"{keys.File}: the item '{twice.Key}' has two keys")
            : items.Zip(correct).ToDictionary(k => k.First.Trim(), k => k.Second.Trim(), StringComparer.Ordinal);
    }

    private static Figures Of(OptionAnalysis item, string name, string key, ItemAnalysis whole, int place)
    {
        var evidence = new ItemEvidence(
            item.Persons, item.Facility, item.ItemRest, whole.Alpha, whole.Items[place].AlphaIfDeleted, item.Options, item.OmitRate);
        return new Figures().Put("item", name).Put("key", key).Put("n", item.Persons).Put("omitted", item.Omitted)
            .Put("facility", item.Facility).Put("itemRest", item.ItemRest)
            .Put("options", item.Options.Select(o => new Figures().Put("option", o.Option).Put("n", o.Persons).Put("share", o.Share)
                .Put("pointBiserial", o.PointBiserial).Put("meanRest", o.MeanRest)))
            .Put("flags", new ItemFlags().Of(evidence).Select(f => f.ToString()));
    }
}
