using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Documents;

/// <summary>What a candidate gets back, in words (<see cref="Feedback"/>): no number, no scenario and no answer.</summary>
public static class FeedbackReport
{
    public static ReportDocument Compose(FeedbackInput input) => new(
        ReportKind.Feedback,
        input.Frame.Instrument,
        input.Words("Feedback.Title"),
        input.Frame.Reader,
        input.Frame.Handling,
        input.Language,
        [Beginning(input), .. input.Domains.Select((d, i) => Domain(input, d, i + 1)), How(input)]);

    private static ReportSection Beginning(FeedbackInput input) => new(
        "beginning",
        input.Frame.BeforeReading,
        [
            .. input.KeyStatus == KeyStatus.Panel
                ? Enumerable.Empty<Block>()
                : [new Block.Caution($"{input.Words($"Link.What.Key.{input.KeyStatus}")} {input.Words("Feedback.Provisional")}")],
            new Block.Paragraph(input.Words("Feedback.Lead")),
        ]);

    private static ReportSection Domain(FeedbackInput input, DomainFeedback domain, int number) => new(
        $"domain-{number}",
        domain.Title,
        [
            new Block.Paragraph(input.Words(domain.Band is FeedbackBand band ? $"Feedback.Band.{band}" : "Feedback.Band.None")),
            new Block.Table([new TableRow(input.Words("Feedback.Next"), input.Words($"Feedback.Step.{DomainWords.Of(domain.Domain)}"))]),
        ]);

    private static ReportSection How(FeedbackInput input) => new(
        "how",
        input.Words("Feedback.How.Title"),
        [new Block.Paragraph(input.Words("Feedback.How.Text")), new Block.Paragraph(input.Words("Feedback.How.Not"))]);
}

/// <param name="Language">BCP 47 tag of the texts that <paramref name="Words"/> gives.</param>
/// <param name="Words">Those of candidates, which stand on the page of the feedback too.</param>
public sealed record FeedbackInput(FeedbackFrame Frame, IReadOnlyList<DomainFeedback> Domains, KeyStatus KeyStatus, string Language, ReportWords Words);

/// <summary>Texts that the paper has and the page has in another way.</summary>
/// <param name="Reader">Whose feedback it is, and for which job.</param>
public sealed record FeedbackFrame(string Instrument, string Reader, string Handling, string BeforeReading);
