using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports.Sections;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Documents;

/// <summary>
/// Two to eight people side by side. It ranks nobody: people stand in the order in which they were given, and it says of each pair
/// whether the scores differ reliably, or why that cannot be said.
/// </summary>
public static class ComparisonReport
{
    public static ReportDocument Compose(ComparisonInput input) => new(
        ReportKind.Comparison,
        input.Words("Report.Instrument"),
        input.Words("Comparison.Title", input.People.People.Count),
        input.Words("Report.Subtitle", input.Campaign, input.ReportedOn),
        input.Words("Report.Handling"),
        input.Language,
        [Scores(input), Pairs(input), Domains(input), Patterns(input), Cautions(input), Origin(input)]);

    /// <summary>A to H: a column of a matrix has no room for a name.</summary>
    private static string Letter(int person) => ((char)('A' + person)).ToString();

    private static string Head(ComparisonInput input, int person) =>
        input.Words("Comparison.Head", Letter(person), input.People.People[person].Label);

    private static IEnumerable<int> Everybody(ComparisonInput input) => Enumerable.Range(0, input.People.People.Count);

    private static ReportSection Scores(ComparisonInput input) => new(
        "scores",
        input.Words("Comparison.Scores.Heading"),
        [
            .. Notices(input),
            new Block.Paragraph(input.Words("Comparison.Scores.Read"), Soft: true),
            new Block.ScoreLines(
                input.Words("Comparison.Scores.Caption"),
                [.. new[] { "Person", "Score", "Interval", "Line" }.Select(c => input.Words($"Comparison.Column.{c}"))],
                Minimum: 0,
                Maximum: 100,
                [.. Everybody(input).Select(i => Line(input, i))]),
        ]);

    private static IEnumerable<Block> Notices(ComparisonInput input)
    {
        if (input.People.People.Any(p => p.Simulated))
        {
            yield return new Block.Caution(input.Words("Comparison.Simulated"));
        }

        if (input.Plan.KeyStatus is KeyStatus.Draft or KeyStatus.Simulated)
        {
            yield return new Block.Caution(input.Words($"Overall.Key.{input.Plan.KeyStatus}"));
        }
    }

    private static ScoreLine Line(ComparisonInput input, int person) => input.People.People[person].Score switch
    {
        OverallScore.Shown shown => Line(input, person, shown),
        OverallScore.NotScored none => new ScoreLine(Head(input, person), null, input.Words($"Overall.NotScored.{none.Reason}")),
        OverallScore.ErrorUnknown => new ScoreLine(Head(input, person), null, input.Words("Overall.ErrorUnknown")),
        _ => new ScoreLine(Head(input, person), null, input.Words("Overall.TooUnreliable")),
    };

    private static ScoreLine Line(ComparisonInput input, int person, OverallScore.Shown shown)
    {
        double lower = Math.Max(0, shown.Lower);
        double upper = Math.Min(100, shown.Upper);
        bool assumed = shown.Statistics.IsAssumed();
        return new ScoreLine(
            Head(input, person),
            new LineScore(shown.Percent, shown.StandardError, shown.Lower, shown.Upper, assumed, input.Words("Comparison.Interval", lower, upper)),
            input.Words("Comparison.Label", shown.Percent, lower, upper));
    }

    private static ReportSection Pairs(ComparisonInput input) => new(
        "pairs",
        input.Words("Comparison.Pairs.Heading"),
        [
            new Block.Paragraph(input.People.Difference switch
            {
                null => input.Words("Comparison.Pairs.NoCommon"),
                { IsUseful: true } difference => input.Words("Comparison.Pairs.From", difference.Points),
                ReliableDifference difference => input.Words("Comparison.Pairs.TooWide", difference.Points),
            }),
            new Block.Grid(
                input.Words("Comparison.Pairs.Caption"),
                input.Words("Comparison.Column.Person"),
                [.. Everybody(input).Select(Letter)],
                [.. Everybody(input).Select(i => new GridRow(Head(input, i), [.. Everybody(input).Select(j => Pair(input, i, j))]))]),
        ]);

