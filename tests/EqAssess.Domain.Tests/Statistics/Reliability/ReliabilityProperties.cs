using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Domain.Statistics.Reliability;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

public sealed class ReliabilityProperties
{
    private static readonly Gen<ScoreTable> AnyTable =
        from parts in Gen.Choose(2, 7)
        from persons in Gen.Choose(2, 40)
        from columns in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 4).Select(s => (double)s), persons), parts)
        select new ScoreTable(columns);

    private static readonly Gen<double[]> AnyScores = Gen.NonEmptyListOf(Gen.Choose(0, 60).Select(s => s / 2d)).Select(l => l.ToArray());

    [Fact]
    public void Alpha_ignores_constants_that_are_added_and_the_order_of_parts() => ForAll(AnyTable, table =>
    {
        Estimate alpha = ItemAnalysis.Of(table).Alpha;
        var moved = new ScoreTable([.. Enumerable.Range(0, table.Parts).Reverse().Select(j => Array.ConvertAll(table.Column(j), x => x + j - 3))]);
        Estimate other = ItemAnalysis.Of(moved).Alpha;

        Assert.Equal(alpha.MissingBecause, other.MissingBecause);
        Assert.Equal(alpha.OrNull ?? 0, other.OrNull ?? 0, 1e-8 * Math.Max(1, Math.Abs(alpha.OrNull ?? 0)));
    });

    [Fact]
    public void Item_statistics_are_those_of_whole_lists_of_numbers() => ForAll(AnyTable, table =>
    {
        double[] totals = table.Totals();
        foreach ((int j, ItemStatistics item) in ItemAnalysis.Of(table).Items.Index())
        {
            double[] rest = [.. totals.Zip(table.Column(j), (t, x) => t - x)];
            Estimate want = Pearson.Correlation(table.Column(j), rest);
            Assert.Equal(want.MissingBecause, item.ItemRest.MissingBecause);
            Assert.Equal(want.OrNull ?? 0, item.ItemRest.OrNull ?? 0, 1e-9);
        }
    });

    [Fact]
    public void Limits_lie_on_both_sides_of_alpha() => ForAll(AnyTable, table =>
    {
        if (ItemAnalysis.Of(table).Alpha.OrNull is double alpha and < .999)
        {
            (Estimate lower, Estimate upper) = AlphaLimits.Of(alpha, table.Persons, table.Parts);
            Assert.True(lower.OrNull < alpha && alpha < upper.OrNull && upper.OrNull <= 1);
        }
    });

    [Fact]
    public void Complete_data_have_the_same_alpha_pairwise() => ForAll(AnyTable, table =>
    {
        if (ItemAnalysis.Of(table).Alpha.OrNull is double alpha)
        {
            Assert.Equal(alpha, AlphaOfPool.Of(table, fewestPairs: 2).OrNull!.Value, 1e-8 * Math.Max(1, Math.Abs(alpha)));
        }
    });

    [Fact]
    public void A_higher_score_never_has_a_lower_rank_sten_or_stanine() => ForAll(AnyScores, scores =>
    {
        var sample = new NormSample(scores);
        double[] asked = [.. Enumerable.Range(-2, 70).Select(s => s / 2d)];

        Assert.All(asked.Zip(asked.Skip(1)), pair =>
        {
            Assert.True(sample.PercentileRank(pair.First).Value <= sample.PercentileRank(pair.Second).Value);
            Assert.True(sample.StanineByArea(pair.First) <= sample.StanineByArea(pair.Second));
            Assert.True((sample.Area(pair.First)?.Sten ?? 0) <= (sample.Area(pair.Second)?.Sten ?? 0));
        });
        Assert.InRange(sample.PercentileRank(scores[0]).Value, 0, 100);
    });

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).QuickCheckThrowOnFailure();
}
