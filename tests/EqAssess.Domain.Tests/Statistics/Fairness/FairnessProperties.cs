using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Statistics.Fairness;

public sealed class FairnessProperties
{
    private static readonly Gen<(double[] Scores, bool[] Focal, double[] Totals)> AnyItem =
        from n in Gen.Choose(4, 60)
        from scores in Gen.ArrayOf(Gen.Choose(0, 1).Select(s => (double)s), n)
        from focal in Gen.ArrayOf(Gen.Choose(0, 1).Select(f => f == 1), n)
        from totals in Gen.ArrayOf(Gen.Choose(0, 5).Select(t => (double)t), n)
        select (scores, focal, totals);

    private static readonly Gen<ImpactComparison> AnyPair =
        from all in Gen.Choose(1, 200)
        from selected in Gen.Choose(0, all)
        from otherAll in Gen.Choose(1, 200)
        from otherSelected in Gen.Choose(0, otherAll)
        select new ImpactComparison(new SelectionCount(all, selected), new SelectionCount(otherAll, otherSelected));

    [Fact]
    public void Swapped_groups_turn_every_sign_and_no_size() => ForAll(AnyItem, item =>
    {
        var strata = MatchingStrata.Thin(item.Totals);
        var one = MantelHaenszelDif.Of(item.Scores, item.Focal, strata);
        var other = MantelHaenszelDif.Of(item.Scores, [.. item.Focal.Select(f => !f)], strata);

        Assert.Equal(one.Delta.MissingBecause, other.Delta.MissingBecause);
        if (one.Delta.OrNull is double delta)
        {
            Assert.Equal(-delta, other.Delta.OrNull!.Value, 1e-9);
            Assert.Equal(one.DeltaSe.OrNull!.Value, other.DeltaSe.OrNull!.Value, 1e-9);
            Assert.Equal(one.Tables.ChiSquare.OrNull ?? -1, other.Tables.ChiSquare.OrNull ?? -1, 1e-9);
            Assert.Equal(one.Class, other.Class);
        }
    });

    [Fact]
    public void No_group_has_an_impact_ratio_above_1_against_the_highest_rate() => ForAll(AnyPair, pair =>
    {
        ImpactComparison ordered = pair.Focal.Rate.OrNull > pair.Reference.Rate.OrNull ? new ImpactComparison(pair.Reference, pair.Focal) : pair;

        Assert.True(ordered.Ratio.OrNull is null or (>= 0 and <= 1));
        Assert.True(ordered.Shortfall >= -1e-9);
    });

    [Fact]
    public void Exact_p_values_lie_between_0_and_1_and_mid_p_is_the_smaller_one() => ForAll(AnyPair, pair =>
    {
        ExactTest test = pair.Exact;

        Assert.InRange(test.P, 0, 1);
        Assert.True(test.MidP.OrNull is not double mid || (mid >= 0 && mid < test.P));
        Assert.Equal(test.P, new ImpactComparison(pair.Reference, pair.Focal).Exact.P, 1e-9);
    });

    [Fact]
    public void Extra_selections_reach_four_fifths_and_one_fewer_does_not() => ForAll(AnyPair, pair =>
    {
        if (pair.ExtraForFourFifths() is int extra and > 0)
        {
            double need = .8 * pair.Reference.Rate.OrNull!.Value * pair.Focal.Applicants;
            Assert.True(pair.Focal.Selected + extra >= need - 1e-9);
            Assert.True(pair.Focal.Selected + extra - 1 < need);
        }
    });

    [Fact]
    public void Adjusted_p_values_are_at_least_as_large_and_keep_the_order() =>
        ForAll(Gen.NonEmptyListOf(Gen.Choose(0, 1000).Select(p => p / 1000.0)), list =>
        {
            double[] ps = [.. list];
            IReadOnlyList<double> flagged = MultipleTests.BenjaminiHochberg(ps);
            IReadOnlyList<double> strict = MultipleTests.Holm(ps);

            Assert.All(ps.Index(), p => Assert.True(flagged[p.Index] >= p.Item - 1e-12 && strict[p.Index] >= flagged[p.Index] - 1e-12 && strict[p.Index] <= 1));
            Assert.Equal(ps.Index().OrderBy(p => p.Item).Select(p => p.Index).Select(i => flagged[i]), flagged.Order());
        });

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).QuickCheckThrowOnFailure();
}