    private static string Pair(ComparisonInput input, int one, int other) => one == other ? "—" : input.People.Between(one, other) switch
    {
        ScoreComparison.Made { DifferReliably: true } => input.Words("Comparison.Pair.Differ"),
        ScoreComparison.Made => input.Words("Comparison.Pair.Alike"),
        ScoreComparison.Refused refused => input.Words($"Comparison.Pair.{refused.Reason}"),
        ScoreComparison unknown => throw new ArgumentOutOfRangeException(nameof(other), unknown, "Unknown kind of comparison."),
    };

    private static ReportSection Domains(ComparisonInput input) => new(
        "standings",
        input.Words("Domains.Heading"),
        [
            new Block.Paragraph(input.Words("Comparison.Domains.Why"), Soft: true),
            new Block.Grid(
                input.Words("Comparison.Domains.Caption"),
                input.Words("Comparison.Column.Person"),
                [.. input.Domains.Select(d => d.Title)],
                [.. Everybody(input).Select(i => new GridRow(Head(input, i), [.. input.Domains.Select(d => Standing(input, i, d))]))]),
        ]);

    private static string Standing(ComparisonInput input, int person, BankDomain domain)
    {
        Scoring.Standing standing = input.People.People[person].Domains.FirstOrDefault(d => d.Domain == domain.Code)?.Standing
            ?? Scoring.Standing.NotComparable;
        return input.Words($"Comparison.Standing.{standing}");
    }

    private static ReportSection Patterns(ComparisonInput input) => new(
        "patterns",
        input.Words("Comparison.Patterns.Heading"),
        [new Block.Table([.. Everybody(input).Select(i => new TableRow(Head(input, i), Pattern(input, input.People.People[i])))])]);

    private static string Pattern(ComparisonInput input, ComparedPerson person) => person.Flags.Count == 0
        ? input.Words("Comparison.Pattern.None")
        : string.Join(' ', person.Flags.Select(f => input.Words($"Comparison.Pattern.{f}")));

    private static ReportSection Cautions(ComparisonInput input) => new(
        "cautions",
        input.Words("Comparison.Cautions.Heading"),
        [
            .. new[]
            {
                input.Words("Comparison.Cautions.Order"),
                input.Words("Comparison.Cautions.Choose"),
                input.Words("Cautions.Sample", input.Plan.Items.Count),
                input.Words("Cautions.Chance", input.ChancePercent),
                input.Words("Cautions.Unsupervised"),
                input.Words("Comparison.Cautions.NoDecision"),
            }.Concat(NotScored(input)).Select(text => new Block.Caution(text)),
        ]);

    private static IEnumerable<string> NotScored(ComparisonInput input) => input.Plan.LeftOut.Count == 0
        ? []
        : [input.Words("Cautions.NotScored", string.Join(", ", input.Domains.Where(d => input.Plan.LeftOut.Contains(d.Code)).Select(d => d.Title)))];

    private static ReportSection Origin(ComparisonInput input) => new(
        "provenance",
        input.Words("Comparison.Origin"),
        [new Block.Table([.. Provenance.OfTest(new ReportedTest(input.BankTitle, input.FormName, input.FormVersion, input.Plan, input.Words))])]);
}

/// <param name="Plan">That of the campaign, under which its scores are shown.</param>
/// <param name="ChancePercent">Expected score, 0 to 100, of someone who answers at random.</param>
/// <param name="Language">BCP 47 tag of the texts that <paramref name="Words"/> gives.</param>
public sealed record ComparisonInput(
    PeopleComparison People,
    string Campaign,
    string BankTitle,
    string FormName,
    string FormVersion,
    ScoringPlan Plan,
    IReadOnlyList<BankDomain> Domains,
    double ChancePercent,
    DateOnly ReportedOn,
    string Language,
    ReportWords Words);
