using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;

namespace EqAssess.Domain.Tests.Reports;

public sealed class DevelopmentPlanTests
{
    private static readonly ReportInput Input = SampleReport.Input();

    [Fact]
    public void Each_domain_has_what_good_looks_like_three_exercises_and_how_progress_is_seen()
    {
        ReportDocument plan = DevelopmentPlan.Compose(Input);

        foreach ((string code, int number) in new[] { ("recognise", 1), ("listen", 2), ("express", 3), ("resolve", 4) })
        {
            string text = plan.Text($"plan-{number}");
            Assert.Contains($"Plan.Good.{code}", text);
            Assert.All([1, 2, 3], e => Assert.Contains($"Plan.Exercise.{code}.{e}.Lead: Plan.Exercise.{code}.{e}", text));
            Assert.Contains($"Plan.Progress.{code}", text);
        }
    }

    [Fact]
    public void It_begins_where_the_test_gave_a_reason_to_and_says_so_where_it_gave_none()
    {
        Assert.Contains("Plan.Begin.With(Calming and resolving)", DevelopmentPlan.Compose(Input).Text("beginning"));
        Assert.Contains("Plan.Begin.Choose", DevelopmentPlan.Compose(Input with { Sheet = SampleReport.Sheet(70, 70, 72, 71) }).Text("beginning"));
    }

    [Fact]
    public void It_holds_no_score()
    {
        ReportDocument plan = DevelopmentPlan.Compose(Input);

        Assert.DoesNotContain(plan.Sections.SelectMany(s => s.Blocks), b => b is Block.ScoreBar or Block.ScoreLines);
        Assert.DoesNotContain("69", plan.Text());
        Assert.DoesNotContain("42", plan.Text());
    }
}
