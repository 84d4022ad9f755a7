using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Documents;

/// <summary>
/// The guide of one interview: a question for each domain, the same and in the same order for every candidate of a campaign, each with
/// anchors to mark the answer by; and a follow-up, without a mark, where a domain is reliably below the person's others.
/// </summary>
/// <remarks>It holds no score: an interviewer who knows one hears what fits it.</remarks>
public static class InterviewGuide
{
    private const int LinesForAnswer = 6;
    private const int LinesForFollowUp = 3;

    /// <summary>Marks that have a description; 2 and 4 lie between them.</summary>
    private static readonly int[] Anchored = [1, 3, 5];

    public static ReportDocument Compose(ReportInput input)
    {
        HashSet<string> below = [.. input.Standings().Where(s => s.Standing == Standing.ReliablyBelow).Select(s => s.Domain)];
        return new ReportDocument(
            ReportKind.InterviewGuide,
            input.Words("Guide.Instrument"),
            input.Candidate,
            input.Words("Guide.Subtitle", input.Campaign, input.ReportedOn),
            input.Words("Report.Handling"),
            input.Language,
            [How(input), .. input.Domains.Select((d, i) => Domain(input, d, i + 1, below.Contains(d.Code))), Afterwards(input)]);
    }

    /// <summary>What an answer to a domain's question is marked by, on every page that asks for a mark.</summary>
    public static IReadOnlyList<Anchor> AnchorsOf(BankDomain domain, ReportWords words) =>
        [.. Anchored.Select(mark => new Anchor(mark, words($"Guide.Anchor.{DomainWords.Of(domain)}.{mark}")))];

    private static ReportSection How(ReportInput input) => new(
        "how",
        input.Words("Guide.How.Heading"),
        [
            .. Simulated(input),
            new Block.Paragraph(input.Words("Guide.How.Same")),
            new Block.Paragraph(input.Words("Guide.How.Mark")),
            new Block.Paragraph(input.Words("Guide.How.NoScore")),
            new Block.Paragraph(input.Words("Guide.How.NeverAsk")),
        ]);

    private static IEnumerable<Block> Simulated(ReportInput input) =>
        input.Simulated ? [new Block.Caution(input.Words("Overall.Simulated"))] : [];

    private static ReportSection Domain(ReportInput input, BankDomain domain, int number, bool below) => new(
        $"question-{number}",
        input.Words("Guide.Question.Heading", number, domain.Title),
        [
            new Block.Question(
                input.Words("Guide.All"),
                input.Words("Interview.Question", domain.InterviewQuestion.Trim()),
                input.Words("Guide.Notes"),
                LinesForAnswer,
                input.Words("Guide.Mark"),
                AnchorsOf(domain, input.Words)),
            .. below ? [FollowUp(input, domain)] : Enumerable.Empty<Block>(),
        ]);

    private static Block FollowUp(ReportInput input, BankDomain domain) => new Block.Question(
        input.Words("Guide.FollowUp"),
        input.Words("Interview.Question", domain.FollowUp.Trim()),
        input.Words("Guide.FollowUp.Notes"),
        LinesForFollowUp,
        Score: null,
        []);

    private static ReportSection Afterwards(ReportInput input) => new(
        "afterwards",
        input.Words("Guide.After.Heading"),
        [
            new Block.Paragraph(input.Words("Guide.After.Text")),
            new Block.Grid(
                input.Words("Guide.After.Caption"),
                input.Words("Guide.After.Domain"),
                [input.Words("Guide.After.Mark"), input.Words("Guide.After.Why")],
                [.. input.Domains.Select(d => new GridRow(d.Title, ["", ""]))]),
            new Block.Table([.. new[] { "Interviewer", "Day" }.Select(who => new TableRow(input.Words($"Guide.After.{who}"), ""))]),
        ]);
}
