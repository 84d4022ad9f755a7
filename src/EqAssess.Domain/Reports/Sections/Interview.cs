using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>
/// Questions for the interview: one per domain of the bank, the same and in the same order for all candidates of a campaign, because
/// only the same questions can be compared; then a follow-up for each domain that is reliably below this person's others.
/// </summary>
public sealed class Interview : IReportSection
{
    public string Code => "interview";

    public ReportSection? Build(ReportInput input) => input.Domains.Count == 0
        ? null
        : new ReportSection(
            Code,
            input.Words("Interview.Heading"),
            [
                new Block.Paragraph(input.Words("Interview.Same"), Soft: true),
                new Block.NumberedList([.. ForAll(input), .. FollowUps(input)]),
            ]);

    private static IEnumerable<ListEntry> ForAll(ReportInput input) =>
        input.Domains.Select(d => new ListEntry(d.Title, input.Words("Interview.Question", d.InterviewQuestion.Trim())));

    private static IEnumerable<ListEntry> FollowUps(ReportInput input)
    {
        HashSet<string> below = [.. input.Standings().Where(s => s.Standing == Standing.ReliablyBelow).Select(s => s.Domain)];
        return from BankDomain domain in input.Domains
               where below.Contains(domain.Code)
               select new ListEntry(input.Words("Interview.FollowUp", domain.Title), input.Words("Interview.Question", domain.FollowUp.Trim()));
    }
}
