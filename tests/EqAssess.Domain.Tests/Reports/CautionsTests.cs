using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class CautionsTests
{
    private static readonly ReportInput Input = SampleReport.Input();

    [Theory]
    [InlineData(KeyStatus.Draft, true)]
    [InlineData(KeyStatus.Simulated, true)]
    [InlineData(KeyStatus.Provisional, false)]
    public void A_key_without_a_full_panel_is_a_caution_and_a_draft_is_named_beside_the_score_too(KeyStatus status, bool besideTheScore)
    {
        ReportDocument document = ReportComposer.Compose(Input.WithPlan(p => p with { KeyStatus = status }));

        Assert.Contains($"Cautions.Key.{status}", document.Text("cautions"));
        Assert.Equal(besideTheScore, document.Text("overall").Contains($"Overall.Key.{status}"));
    }

    [Fact]
    public void A_panel_key_needs_no_caution() =>
        Assert.DoesNotContain("Cautions.Key", ReportComposer.Compose(Input.WithPlan(p => p with { KeyStatus = KeyStatus.Panel })).Text());

    [Fact]
    public void A_simulated_candidate_is_named_as_such_twice()
    {
        ReportDocument document = ReportComposer.Compose(Input with { Simulated = true });

        Assert.Contains("Overall.Simulated", document.Text("overall"));
        Assert.Contains("Cautions.Simulated", document.Text("cautions"));
        Assert.DoesNotContain("Simulated", ReportComposer.Compose(Input).Text());
    }

    [Fact]
    public void Domains_that_the_job_does_not_need_are_named_as_not_scored()
    {
        ReportDocument document = ReportComposer.Compose(Input.WithPlan(p => p with { LeftOut = ["express", "resolve"] }));

        Assert.Contains("Cautions.NotScored(Choosing empathic words, Calming and resolving)", document.Text("cautions"));
        Assert.DoesNotContain("Cautions.NotScored", ReportComposer.Compose(Input).Text());
    }

    [Fact]
    public void Scenarios_norms_chance_supervision_and_who_decides_are_always_said()
    {
        string text = ReportComposer.Compose(Input).Text("cautions");

        Assert.Contains("Cautions.Sample(24)", text);
        Assert.Contains("Cautions.NoNormsYet(63|100)", text);
        Assert.Contains("Cautions.Chance(37.5)", text);
        Assert.Contains("Cautions.Unsupervised", text);
        Assert.EndsWith("Cautions.NoDecision", text);
    }

    [Fact]
    public void From_100_attempts_on_the_report_still_says_that_it_uses_no_norms()
    {
        string text = ReportComposer.Compose(Input with { ValidFirstAttempts = 100 }).Text("cautions");

        Assert.Contains("Cautions.NoNorms", text);
        Assert.DoesNotContain("NoNormsYet", text);
    }

    [Fact]
    public void A_reliability_below_70_asks_for_other_evidence()
    {
        string low = ReportComposer.Compose(Input.WithError(SampleReport.Assumed with { Reliability = 0.69 })).Text("cautions");

        Assert.Contains("Cautions.Reliability(0.69)", low);
        Assert.DoesNotContain("Cautions.Reliability", ReportComposer.Compose(Input).Text());
    }

    [Theory]
    [InlineData(ScoreFlag.ConstantRatings)]
    [InlineData(ScoreFlag.ManyOmissions)]
    public void An_unusual_answer_pattern_is_named_and_without_one_the_report_says_so(ScoreFlag flag)
    {
        string flagged = ReportComposer.Compose(Input with { Sheet = Input.Sheet with { Flags = [flag] } }).Text("cautions");

        Assert.Contains($"Cautions.Flag.{flag}", flagged);
        Assert.DoesNotContain("Cautions.NoFlags", flagged);
        Assert.Contains("Cautions.NoFlags", ReportComposer.Compose(Input).Text("cautions"));
    }
}
