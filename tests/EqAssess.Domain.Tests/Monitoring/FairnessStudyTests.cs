using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>Groups on one form: the rules of size, and what was planted is found.</summary>
public sealed class FairnessStudyTests
{
    private static readonly Guid[] Items = [.. Enumerable.Range(1, 12).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void The_one_item_that_is_harder_for_a_group_is_found_and_no_other_is_of_class_c()
    {
        GroupComparison comparison = Assert.Single(Study(700, 700, planted: 4).Compare("sex", ["female", "male"]));

        Assert.Equal(DifStanding.Formal, comparison.Standing);
        Assert.Equal(DifClass.C, comparison.Items[4].Class);
        Assert.True(comparison.Items[4].Effect < 0 == (comparison.Focal == "female"));
        Assert.True(comparison.Items[4].Adjusted < 0.001);
        Assert.True(comparison.Items[4].Purified);
        Assert.DoesNotContain(comparison.Items.Where((_, i) => i != 4), i => i.Class == DifClass.C);
    }

    [Fact]
    public void Under_a_hundred_people_nothing_is_said_of_items()
    {
        GroupComparison comparison = Assert.Single(Study(95, 700, planted: 4).Compare("sex", ["female", "male"]));

        Assert.Equal((DifStanding.NotEnough, "female", 100), (comparison.Standing, comparison.Focal, comparison.AboutFocal));
        Assert.Empty(comparison.Items);
        Assert.NotNull(comparison.Gap);
    }

    [Fact]
    public void Under_thirty_people_there_is_no_gap_either() => Assert.Null(Assert.Single(Study(29, 700, planted: 4).Compare("sex", ["female", "male"])).Gap);

    /// <summary>On a short form one bad item drags the others over the line; without any of them nobody would be matched with anybody.</summary>
    [Fact]
    public void Where_most_items_are_of_class_c_the_first_pass_stands()
    {
        FairnessStudy all = Study(700, 710, planted: 1);
        FairnessStudy three = all with { Items = [.. all.Items.Take(3)], Credits = all.Credits.Only([0, 1, 2]) };

        GroupComparison pair = Assert.Single(three.Compare("sex", ["female", "male"]));

        Assert.Equal(DifClass.C, pair.Items[1].Class);
        Assert.All(pair.Items, i => Assert.NotNull(i.Effect));
        Assert.All(pair.Items, i => Assert.False(i.Purified));
    }

    [Fact]
    public void Without_points_for_single_items_there_is_a_gap_and_no_item() => Assert.Empty(Assert.Single(
        (Study(300, 700, planted: 4) with { Items = [], Credits = new ScoreTable([]) }).Compare("sex", ["female", "male"])).Items);

    private static FairnessStudy Study(int women, int men, int planted)
    {
        var random = new Random(8);
        double[][] columns = [.. Items.Select(_ => new double[women + men])];
        for (int person = 0; person < women + men; person++)
        {
            double able = random.NextDouble() + random.NextDouble() - 1;
            for (int item = 0; item < Items.Length; item++)
            {
                double hard = item == planted && person < women ? 0.9 : 0;
                columns[item][person] = Math.Clamp(Math.Round(4 * (0.6 + (able - hard + ((random.NextDouble() - 0.5) * 1.6)) / 2)), 0, 4) / 4;
            }
        }

        var credits = new ScoreTable(columns);
        return new FairnessStudy(Items, credits, [.. Enumerable.Range(0, women + men).Select(i => i < women ? "female" : "male")], [.. credits.Totals().Select(t => 100 * t / Items.Length)]);
    }
}
