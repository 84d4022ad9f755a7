using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;

namespace EqAssess.Domain.Tests.Reports;

public sealed class InterviewGuideTests
{
    private static readonly ReportInput Input = SampleReport.Input();

    [Fact]
    public void Everybody_gets_one_question_for_each_domain_in_the_same_words_with_three_anchors()
    {
        Block.Question[] marked = Questions(Input);
        Block.Question[] other = Questions(Input with { Sheet = SampleReport.Sheet(70, 70, 72, 71), Candidate = "Somebody else" });

        Assert.Equal(4, marked.Count(q => q.Score is not null));
        Assert.Equal(marked.Where(q => q.Score is not null).Select(q => (q.Lead, q.Text)), other.Select(q => (q.Lead, q.Text)));
        Assert.All(other, q => Assert.Equal([1, 3, 5], q.Anchors.Select(a => a.Mark)));
        Assert.Equal("Guide.Anchor.recognise.1", other[0].Anchors[0].Text);
    }

    [Fact]
    public void A_follow_up_stands_only_where_a_domain_is_reliably_below_and_gets_no_mark()
    {
        Block.Question followUp = Assert.Single(Questions(Input), q => q.Score is null);

        Assert.Equal("Guide.FollowUp", followUp.Lead);
        Assert.Contains("the most difficult moment", followUp.Text);
        Assert.Empty(followUp.Anchors);
        Assert.DoesNotContain(Questions(Input with { Sheet = SampleReport.Sheet(70, 70, 72, 71) }), q => q.Score is null);
    }

    /// <summary>An interviewer who knows a score hears what fits it.</summary>
    [Fact]
    public void It_holds_no_score_and_no_word_about_one()
    {
        ReportDocument guide = InterviewGuide.Compose(Input);

        Assert.DoesNotContain(guide.Sections.SelectMany(s => s.Blocks), b => b is Block.ScoreBar or Block.ScoreLines);
        Assert.DoesNotContain("69", guide.Text());
        Assert.DoesNotContain("Domains.", guide.Text());
    }

    [Fact]
    public void What_is_too_unreliable_for_a_word_opens_no_follow_up() =>
        Assert.DoesNotContain(Questions(Input.WithError(SampleReport.Estimated with { Reliability = 0.59 })), q => q.Score is null);

    [Fact]
    public void A_domain_that_a_bank_has_made_up_has_anchors_too() =>
        Assert.Equal("Guide.Anchor.other.5", Questions(Input.WithDomain("our-own"))[0].Anchors[2].Text);

    private static Block.Question[] Questions(ReportInput input) =>
        [.. InterviewGuide.Compose(input).Sections.SelectMany(s => s.Blocks).OfType<Block.Question>()];
}
