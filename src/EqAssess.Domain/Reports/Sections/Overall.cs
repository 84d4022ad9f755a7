using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>The score of the whole test with its error, or why there is none.</summary>
public sealed class Overall : IReportSection
{
    public string Code => "overall";

    public ReportSection Build(ReportInput input) =>
        new(Code, input.Words("Overall.Heading"), [.. Notices(input), .. Blocks(OverallScore.Of(input.Sheet, input.Plan), input.Words)]);

    /// <summary>What must be seen before the score is; the section on care says more.</summary>
    private static IEnumerable<Block> Notices(ReportInput input)
    {
        if (input.Simulated)
        {
            yield return new Block.Caution(input.Words("Overall.Simulated"));
        }

        if (input.Plan.KeyStatus is KeyStatus.Draft or KeyStatus.Simulated)
        {
            yield return new Block.Caution(input.Words($"Overall.Key.{input.Plan.KeyStatus}"));
        }
    }

    private static IEnumerable<Block> Blocks(OverallScore score, ReportWords words) => score switch
    {
        OverallScore.Shown shown => Shown(shown, words),
        OverallScore.NotScored none => [new Block.Paragraph(words($"Overall.NotScored.{none.Reason}"))],
        OverallScore.ErrorUnknown => [new Block.Paragraph(words("Overall.ErrorUnknown"))],
        OverallScore.TooUnreliable => [new Block.Paragraph(words("Overall.TooUnreliable"))],
        _ => throw new ArgumentOutOfRangeException(nameof(score), score, "Unknown kind of overall score."),
    };

    private static IEnumerable<Block> Shown(OverallScore.Shown score, ReportWords words)
    {
        string basis = Basis(score.Statistics, words);
        double lower = Math.Max(0, score.Lower);
        double upper = Math.Min(100, score.Upper);
        yield return new Block.ScoreBar(
            words("Overall.Scale"),
            score.Percent,
            Minimum: 0,
            Maximum: 100,
            score.StandardError,
            score.Lower,
            score.Upper,
            score.Statistics.IsAssumed(),
            words("Overall.Label", score.Percent, lower, upper, basis));
        yield return new Block.Paragraph(words("Overall.Interval", lower, upper));
        yield return new Block.Paragraph(basis);
        yield return new Block.Paragraph(words("Overall.Alike", score.AlikeFrom, score.AlikeTo));
    }

    private static string Basis(ScaleStatistics statistics, ReportWords words) => statistics.IsAssumed()
        ? words("Overall.Assumed", statistics.Reliability)
        : words("Overall.Estimated", statistics.Reliability, statistics.Attempts ?? 0);
}
