using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>What a reader must know before using the score.</summary>
public sealed class Cautions : IReportSection
{
    /// <summary>Attempts below which there are no norms (reference 3.4).</summary>
    private const int AttemptsForNorms = 100;

    public string Code => "cautions";

    public ReportSection Build(ReportInput input) => new(
        Code,
        input.Words("Cautions.Heading"),
        [.. Texts(input).Select(text => new Block.Caution(text))]);

    private static IEnumerable<string> Texts(ReportInput input) =>
    [
        .. AboutTheAttempt(input),
        .. AboutTheError(OverallScore.Of(input.Sheet, input.Plan), input),
        input.Words("Cautions.Sample", input.Plan.Items.Count),
        .. NotScored(input),
        .. AnswerPattern(input),
        input.Words("Cautions.Unsupervised"),
        input.Words("Cautions.NoDecision"),
    ];

    private static IEnumerable<string> AboutTheAttempt(ReportInput input)
    {
        if (input.Simulated)
        {
            yield return input.Words("Cautions.Simulated");
        }

        if (input.Plan.KeyStatus != KeyStatus.Panel)
        {
            yield return input.Words($"Cautions.Key.{input.Plan.KeyStatus}");
        }
    }

    private static IEnumerable<string> AboutTheError(OverallScore score, ReportInput input)
    {
        if (score is not OverallScore.Shown { Statistics: ScaleStatistics statistics })
        {
            yield break;
        }

        if (statistics.IsAssumed())
        {
            yield return input.Words("Cautions.Assumed");
        }

        if (statistics.Reliability < OverallScore.AdequateReliability)
        {
            yield return input.Words("Cautions.Reliability", statistics.Reliability);
        }

        yield return input.Normed() is NormedScore.Ranked or NormedScore.Banded ? input.Words("Cautions.Norms")
            : input.ValidFirstAttempts < AttemptsForNorms ? input.Words("Cautions.NoNormsYet", input.ValidFirstAttempts, AttemptsForNorms)
            : input.Words("Cautions.NoNorms");
        yield return input.Words("Cautions.Chance", input.ChancePercent);
    }

    private static IEnumerable<string> NotScored(ReportInput input) => input.Plan.LeftOut.Count == 0
        ? []
        : [input.Words("Cautions.NotScored", string.Join(", ", input.Domains.Where(d => input.Plan.LeftOut.Contains(d.Code)).Select(d => d.Title)))];

    private static IEnumerable<string> AnswerPattern(ReportInput input) => input.Sheet.Flags.Count == 0
        ? [input.Words("Cautions.NoFlags")]
        : input.Sheet.Flags.Select(flag => input.Words($"Cautions.Flag.{flag}"));
}
