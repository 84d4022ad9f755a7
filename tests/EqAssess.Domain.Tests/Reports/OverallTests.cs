using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Reports;

public sealed class OverallTests
{
    [Fact]
    public void While_the_error_is_assumed_the_report_says_so_beside_the_score()
    {
        ReportDocument document = ReportComposer.Compose(SampleReport.Input());

        Assert.Contains("Overall.Assumed(0.72)", document.Text("overall"));
        Assert.Contains("Cautions.Assumed", document.Text("cautions"));
        Assert.Contains("Provenance.Assumed(0.72|13|planning values, no data)", document.Text("provenance"));
        Assert.True(Bar(document).ErrorIsAssumed);
    }

    [Fact]
    public void An_estimated_error_names_the_attempts_behind_it()
    {
        ReportDocument document = ReportComposer.Compose(SampleReport.Input().WithError(SampleReport.Estimated));

        Assert.Contains("Overall.Estimated(0.74|412)", document.Text("overall"));
        Assert.DoesNotContain("Assumed", document.Text());
        Assert.False(Bar(document).ErrorIsAssumed);
    }

    [Fact]
    public void An_estimate_without_a_number_of_attempts_counts_as_assumed()
    {
        ReportDocument document = ReportComposer.Compose(SampleReport.Input().WithError(SampleReport.Estimated with { Attempts = null }));

        Assert.Contains("Overall.Assumed", document.Text());
    }

    [Fact]
    public void The_bar_carries_the_unrounded_score_its_error_and_the_unclipped_interval()
    {
        Block.ScoreBar bar = Bar(ReportComposer.Compose(SampleReport.Input() with { Sheet = SampleReport.Sheet(95, 96, 97, 98.2) }));

        Assert.Equal(96.55, bar.Score, 1e-12);
        Assert.Equal(13 * Math.Sqrt(0.28), bar.StandardError, 1e-12);
        Assert.Equal(96.55 + (ErrorOfMeasurement.Z95 * bar.StandardError), bar.Upper, 1e-12);
        Assert.True(bar.Upper > 100);
        Assert.Contains("|100|", bar.Label);
    }

    [Theory]
    [InlineData(69.25)]
    [InlineData(50)]
    [InlineData(12.5)]
    [InlineData(99.4)]
    public void The_whole_scores_said_to_be_alike_are_just_those_that_do_not_differ_reliably(double percent)
    {
        ReportInput input = SampleReport.Input() with { Sheet = SampleReport.Sheet(percent, percent, percent, percent) };
        var score = (OverallScore.Shown)OverallScore.Of(input.Sheet, input.Plan);
        double error = ErrorOfMeasurement.StandardErrorOfDifference(score.StandardError, score.StandardError);

        IEnumerable<int> alike = Enumerable.Range(0, 101).Where(s => !ErrorOfMeasurement.DifferReliably(s, percent, error));

        Assert.Equal((score.AlikeFrom, score.AlikeTo), (alike.First(), alike.Last()));
    }

    [Fact]
    public void A_score_without_error_is_at_least_like_itself()
    {
        ReportInput input = SampleReport.Input().WithError(SampleReport.Assumed with { Reliability = 1 }) with { Sheet = SampleReport.Sheet(71.3, 71.3, 71.3, 71.3) };

        Assert.Contains("Overall.Alike(71|71)", ReportComposer.Compose(input).Text("overall"));
    }

    [Fact]
    public void An_attempt_that_is_not_scored_gets_words_and_no_bar()
    {
        ScoreSheet sheet = SampleReport.Sheet(70, 70, 70, 70);
        ReportInput input = SampleReport.Input() with { Sheet = sheet with { Total = sheet.Total with { Percent = null, NotScoredBecause = NoEstimate.InsufficientData } } };

        ReportDocument document = ReportComposer.Compose(input);

        Assert.Contains("Overall.NotScored.InsufficientData", document.Text("overall"));
        Assert.Empty(document.Sections[0].Blocks.OfType<Block.ScoreBar>());
        Assert.DoesNotContain("Cautions.Chance", document.Text());
    }

    [Fact]
    public void No_score_is_shown_without_a_known_error_or_with_a_reliability_below_60()
    {
        string unknown = ReportComposer.Compose(SampleReport.Input().WithError()).Text();
        string low = ReportComposer.Compose(SampleReport.Input().WithError(SampleReport.Estimated with { Reliability = 0.599 })).Text();

        Assert.Contains("Overall.ErrorUnknown", unknown);
        Assert.Contains("Overall.TooUnreliable", low);
        Assert.DoesNotContain("Overall.Label", unknown + low);
    }

    private static Block.ScoreBar Bar(ReportDocument document) => document.Sections[0].Blocks.OfType<Block.ScoreBar>().Single();
}
