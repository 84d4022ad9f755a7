using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class ComparisonReportTests
{
    private static readonly ReportInput Input = SampleReport.Input();

    private static readonly ReportDocument Document =
        ComparisonReport.Compose(AllDocuments.Comparison(Input, ("Amara Okafor", 52), ("Bo Lind", 81), ("Carmen Reyes", 77)));

    [Fact]
    public void People_keep_the_order_in_which_they_were_selected_and_each_score_has_its_interval()
    {
        Block.ScoreLines lines = Block<Block.ScoreLines>("scores");

        Assert.Equal(["Comparison.Head(A|Amara Okafor)", "Comparison.Head(B|Bo Lind)", "Comparison.Head(C|Carmen Reyes)"], lines.Lines.Select(l => l.Head));
        Assert.All(lines.Lines, l => Assert.StartsWith("Comparison.Interval(", l.Score!.Interval, StringComparison.Ordinal));
        Assert.All(lines.Lines, l => Assert.True(l.Score!.ErrorIsAssumed));
    }

    /// <summary>19.07 points tell apart: 52 from the two others, and those not from each other.</summary>
    [Fact]
    public void The_matrix_says_of_each_pair_whether_they_differ_reliably_and_is_the_same_from_both_sides()
    {
        IReadOnlyList<GridRow> rows = Block<Block.Grid>("pairs").Rows;

        Assert.Equal(["—", "Comparison.Pair.Differ", "Comparison.Pair.Differ"], rows[0].Cells);
        Assert.Equal(["Comparison.Pair.Differ", "—", "Comparison.Pair.Alike"], rows[1].Cells);
        Assert.Equal(["Comparison.Pair.Differ", "Comparison.Pair.Alike", "—"], rows[2].Cells);
        Assert.StartsWith("Comparison.Pairs.From(19.06", Document.Text("pairs").Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_error_is_too_large_no_pair_is_marked_and_the_points_are_said()
    {
        ReportInput weak = Input.WithError(SampleReport.Estimated with { Reliability = 0.66 });

        string text = ComparisonReport.Compose(AllDocuments.Comparison(weak, ("A", 10), ("B", 95))).Text("pairs");

        Assert.Contains("Comparison.Pairs.TooWide(", text);
        Assert.Contains("Comparison.Pair.ErrorTooLarge", text);
        Assert.DoesNotContain("Differ", text);
    }

    [Fact]
    public void Scores_too_unreliable_for_one_person_are_left_out_with_the_reason()
    {
        ReportInput unreliable = Input.WithError(SampleReport.Estimated with { Reliability = 0.59 });

        ReportDocument document = ComparisonReport.Compose(AllDocuments.Comparison(unreliable, ("A", 10), ("B", 95)));

        Assert.All(Block<Block.ScoreLines>("scores", document).Lines, l => Assert.Equal((null, "Overall.TooUnreliable"), (l.Score, l.Label)));
        Assert.DoesNotContain("95", document.Text("scores"));
    }

    [Fact]
    public void Simulated_people_and_a_draft_key_are_said_first()
    {
        ReportDocument document = ComparisonReport.Compose(AllDocuments.Comparison(Input with { Simulated = true }, ("A", 10), ("B", 95)));

        Assert.Equal(
            ["Comparison.Simulated", "Overall.Key.Draft"],
            document.Sections[0].Blocks.Take(2).Select(b => Assert.IsType<Block.Caution>(b).Text));
    }

    private static T Block<T>(string section, ReportDocument? document = null)
        where T : Block =>
        Assert.Single((document ?? Document).Sections.Single(s => s.Code == section).Blocks.OfType<T>());
}
