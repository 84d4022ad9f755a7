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
                Row(input, "Bank", input.BankTitle),
                Row(input, "Form", input.Words("Provenance.FormAndVersion", input.FormName, input.FormVersion)),
                Row(input, "Key", Key(input)),
                Row(input, "Scoring", Scoring(input)),
                .. Error(input),
                Row(input, "Plan", input.Plan.Id.ToString()),
                Row(input, "Engine", input.Sheet.EngineVersion),
                Row(input, "Responses", Short(input.Sheet.ResponsesSha256)),
                Row(input, "Reported", input.Words("Provenance.Date", input.ReportedOn)),
            ]),
        ]);

    private static TableRow Row(ReportInput input, string fact, string text) => new(input.Words($"Provenance.{fact}"), text);

    private static IEnumerable<TableRow> Error(ReportInput input) => input.Plan.TotalStatistics() is not ScaleStatistics total
        ? []
        :
        [
            Row(input, "Error", total.IsAssumed()
                ? input.Words("Provenance.Assumed", total.Reliability, total.StandardDeviation, total.Source.Trim())
                : input.Words("Provenance.Estimated", total.Reliability, total.StandardDeviation, total.Attempts ?? 0, total.Source.Trim())),
        ];

    private static string Key(ReportInput input) => input.Words(
        "Provenance.KeyAndSource",
        input.Plan.KeyVersion,
        input.Words($"Provenance.Key.{input.Plan.KeyStatus}"),
        input.Plan.KeySource.Trim());

    private static string Scoring(ReportInput input)
    {
        IEnumerable<string> methods = input.Plan.Items.Select(i => i.Method ?? input.Plan.Method).Distinct().Select(m => input.Words($"Method.{m}"));
        return string.Join(' ', [.. methods, input.Words($"Missing.{input.Plan.Missing}")]);
    }

    private static string Short(string digest) => digest.Length <= DigestDigits ? digest : digest[..DigestDigits];
}
