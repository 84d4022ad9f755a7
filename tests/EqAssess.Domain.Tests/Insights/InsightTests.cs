using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Tests.Scoring;
using static EqAssess.Domain.Tests.Insights.Sittings;

namespace EqAssess.Domain.Tests.Insights;

/// <summary>Statistics of a form: their limits, whom they leave out, and that they are those of the scores that people have.</summary>
public sealed class InsightTests
{
    [Theory]
    [InlineData(29, false, false, false)]
    [InlineData(30, true, false, false)]
    [InlineData(50, true, true, false)]
    [InlineData(100, true, true, true)]
    public void Below_a_limit_there_is_no_number(int people, bool reliability, bool items, bool flags)
    {
        var insight = Insight.Of(Plan, Of(people), [], 7);

        Assert.Equal(people, insight.Persons);
        Assert.Equal(reliability, insight.Mean.OrNull is not null && insight.Reliability?.Alpha.OrNull is not null);
        Assert.Equal(items, insight.Items.Count > 0);
        Assert.Equal(flags, insight.Estimates.Count > 0 && insight.Dependence is not null && insight.Reliability!.Omega.OrNull is not null);
    }

    [Fact]
    public void Alpha_mean_and_SD_are_those_of_the_score_sheets()
    {
        IReadOnlyList<Sitting> sittings = Of(120);

        var insight = Insight.Of(Plan, sittings, [], 7);

        List<ScoreSheet> sheets = [.. sittings.Select(s => Scorer.Score(Plan, Sample.Answers(Plan, s.Responses)))];
        double[][] credits = [.. sheets.Select(s => s.Items.Select(i => i is ItemResult.Scored scored ? scored.Points : 0).ToArray())];
        Assert.Equal(CronbachAlpha.Of(credits).OrNull!.Value, insight.Reliability!.Alpha.OrNull!.Value, 1e-9);
        Assert.Equal(sheets.Average(s => s.Total.Percent!.Value), insight.Mean.OrNull!.Value, 1e-9);
        Assert.Equal(Discrimination.Of(credits, 2).OrNull!.Value, insight.Items[2].ItemRest.OrNull!.Value, 1e-9);
        Assert.Equal(credits.Average(c => c[2]), insight.Items[2].Facility.OrNull!.Value, 1e-9);
        Assert.Equal(ReliabilityKind.StratifiedAlpha, insight.Reliability.Used);
        Assert.Equal(insight.Reliability.Coefficient.OrNull, insight.Estimates[0].Reliability);
    }

    [Fact]
    public void One_rating_for_everything_and_answers_in_no_time_are_left_out_and_counted()
    {
        Sitting[] flat = [.. Of(5, seed: 8).Select(s => s with { Responses = [.. Plan.Items.Select(_ => "a=2;b=2;c=2;d=2")] })];
        Sitting[] rapid = [.. Of(7, seed: 9).Select(s => s with { Seconds = [.. s.Seconds.Select((t, i) => i < 2 ? 1 : t)] })];

        var insight = Insight.Of(Plan, [.. Of(100), .. flat, .. rapid], [new LeftOutAttempts(LeftOutBecause.Simulated, 3)], 7);

        Assert.Equal(100, insight.Persons);
        Assert.Equal(
            [(LeftOutBecause.Simulated, 3), (LeftOutBecause.Flagged, 5), (LeftOutBecause.LowEffort, 7)], insight.LeftOut.Select(l => (l.Because, l.Attempts)));
        Assert.Equal(7, insight.Noted);
    }

    [Fact]
    public void Who_ran_out_of_time_counts_only_among_those_who_did_not_reach_an_item()
    {
        Sitting[] late = [.. Of(25, seed: 8).Select(s => s with { TimedOut = true, Seconds = [.. s.Seconds.Select((t, i) => i == 7 ? double.NaN : t)] })];

        var insight = Insight.Of(Plan, [.. Of(100), .. late], [], 7);

        Assert.Equal(100, insight.Persons);
        Assert.Equal(.2, insight.Items[7].NotReachedRate, 1e-12);
        Assert.Equal(0, insight.Items[0].NotReachedRate);
        Assert.Equal((.8, 1d, false), (insight.Speed.ReachedLast.OrNull!.Value, insight.Speed.ReachedThreeQuarters.OrNull!.Value, insight.Speed.IsSpeeded!.Value));
        Assert.Contains(ItemFlag.NotReachedHigh, insight.Items[7].Flags);
    }

    [Fact]
    public void An_omitted_item_earns_nothing_and_shows_as_omitted()
    {
        Sitting[] omitting = [.. Of(10, seed: 8).Select(s => s with { Responses = [.. s.Responses.Select((r, i) => i == 0 ? null : r)] })];

        var insight = Insight.Of(Plan, [.. Of(90), .. omitting], [], 7);

        Assert.Equal(.1, insight.Items[0].OmitRate, 1e-12);
        Assert.Contains(ItemFlag.OmitHigh, insight.Items[0].Flags);
    }

    [Fact]
    public void Fifths_hold_everybody_and_equal_rests_stay_together()
    {
        var insight = Insight.Of(Plan, Of(200), [], 7);

        Assert.All(insight.Items, i => Assert.Equal(200, i.FifthSizes.Sum()));
        Assert.All(insight.Items, i => Assert.InRange(i.FifthSizes.Max(), 40, 70));
        Assert.All(insight.Items, i => Assert.Equal(i.Facility.OrNull!.Value, i.ByFifth.Zip(i.FifthSizes, (v, n) => v.OrNull!.Value * n).Sum() / 200, 1e-9));
    }

    [Fact]
    public void A_month_that_moves_is_pointed_out_and_a_small_one_has_no_numbers()
    {
        Sitting[] october = [.. Of(100).Select(s => s with { ClosedOn = new DateOnly(2026, 10, 5) })];
        Sitting[] known = [.. Of(60, seed: 4, care: .1).Select(s => s with { ClosedOn = new DateOnly(2026, 11, 5) })];
        Sitting[] few = [.. Of(10, seed: 5).Select(s => s with { ClosedOn = new DateOnly(2026, 12, 5) })];

        var insight = Insight.Of(Plan, [.. october, .. known, .. few], [], 7);

        Assert.Equal([100, 60, 10], insight.Months.Select(m => m.Persons));
        Assert.True(insight.Months[1].Stands && insight.Months[1].Shift.OrNull > .2);
        Assert.Null(insight.Months[2].Mean.OrNull);
    }

    [Fact]
    public void A_method_that_scores_the_whole_has_a_mean_and_no_items()
    {
        var insight = Insight.Of(Plan.WithMethod("standardised-distance"), Of(100), [], 7);

        Assert.NotNull(insight.Mean.OrNull);
        Assert.Null(insight.Reliability);
        Assert.Empty(insight.Items);
        Assert.Empty(insight.Estimates);
    }

    [Fact]
    public void The_order_of_people_changes_nothing()
    {
        IReadOnlyList<Sitting> sittings = Of(120);

        var one = Insight.Of(Plan, sittings, [], 7);
        var other = Insight.Of(Plan, [.. sittings.Reverse()], [], 7);

        Assert.Equal(one.Reliability!.Alpha.OrNull!.Value, other.Reliability!.Alpha.OrNull!.Value, 1e-12);
        Assert.Equal(one.Items.Select(i => i.Flags.Count), other.Items.Select(i => i.Flags.Count));
        Assert.Equal(one.Items.SelectMany(i => i.FifthSizes), other.Items.SelectMany(i => i.FifthSizes));
    }
}
