using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Documents;

/// <summary>
/// A plan for somebody who starts on the job: for each domain what good work looks like, what to practise, and how a supervisor sees
/// progress. It holds no score; the one thing that it takes from the test is where to begin.
/// </summary>
public static class DevelopmentPlan
{
    private const int Exercises = 3;

    public static ReportDocument Compose(ReportInput input) => new(
        ReportKind.Development,
        input.Words("Plan.Instrument"),
        input.Candidate,
        input.Words("Plan.Subtitle", input.Campaign, input.ReportedOn),
        input.Words("Report.Handling"),
        input.Language,
        [Beginning(input), .. input.Domains.Select((d, i) => Domain(input, d, i + 1)), Agreement(input)]);

    private static ReportSection Beginning(ReportInput input)
    {
        HashSet<string> below = [.. input.Standings().Where(s => s.Standing == Standing.ReliablyBelow).Select(s => s.Domain)];
        string[] first = [.. input.Domains.Where(d => below.Contains(d.Code)).Select(d => d.Title)];
        return new ReportSection(
            "beginning",
            input.Words("Plan.Begin.Heading"),
            [
                .. input.Simulated ? [new Block.Caution(input.Words("Overall.Simulated"))] : Enumerable.Empty<Block>(),
                new Block.Paragraph(input.Words("Plan.Begin.Purpose")),
                new Block.Paragraph(first.Length == 0 ? input.Words("Plan.Begin.Choose") : input.Words("Plan.Begin.With", string.Join(", ", first))),
            ]);
    }

    private static ReportSection Domain(ReportInput input, BankDomain domain, int number)
    {
        string code = DomainWords.Of(domain);
        return new ReportSection(
            $"plan-{number}",
            domain.Title,
            [
                new Block.Table([new TableRow(input.Words("Plan.Good"), input.Words($"Plan.Good.{code}"))]),
                new Block.NumberedList(
                [
                    .. Enumerable.Range(1, Exercises).Select(e => new ListEntry(
                        input.Words($"Plan.Exercise.{code}.{e}.Lead"), input.Words($"Plan.Exercise.{code}.{e}"))),
                ]),
                new Block.Table([new TableRow(input.Words("Plan.Progress"), input.Words($"Plan.Progress.{code}"))]),
            ]);
    }

    private static ReportSection Agreement(ReportInput input) => new(
        "agreement",
        input.Words("Plan.Agree.Heading"),
        [
            new Block.Paragraph(input.Words("Plan.Agree.Text")),
            new Block.Grid(
                input.Words("Plan.Agree.Caption"),
                input.Words("Plan.Agree.When"),
                [input.Words("Plan.Agree.What"), input.Words("Plan.Agree.Seen")],
                [.. Enumerable.Range(1, 3).Select(i => new GridRow(input.Words($"Plan.Agree.When.{i}"), ["", ""]))]),
            new Block.Paragraph(input.Words("Plan.Agree.Care"), Soft: true),
        ]);
}
