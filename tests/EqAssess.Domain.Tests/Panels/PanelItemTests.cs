using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Panels;

/// <summary>Which options are scored and which items go into the key, on both sides of each threshold.</summary>
public sealed class PanelItemTests
{
    [Fact]
    public void A_rated_option_is_scored_or_dropped_by_the_key_rule()
    {
        int[][] ratings = SamplePanel.Agreeing(10);
        ratings[2] = [2, 2, 2, 2, 2, 2, 2, 3, 3, 3];

        ItemVerdict item = SamplePanel.Analysed("rate-each", ratings).Items[0];

        Assert.Null(item.LeftOutBecause);
        Assert.Equal("fewer than 80 % of the judges are on the key's side", item.Options[2].DroppedBecause);
        Assert.All(item.Options.Where(o => o.Option != "c"), o => Assert.Null(o.DroppedBecause));
        Assert.Equal([0, 7, 3, 0], OptionVerdict.Counts(item.Options[2].Ratings));
        Assert.Equal(2, item.Options[2].Median);
    }

    [Fact]
    public void With_a_smaller_share_asked_for_the_same_option_is_scored()
    {
        int[][] ratings = SamplePanel.Agreeing(10);
        ratings[2] = [2, 2, 2, 2, 2, 2, 2, 3, 3, 3];

        ItemVerdict item = SamplePanel.Analysed("rate-each", ratings, new PanelThresholds { Option = new OptionThresholds(.70, .70) }).Items[0];

        Assert.Null(item.Options[2].DroppedBecause);
    }

    [Fact]
    public void An_item_needs_two_scored_options_that_differ()
    {
        int[] split = [1, 4, 1, 4, 1, 4, 1, 4, 1, 4];
        int[] high = [.. Enumerable.Repeat(4, 10)];
        int[] low = [.. Enumerable.Repeat(1, 10)];

        Assert.Equal("1 of its options are scored, 2 are needed", LeftOut("rate-each", [high, split, split, split]));
        Assert.Equal("its scored options are all keyed alike, so it tells nobody apart", LeftOut("rate-each", [high, high, split, split]));
        Assert.Null(LeftOut("rate-each", [high, low, split, split]));
    }

    [Fact]
    public void The_best_must_be_named_by_six_of_ten_and_lead_by_two()
    {
        Assert.Null(LeftOut("best", Picks(best: [6, 4])));
        Assert.Null(LeftOut("best", Picks(best: [6, 2, 2])));
        Assert.Equal("no option is named the best by 60 % of the judges (the most named one by 50 %)", LeftOut("best", Picks(best: [5, 3, 2])));
    }

    [Fact]
    public void A_larger_lead_can_be_asked_for()
    {
        ItemVerdict item = SamplePanel.Analysed("best", Picks(best: [6, 4]), new PanelThresholds { PickLead = .30 }).Items[0];

        Assert.Equal("option 'a' is named the best most often, but only 20 % ahead of the next, 30 % are needed", item.LeftOutBecause);
    }

    [Fact]
    public void Whoever_rates_two_options_alike_at_the_top_names_none_and_still_counts()
    {
        int[][] ratings = Picks(best: [6, 4]);
        ratings[1][0] = 4;

        ItemVerdict item = SamplePanel.Analysed("best", ratings).Items[0];

        Assert.Equal(.5, item.Best!.Share);
        Assert.NotNull(item.LeftOutBecause);
    }

    [Fact]
    public void Of_a_most_least_item_the_worst_must_be_agreed_on_too()
    {
        int[][] agreed = SamplePanel.Agreeing(10);
        int[][] disputed = SamplePanel.Agreeing(10);
        for (int judge = 0; judge < 5; judge++)
        {
            (disputed[1][judge], disputed[2][judge]) = (2, 1);
        }

        Assert.Null(LeftOut("most-least", agreed));
        Assert.StartsWith("no option is named the worst by 60 % of the judges", LeftOut("most-least", disputed), StringComparison.Ordinal);
        Assert.Null(LeftOut("best", disputed));
    }

    [Fact]
    public void Options_that_are_compared_are_worth_their_mean_and_all_of_them_count()
    {
        int[][] ratings = SamplePanel.Agreeing(10);
        ratings[2] = [2, 2, 2, 2, 2, 3, 3, 3, 3, 3];

        ItemVerdict item = SamplePanel.Analysed("most-least", ratings).Items[0];

        Assert.Equal([4, 1, 2.5, 3], item.Options.Select(o => o.Effectiveness));
        Assert.All(item.Options, o => Assert.Null(o.DroppedBecause));
    }

    [Fact]
    public void The_option_that_is_named_most_must_also_have_the_highest_mean()
    {
        // Six name a by a hair; the other four think it the worst and b the best.
        int[] a = [4, 4, 4, 4, 4, 4, 1, 1, 1, 1];
        int[] b = [3, 3, 3, 3, 3, 3, 4, 4, 4, 4];
        int[] c = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
        int[] d = [1, 1, 1, 1, 1, 1, 3, 3, 3, 3];

        Assert.Equal("option 'a' is named the best most often, but the mean ratings put 'b' there", LeftOut("best", [a, b, c, d]));
    }

    private static string? LeftOut(string format, int[][] ratings) => SamplePanel.Analysed(format, ratings).Items[0].LeftOutBecause;

    /// <summary>Ten judges, of whom so many rate option a, b, c … highest; d is the worst to all.</summary>
    private static int[][] Picks(int[] best)
    {
        int[][] ratings = [.. Enumerable.Range(0, 4).Select(o => Enumerable.Repeat(o == 3 ? 1 : 2, 10).ToArray())];
        int judge = 0;
        foreach ((int option, int votes) in best.Index())
        {
            for (int i = 0; i < votes; i++, judge++)
            {
                ratings[option][judge] = 4;
            }
        }

        return ratings;
    }
}
