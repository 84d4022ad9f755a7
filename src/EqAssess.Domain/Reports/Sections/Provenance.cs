using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>Where the score comes from, so that it can be computed again.</summary>
public sealed class Provenance : IReportSection
{
    private const int DigestDigits = 16;

    public string Code => "provenance";

    public ReportSection Build(ReportInput input) => new(
        Code,
        input.Words("Provenance.Heading"),
        [
            new Block.Table(
            [
                .. OfTest(input.Test),
                Row(input.Words, "Engine", input.Sheet.EngineVersion),
                Row(input.Words, "Responses", Short(input.Sheet.ResponsesSha256)),
                Row(input.Words, "Reported", input.Words("Provenance.Date", input.ReportedOn)),
            ]),
        ]);

    /// <summary>What the scores of all people have in common who took the same form under the same plan.</summary>
    internal static IReadOnlyList<TableRow> OfTest(ReportedTest test) =>
    [
        Row(test.Words, "Bank", test.BankTitle),
        Row(test.Words, "Form", test.Words("Provenance.FormAndVersion", test.FormName, test.FormVersion)),
        Row(test.Words, "Key", Key(test)),
        Row(test.Words, "Scoring", Scoring(test)),
        .. Error(test),
        Row(test.Words, "Plan", test.Plan.Id.ToString()),
    ];

    private static TableRow Row(ReportWords words, string fact, string text) => new(words($"Provenance.{fact}"), text);

    private static IEnumerable<TableRow> Error(ReportedTest test) => test.Plan.TotalStatistics() is not ScaleStatistics total
        ? []
        :
        [
            Row(test.Words, "Error", total.IsAssumed()
                ? test.Words("Provenance.Assumed", total.Reliability, total.StandardDeviation, total.Source.Trim())
                : test.Words("Provenance.Estimated", total.Reliability, total.StandardDeviation, total.Attempts ?? 0, total.Source.Trim())),
        ];

    private static string Key(ReportedTest test) => test.Words(
        "Provenance.KeyAndSource",
        test.Plan.KeyVersion,
        test.Words($"Provenance.Key.{test.Plan.KeyStatus}"),
        test.Plan.KeySource.Trim());

    private static string Scoring(ReportedTest test)
    {
        IEnumerable<string> methods = test.Plan.Items.Select(i => i.Method ?? test.Plan.Method).Distinct().Select(m => test.Words($"Method.{m}"));
        return string.Join(' ', [.. methods, test.Words($"Missing.{test.Plan.Missing}")]);
    }

    private static string Short(string digest) => digest.Length <= DigestDigits ? digest : digest[..DigestDigits];
}
