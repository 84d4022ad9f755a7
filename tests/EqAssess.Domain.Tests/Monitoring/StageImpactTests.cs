using EqAssess.Domain.Monitoring;
using static EqAssess.Domain.Tests.Monitoring.Counted;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>What may be said of rates, small groups and hidden counts included.</summary>
public sealed class StageImpactTests
{
    /// <summary>Uniform Guidelines, question 12, as in oracle case 08_adverse_impact.</summary>
    [Fact]
    public void Twelve_of_forty_against_forty_eight_of_eighty_differ()
    {
        GroupTable table = Shown(("black", 40, 12), ("white", 80, 48), ("unknown", 10, 5));

        ImpactLine black = table.Line("black");

        Assert.Equal(ImpactFinding.RatesDiffer, black.Finding);
        Assert.Equal(0.5, black.Pair!.Ratio.OrNull!.Value, 1e-12);
        Assert.Equal(-3.098387, black.Pair.Z.OrNull!.Value, 1e-6);
        Assert.Equal(8, black.Pair.Shortfall, 1e-9);
        Assert.Equal(ImpactFinding.Reference, table.Line("white").Finding);
    }

    [Fact]
    public void Nobody_of_sixty_is_found_although_the_count_is_hidden()
    {
        GroupTable table = Shown(("female", 60, 0), ("male", 60, 27), ("unknown", 20, 6));

        Assert.Equal(CellMark.Few, table.Line("female").Passed.Mark);
        Assert.Equal(ImpactFinding.RatesDiffer, table.Line("female").Finding);
        Assert.Null(table.Line("female").Pair);
        Assert.Null(table.Line("female").Rate);
    }

    [Fact]
    public void Nothing_is_said_where_the_hidden_counts_leave_it_open()
    {
        GroupTable table = Shown(("female", 60, 4), ("male", 60, 11), ("unknown", 20, 6));

        Assert.Equal(ImpactFinding.Withheld, table.Line("female").Finding);
    }

    [Fact]
    public void Below_thirty_there_is_no_verdict_and_no_reference()
    {
        GroupTable table = Shown(("female", 29, 6), ("male", 80, 40), ("unknown", 12, 6));

        Assert.Equal(ImpactFinding.NotEnoughData, table.Line("female").Finding);
        Assert.Equal(ImpactFinding.NotEnoughData, Shown(("female", 20, 10), ("male", 25, 10), ("unknown", 12, 6)).Line("male").Finding);
    }

    [Fact]
    public void A_group_under_two_percent_is_listed_and_not_judged() =>
        Assert.Equal(ImpactFinding.TooSmallAShare, Shown(("pacific", 30, 10), ("white", 1600, 800), ("unknown", 12, 6)).Line("pacific").Finding);

    [Fact]
    public void The_threshold_can_be_another()
    {
        GroupTable table = Shown(("female", 400, 170), ("male", 400, 200), ("unknown", 20, 10));

        Assert.Equal(ImpactFinding.SignificantAbove, table.Line("female").Finding);
        Assert.Equal(ImpactFinding.RatesDiffer, StageImpact.Of(table, SelectionStage.Shortlisted, 0.9).Single(l => l.Group == "female").Finding);
    }
}
