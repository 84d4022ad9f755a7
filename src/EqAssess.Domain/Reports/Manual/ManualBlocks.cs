using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>Pieces that the chapters of a technical manual have in common.</summary>
internal static class ManualBlocks
{
    public static ReportSection Chapter(this ReportWords words, string code, params IEnumerable<Block> blocks) =>
        new($"manual-{code}", words($"Manual.{code}.Heading"), [.. blocks]);

    public static Block.Paragraph Say(this ReportWords words, string key, params object[] arguments) => new(words($"Manual.{key}", arguments));

    /// <summary>What must be read before the rest is used.</summary>
    public static Block.Caution Care(this ReportWords words, string key, params object[] arguments) => new(words($"Manual.{key}", arguments));

    /// <summary>What is not known, and what it would take: a manual without gaps would be made up.</summary>
    public static Block.Caution NotYet(this ReportWords words, string key, params object[] arguments) => new(words("Manual.NotYet", words($"Manual.{key}.Needed", arguments)));

    public static TableRow Fact(this ReportWords words, string key, string text) => new(words($"Manual.{key}"), text);

    public static string Count(this ReportWords words, int count) => words("Manual.Count", count);

    /// <summary>The number, or in a word why there is none.</summary>
    public static string Number(this ReportWords words, Estimate estimate, string key = "Number") =>
        estimate.OrNull is double value ? words($"Manual.{key}", value) : words($"Manual.Missing.{estimate.MissingBecause}");

    public static string Day(this ReportWords words, DateOnly day) => words("Manual.Day", day);

    public static Block.Grid Grid(this ReportWords words, string key, IEnumerable<string> columns, IEnumerable<GridRow> rows) => new(
        words($"Manual.{key}.Caption"), words($"Manual.{key}.Corner"), [.. columns.Select(c => words($"Manual.{key}.{c}"))], [.. rows]);
}
