using EqAssess.Domain.Monitoring;
using static EqAssess.Domain.Tests.Monitoring.Counted;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>Two tables that follow each other tell of nobody who came between them.</summary>
public sealed class RenewalTests
{
    private static readonly GroupTable Before = Shown(("female", 60, 20), ("male", 50, 25), ("unknown", 20, 8));

    [Fact]
    public void One_person_more_leaves_the_table_as_it_was()
    {
        Assert.False(Renewal.MayReplace(Before, Shown(("female", 61, 20), ("male", 50, 25), ("unknown", 20, 8))));
        Assert.False(Renewal.MayReplace(Before, Shown(("female", 60, 21), ("male", 50, 25), ("unknown", 20, 8))));
    }

    [Fact]
    public void Five_of_each_side_that_moves_are_enough()
    {
        Assert.True(Renewal.MayReplace(Before, Shown(("female", 70, 25), ("male", 50, 25), ("unknown", 20, 8))));
        Assert.True(Renewal.MayReplace(Before, Shown(("female", 70, 30), ("male", 60, 30), ("unknown", 20, 8))));
    }

    [Fact]
    public void Those_who_did_not_pass_are_a_count_too() =>
        Assert.False(Renewal.MayReplace(Before, Shown(("female", 66, 25), ("male", 50, 25), ("unknown", 20, 8))));

    [Fact]
    public void A_hidden_count_that_comes_into_view_does_not_tell_what_it_was()
    {
        GroupTable hidden = Shown(("female", 60, 4), ("male", 50, 25), ("unknown", 20, 8));

        Assert.Equal(CellMark.Few, hidden.Rows[0].Passed[SelectionStage.Shortlisted].Mark);
        Assert.False(Renewal.MayReplace(hidden, Shown(("female", 60, 6), ("male", 50, 25), ("unknown", 20, 8))));
    }

    [Fact]
    public void A_withdrawn_answer_does_not_hide_what_was_shown() => Assert.False(Renewal.MayReplace(
        Shown(("female", 60, 20), ("male", 60, 25), ("unknown", 0, 0)), Shown(("female", 59, 20), ("male", 60, 25), ("unknown", 1, 0))));

    [Fact]
    public void A_table_that_may_not_be_replaced_stays_with_its_time_and_takes_the_rounded_cuts()
    {
        var funnel = new CampaignFunnel(1, 1, 1, 1, 0, 0, 0, 1);
        var before = new SelectionSnapshot(funnel, [Before], []);
        GroupTable more = Disclosure.Of(Of(("female", 61, 20), ("male", 50, 25), ("unknown", 20, 8)), Then.AddDays(1), closed: true);

        GroupTable kept = Assert.Single(new SelectionSnapshot(funnel, [more], []).After(before).Questions);

        Assert.Equal((Then, 60), (kept.CountedAt, kept.Rows[0].People.Count));
        Assert.Equal(60, kept.Rows[0].Cuts![0]);
    }

    [Fact]
    public void What_a_closed_campaign_showed_stays_when_it_is_opened_again()
    {
        var funnel = new CampaignFunnel(1, 1, 1, 1, 0, 0, 0, 1);
        var crossed = new CrossedGroups("sex", "race-us", Then, 130, 53, [new CrossedCell("female", "white", 60, 20, 30)]);
        GroupTable closed = Disclosure.Of(Of(("female", 60, 20), ("male", 50, 25), ("unknown", 20, 8)), Then, closed: true);
        GroupTable again = Disclosure.Of(Of(("female", 61, 20), ("male", 50, 25), ("unknown", 20, 8)), Then.AddDays(1));

        SelectionSnapshot after = new SelectionSnapshot(funnel, [again], []).After(new SelectionSnapshot(funnel, [closed], [crossed]));

        Assert.Equal([crossed], after.Crossed);
        Assert.Equal(60, after.Questions[0].Rows[0].Cuts![0]);
    }

    [Fact]
    public void The_same_counts_later_are_no_news()
    {
        var funnel = new CampaignFunnel(1, 1, 1, 1, 0, 0, 0, 1);
        var before = new SelectionSnapshot(funnel, [Before], []);
        GroupTable same = Disclosure.Of(Of(("female", 60, 20), ("male", 50, 25), ("unknown", 20, 8)), Then.AddDays(1));

        SelectionSnapshot after = new SelectionSnapshot(funnel, [same], []).After(before);

        Assert.True(after.SaysWhat(before));
        Assert.Equal(Then, after.Questions[0].CountedAt);
    }
}
