using System.Globalization;
using EqAssess.Data.Exchange;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Selection rates as CSV: what the page shows and nothing more. Hidden counts say so and have no numbers.</summary>
public static class SelectionRatesFile
{
    /// <summary>What follows <c>RatesFile.</c> in the keys of the headings.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["Question", "Group", "Stage", "People", "Passed", "Rate", "Lower", "Upper", "Ratio", "RatioLower", "RatioUpper", "Z", "P", "Fisher", "MidP", "Shortfall", "FlipFlop", "Finding", "Counted"];

    public static string Of(SelectionSnapshot snapshot, double threshold, StaffWords words)
    {
        IEnumerable<IEnumerable<string>> rows = snapshot.Questions.SelectMany(table => SelectionRatesModel.StagesOf(table)
            .SelectMany(stage => StageImpact.Of(table, stage, threshold).Select(line => Row(table, stage, line, words))));
        return string.Concat(rows.Prepend(Columns.Select(c => CsvCell.Write(words[$"RatesFile.{c}"]))).Select(r => $"{string.Join(',', r)}\r\n"));
    }

    /// <summary>Numbers are ours and stand as they are; a negative one is no formula.</summary>
    private static IEnumerable<string> Row(GroupTable table, SelectionStage stage, ImpactLine line, StaffWords words) =>
    [
        CsvCell.Write(words[$"GroupQuestion.{table.Question}"]),
        CsvCell.Write(words.Group(table.Question, line.Group)),
        CsvCell.Write(words[$"Stage.{stage}"]),
        CsvCell.Write(Plain(line.People, words)),
        CsvCell.Write(Plain(line.Passed, words)),
        Number(line.Rate),
        Number(line.Limits?.Lower),
        Number(line.Limits?.Upper),
        Number(line.Pair?.Ratio),
        Number(line.Pair?.Katz.Lower),
        Number(line.Pair?.Katz.Upper),
        Number(line.Pair?.Z),
        Number(line.Pair?.ZP),
        Number(line.Pair?.Exact.P),
        Number(line.Pair?.Exact.MidP),
        Number(line.Pair?.Shortfall),
        line.Pair is { } pair ? words[pair.FlipFlop ? "RatesFile.Yes" : "RatesFile.No"] : "",
        CsvCell.Write(words[$"Impact.{line.Finding}.Short"]),
        table.CountedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];

    private static string Plain(Cell cell, StaffWords words) => cell.Count?.ToString(CultureInfo.InvariantCulture) ?? words.Shown(cell);

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Number(Estimate? value) => Number(value?.OrNull);
}
