using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Reports.Documents;

/// <summary>
/// The tables of a bias audit under New York City's Local Law 144 (6 RCNY 5-301 and 5-303): sex, race and ethnicity, and both together, each
/// by selection rate and by scoring rate. The highest rate is taken whatever its number of people.
/// </summary>
public static class BiasAudit
{
    private static readonly SelectionStage[] Stages = [SelectionStage.Shortlisted, SelectionStage.AboveMedian];

    public static ReportDocument Compose(BiasAuditInput input) => new(
        ReportKind.BiasAudit,
        input.Words("Audit.Instrument"),
        input.Words("Audit.Title"),
        input.Words("Audit.Subtitle", input.Job, input.Form),
        input.Words("Audit.Handling"),
        input.Language,
        [Summary(input), .. input.Tables.SelectMany(t => Stages.Select(s => Section(input, t, s))), .. input.Crossed.SelectMany(c => Stages.Select(s => Section(input, c, s))), Notes(input)]);

    /// <summary>Categories under 2 % of the people whose category is known: an auditor may leave them out, with a reason.</summary>
    /// <returns>Codes as in <see cref="BiasAuditInput.LeftOut"/>.</returns>
    public static IReadOnlyList<string> MayBeLeftOut(IEnumerable<GroupTable> tables) =>
    [
        .. tables.SelectMany(t => t.Rows.Where(r => r.Group != GroupCounts.Unknown && r.People.Count is int people && people < .02 * (t.Answered ?? t.People))
            .Select(r => CodeOf(t.Question, r.Group))),
    ];

    public static string CodeOf(string question, string group) => $"{question}.{group}";

    private static ReportSection Summary(BiasAuditInput input) => new(
        "summary",
        input.Words("Audit.Summary"),
        [
            new Block.Table(
            [
                new TableRow(input.Words("Audit.Date"), input.Words("Audit.Day", input.CountedOn)),
                new TableRow(input.Words("Audit.Source"), input.Words("Audit.Source.Text", input.Job)),
                new TableRow(input.Words("Audit.Assessed"), input.Words("Audit.Count", input.Tables.Select(t => t.People).DefaultIfEmpty(0).Max())),
                .. input.Tables.Select(t => new TableRow(input.Words("Audit.Unknown", input.Question(t.Question)), Unknown(input, t))),
                new TableRow(input.Words("Audit.Distributed"), input.Words("Audit.Day", input.DistributedOn)),
            ]),
            new Block.Paragraph(input.Words("Audit.Law"), Soft: true),
        ]);

    private static string Unknown(BiasAuditInput input, GroupTable table) =>
        table.Rows.Single(r => r.Group == GroupCounts.Unknown).People.Count is int unknown ? input.Words("Audit.Count", unknown) : input.Words("Audit.Hidden");

    private static ReportSection Section(BiasAuditInput input, GroupTable table, SelectionStage stage)
    {
        var audit = LocalLaw144.OfCounts(
            [.. table.Rows.Where(r => r.Group != GroupCounts.Unknown && r is { People.Count: not null } && r.Passed[stage].Count is not null)
                .Select(r => (r.Group, r.People.Count!.Value, r.Passed[stage].Count!.Value))],
            0,
            input.LeftOut.Where(l => l.Key.StartsWith($"{table.Question}.", StringComparison.Ordinal)).ToDictionary(l => l.Key[(table.Question.Length + 1)..], l => l.Value, StringComparer.Ordinal));
        return Section(input, $"{table.Question}-{stage}".ToLowerInvariant(), input.Question(table.Question), stage, [.. table.Rows.Where(r => r.Group != GroupCounts.Unknown)
            .Select(r => Row(input, input.Group(table.Question, r.Group), r.People.Count, audit.Rows.FirstOrDefault(a => a.Category == r.Group), about: false))]);
    }

