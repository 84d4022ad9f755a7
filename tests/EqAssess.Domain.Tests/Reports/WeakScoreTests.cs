using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class WeakScoreTests
{
    private static readonly ScaleScore Total = new(ScoringPlan.Total, 50, NotScoredBecause: null, 12, 24, 24);

    [Theory]
    [InlineData(.60, true)]
    [InlineData(.59, false)]
    [InlineData(-.10, false)]
    public void A_reliability_too_low_for_a_score_is_too_low_for_domains_and_follow_ups(double reliability, bool compared)
    {
        ReportDocument document = ReportComposer.Compose(Report(reliability, Total));

        Assert.Equal(compared, Standings(document).Contains("Domains.ReliablyBelow"));
        Assert.Equal(compared ? 3 : 2, Questions(document));
    }

    [Fact]
    public void An_attempt_without_a_score_has_no_domain_above_or_below()
    {
        ReportDocument document = ReportComposer.Compose(Report(.80, Total with { Percent = null, NotScoredBecause = NoEstimate.InsufficientData }));

        Assert.All(Standings(document), words => Assert.Equal("Domains.NotComparable", words));
        Assert.Equal(2, Questions(document));
    }

    [Fact]
    public void The_name_of_the_bar_says_that_its_error_is_assumed()
    {
        Block.ScoreBar bar = ReportComposer.Compose(Report(.60, Total)).Sections.SelectMany(s => s.Blocks).OfType<Block.ScoreBar>().Single();

        Assert.Contains("Overall.Assumed", bar.Label);
    }

    private static List<string> Standings(ReportDocument document) =>
        [.. document.Sections.Single(s => s.Code == "domains").Blocks.OfType<Block.Table>().Single().Rows.Select(r => r.Text)];

    private static int Questions(ReportDocument document) =>
        document.Sections.Single(s => s.Code == "interview").Blocks.OfType<Block.NumberedList>().Single().Entries.Count;

    /// <summary>Two domains of twelve scenarios, 90 and 10 percent.</summary>
    private static ReportInput Report(double reliability, ScaleScore total)
    {
        ScoringPlan plan = Sample.Plan(Sample.Scenario(1, "high", 1), Sample.Scenario(2, "low", 1)) with
        {
            Scales = [new ScaleStatistics(ScoringPlan.Total, reliability, 12, EstimateBasis.Assumed, Attempts: null, "")],
        };
        ScoreSheet sheet = new(plan.Id, Scorer.EngineVersion, "", total, [Domain("high", 90), Domain("low", 10)], [], [], ProfileCorrelation: null);
        return new ReportInput(
            "", "", "", "", "", sheet, plan, [new("high", "", "?", "?", []), new BankDomain("low", "", "?", "?", [])],
            37.5, 0, Simulated: false, new DateOnly(2026, 11, 12), "en", (key, arguments) => string.Join(' ', [key, .. arguments]));
    }

    private static ScaleScore Domain(string code, double percent) => new(code, percent, NotScoredBecause: null, .12 * percent, 12, 12);
}
