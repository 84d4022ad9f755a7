namespace EqAssess.Domain.Reports;

/// <summary>Puts the recruiter's report together. The same input gives the same document.</summary>
public static class ReportComposer
{
    public static ReportDocument Compose(ReportInput input) => new(
        ReportKind.Recruiter,
        input.Words("Report.Instrument"),
        input.Candidate,
        input.Words("Report.Subtitle", input.Campaign, input.ReportedOn),
        input.Words("Report.Handling"),
        input.Language,
        [.. ReportSections.All.Select(section => section.Build(input)).OfType<ReportSection>()]);
}
