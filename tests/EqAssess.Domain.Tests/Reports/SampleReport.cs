using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

/// <summary>What a report is made from: 24 scenarios in four domains, the last of which is reliably below the others.</summary>
internal static class SampleReport
{
    public static readonly ScaleStatistics Assumed = new(ScoringPlan.Total, 0.72, 13, EstimateBasis.Assumed, null, "planning values, no data");

    public static readonly ScaleStatistics Estimated = new(ScoringPlan.Total, 0.74, 12.4, EstimateBasis.Estimated, 412, "stratified alpha over the domains");

    /// <summary>Gives back key and arguments, so that a test sees which statement was chosen.</summary>
    public static readonly ReportWords Keys = (key, arguments) => arguments.Length == 0
        ? key
        : string.Create(CultureInfo.InvariantCulture, $"{key}({string.Join('|', arguments.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a}")))})");

    private static readonly IReadOnlyList<BankDomain> Domains =
    [
        Domain("recognise", "Recognising customers' feelings", "a customer did not say directly what the matter was", "Which of their words told you that there was more to it?"),
        Domain("listen", "Listening and probing", "the first words of a customer did not give you all that you needed", "How did you make sure that you had got it right?"),
        Domain("express", "Choosing empathic words", "you had to give a customer an answer that they did not want", "Was there a phrase that you would put in another way today?"),
        Domain("resolve", "Calming and resolving", "a conversation with a customer was tense", "What did you say at the most difficult moment, and what did you do afterwards?"),
    ];

    public static ReportInput Input(ReportWords? words = null) => new(
        Candidate: "Amara Okafor",
        Campaign: "Customer Care Advisor, Leeds",
        BankTitle: "Contact-centre empathy",
        FormName: "Form B",
        FormVersion: "3",
        Sheet(79, 75, 81, 42),
        Plan(),
        Domains,
        ChancePercent: 37.5,
        ValidFirstAttempts: 63,
        Simulated: false,
        ReportedOn: new DateOnly(2026, 11, 14),
        Language: "en-GB",
        words ?? Keys);

    /// <param name="percents">Of the four domains, six scenarios each; null where a domain is not scored.</param>
    public static ScoreSheet Sheet(params IReadOnlyList<double> percents) => new(
        new Guid("0199a1b2-0000-7000-8000-000000000001"),
        "1.0",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Scale(ScoringPlan.Total, percents.Average(), 24),
        [.. percents.Zip(Domains, (percent, domain) => Scale(domain.Code, percent, 6))],
        [],
        [],
        ProfileCorrelation: null);

    public static ReportInput WithPlan(this ReportInput input, Func<ScoringPlan, ScoringPlan> change) => input with { Plan = change(input.Plan) };

    public static ReportInput WithError(this ReportInput input, params IReadOnlyList<ScaleStatistics> scales) => input.WithPlan(p => p with { Scales = scales });

    /// <summary>All texts of a document or of one of its sections, one a line.</summary>
    public static string Text(this ReportDocument document, string? section = null) => string.Join(
        '\n',
        document.Sections.Where(s => section is null || s.Code == section).SelectMany(s => s.Blocks.SelectMany(Lines).Prepend(s.Heading)));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Block.Paragraph p => [p.Text],
        Block.ScoreBar bar => [bar.Scale, bar.Label],
        Block.Table table => table.Rows.Select(r => $"{r.Head}: {r.Emphasis} {r.Text}"),
        Block.NumberedList list => list.Entries.Select(e => $"{e.Lead}: {e.Text}"),
        Block.Caution caution => [caution.Text],
        Block.ScoreLines lines => [lines.Caption, .. lines.Columns, .. lines.Lines.Select(l => $"{l.Head}: {l.Score?.Interval} {l.Label}")],
        Block.Grid grid => [grid.Caption, grid.Corner, .. grid.Columns, .. grid.Rows.Select(r => $"{r.Head}: {string.Join(" | ", r.Cells)}")],
        Block.Question question => [question.Lead, question.Text, question.Notes, question.Score ?? "", .. question.Anchors.Select(a => $"{a.Mark}: {a.Text}")],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown kind of block."),
    };

    private static ScaleScore Scale(string scale, double percent, int items) => new(scale, percent, null, items * percent / 100, items, items);

    private static BankDomain Domain(string code, string title, string situation, string followUp) =>
        new(code, title, $"Tell us about a time when {situation}. What did they say, and what did you say and do next?", followUp, []);

    private static ScoringPlan Plan() => new(
        new Guid("0199a1b2-0000-7000-8000-000000000001"),
        new Guid("0199a1b2-0000-7000-8000-000000000002"),
        new Guid("0199a1b2-0000-7000-8000-000000000003"),
        "draft-1",
        KeyStatus.Draft,
        "drafted with the help of an AI by the authors of EqAssess, before any panel",
        "keyed-credit",
        MissingRule.ScoreAll,
        [1, 2, 3, 4],
        [.. Enumerable.Range(1, 24).Select(i => new PlannedItem(new Guid(i, 0, 0, new byte[8]), $"s{i}", "rate-each", Domains[(i - 1) / 6].Code, 1, []))],
        [Assumed]);
}
