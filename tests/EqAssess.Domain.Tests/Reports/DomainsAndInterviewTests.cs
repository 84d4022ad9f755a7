using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class DomainsAndInterviewTests
{
    private static readonly ReportInput Input = SampleReport.Input();

    [Fact]
    public void Domains_stand_in_words_and_without_any_number()
    {
        string text = ReportComposer.Compose(Input).Text("domains");

        Assert.DoesNotContain(text, char.IsDigit);
        Assert.Contains("Domains.Why", text);
        Assert.Contains("Listening and probing:  Domains.LikeTheOthers", text);
        Assert.Contains("Calming and resolving: Domains.ReliablyBelow.Mark Domains.ReliablyBelow", text);
        Assert.Contains("Domains.ChanceOfFour Domains.Assumed", text);
    }

    [Fact]
    public void A_domain_above_the_others_is_marked_and_opens_no_follow_up()
    {
        ReportDocument document = ReportComposer.Compose(Input with { Sheet = SampleReport.Sheet(40, 45, 50, 95) });

        Assert.Contains("Calming and resolving: Domains.ReliablyAbove.Mark", document.Text("domains"));
        Assert.DoesNotContain("Interview.FollowUp", document.Text("interview"));
    }

    [Fact]
    public void Everybody_gets_the_same_questions_and_a_follow_up_only_where_a_domain_is_reliably_below()
    {
        IReadOnlyList<ListEntry> marked = Questions(Input);
        IReadOnlyList<ListEntry> unmarked = Questions(Input with { Sheet = SampleReport.Sheet(70, 70, 72, 71) });

        Assert.Equal(Input.Domains.Select(d => d.Title), unmarked.Select(q => q.Lead));
        Assert.Equal(unmarked, marked.Take(4));
        ListEntry followUp = Assert.Single(marked.Skip(4));
        Assert.Equal("Interview.FollowUp(Calming and resolving)", followUp.Lead);
        Assert.Contains("the most difficult moment", followUp.Text);
    }

    [Fact]
    public void A_domain_just_short_of_reliably_below_is_called_like_the_others()
    {
        double error = 13 * Math.Sqrt(0.28) * Math.Sqrt(4 + (24.0 / 18));
        string just = ReportComposer.Compose(Input with { Sheet = SampleReport.Sheet(80, 80, 80, 80 - (1.95 * error)) }).Text();
        string beyond = ReportComposer.Compose(Input with { Sheet = SampleReport.Sheet(80, 80, 80, 80 - (1.97 * error)) }).Text();

        Assert.DoesNotContain("ReliablyBelow", just);
        Assert.Contains("ReliablyBelow", beyond);
    }

    [Fact]
    public void Where_nothing_can_be_compared_the_report_says_so_and_leaves_out_the_note_on_chance()
    {
        string text = ReportComposer.Compose(Input.WithError()).Text("domains");

        Assert.Contains("Domains.NotComparable", text);
        Assert.DoesNotContain("Domains.Chance", text);
    }

    [Fact]
    public void The_one_in_ten_is_said_of_four_domains_only()
    {
        ReportInput three = Input with { Sheet = SampleReport.Sheet(70, 71, 72), Domains = [.. Input.Domains.Take(3)] };

        string text = ReportComposer.Compose(three).Text("domains");

        Assert.Contains("Domains.Chance ", text);
        Assert.DoesNotContain("ChanceOfFour", text);
    }

    [Fact]
    public void A_scored_domain_that_the_bank_does_not_know_is_a_defect() =>
        Assert.Throws<InvalidOperationException>(() => ReportComposer.Compose(Input with { Domains = [.. Input.Domains.Take(3)] }));

    private static IReadOnlyList<ListEntry> Questions(ReportInput input) =>
        ReportComposer.Compose(input).Sections.Single(s => s.Code == "interview").Blocks.OfType<Block.NumberedList>().Single().Entries;
}