    private static ReportSection Section(BiasAuditInput input, CrossedGroups crossed, SelectionStage stage)
    {
        (string Code, CrossedCell Cell, int? Ahead)[] cells =
            [.. crossed.Cells.Select(c => ($"{c.Second}/{c.First}", c, stage == SelectionStage.Shortlisted ? c.Shortlisted : c.AboveMedian))];
        var audit = LocalLaw144.OfCounts([.. cells.Where(c => c.Cell.People is not null).Select(c => (c.Code, c.Cell.People!.Value, c.Ahead!.Value))], 0);
        return Section(input, $"crossed-{stage}".ToLowerInvariant(), input.Words("Audit.Crossed", input.Question(crossed.Second), input.Question(crossed.First)), stage,
        [
            .. cells.Select(c => Row(
                input, input.Words("Audit.Pair", input.Group(crossed.Second, c.Cell.Second), input.Group(crossed.First, c.Cell.First)), c.Cell.People, audit.Rows.FirstOrDefault(a => a.Category == c.Code), about: true)),
        ]);
    }

    private static ReportSection Section(BiasAuditInput input, string code, string heading, SelectionStage stage, IReadOnlyList<GridRow> rows) => new(
        code,
        input.Words($"Audit.Heading.{stage}", heading),
        [new Block.Grid(input.Words($"Audit.Caption.{stage}"), input.Words("Audit.Category"), [.. new[] { "Applicants", $"Ahead.{stage}", $"Rate.{stage}", "Ratio", "Note" }.Select(c => input.Words($"Audit.Column.{c}"))], rows)]);

    private static GridRow Row(BiasAuditInput input, string name, int? people, AuditRow? row, bool about) => row is null
        ? new GridRow(name, [people is int known ? input.Words("Audit.Count", known) : input.Words(about ? "Audit.UnderTen" : "Audit.UnderFive"), "–", "–", "–", input.Words("Audit.Note.Hidden")])
        : new GridRow(name,
        [
            input.Words(about ? "Audit.About" : "Audit.Count", row.People),
            input.Words(about ? "Audit.About" : "Audit.Count", row.Ahead),
            input.Words("Audit.Percent", row.Rate),
            row.ImpactRatio.OrNull is double ratio ? input.Words("Audit.Ratio", ratio) : "–",
            row.LeftOutBecause is string why ? input.Words("Audit.Note.LeftOut", why) : Limits(input, row, about),
        ]);

    private static string Limits(BiasAuditInput input, AuditRow row, bool about) => !about && Proportion.Wilson(row.Ahead, row.People) is var (lower, upper)
        ? input.Words("Audit.Note.Limits", lower.OrNull!.Value, upper.OrNull!.Value)
        : "";

    private static ReportSection Notes(BiasAuditInput input) => new(
        "notes",
        input.Words("Audit.Notes"),
        [.. new[] { "Selection", "Scoring", "Highest", "Hidden", "Crossed", "Another", "LeftOut", "Auditor", "Keep" }.Select(n => new Block.Caution(input.Words($"Audit.Notes.{n}")))]);
}

/// <summary>All that the tables are made from; nothing in it tells of a person.</summary>
/// <param name="CountedOn">When the oldest of the counts was made.</param>
/// <param name="DistributedOn">When the campaign began to use the test.</param>
/// <param name="Tables">Sex, and race and ethnicity.</param>
/// <param name="LeftOut">The auditor's reasons by <see cref="BiasAudit.CodeOf"/>.</param>
/// <param name="Question">A question's name.</param>
/// <param name="Group">A group's name, from question and group.</param>
public sealed record BiasAuditInput(
    string Job,
    string Form,
    DateOnly CountedOn,
    DateOnly DistributedOn,
    IReadOnlyList<GroupTable> Tables,
    IReadOnlyList<CrossedGroups> Crossed,
    IReadOnlyDictionary<string, string> LeftOut,
    Func<string, string> Question,
    Func<string, string, string> Group,
    string Language,
    ReportWords Words);
