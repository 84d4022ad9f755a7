using EqAssess.Domain.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Statistics;

public sealed class StatisticsProperties
{
    private static readonly Gen<double> Rating = Gen.Choose(1, 5).Select(r => (double)r);

    private static readonly Gen<(double[] X, double[] K)> AnyPair =
        from count in Gen.Choose(1, 30)
        from x in Gen.ArrayOf(Rating, count)
        from k in Gen.ArrayOf(Gen.Choose(10, 50).Select(t => t / 10.0), count)
        select (x, k);

    private static readonly Gen<double[][]> AnyScores =
        from parts in Gen.Choose(2, 6)
        from count in Gen.Choose(3, 20)
        from persons in Gen.ArrayOf(Gen.ArrayOf(Rating, parts), count)
        select persons;

    [Fact]
    public void Squared_distance_is_elevation_plus_scatter_plus_shape()
    {
        ForAll(AnyPair, pair =>
        {
            ProfileSimilarity got = ProfileSimilarity.Of(pair.X, pair.K);

            Assert.Equal(got.MeanSquared, got.Elevation + got.Scatter + got.Shape, 1e-9);
        });
    }

    [Fact]
    public void Standardised_distance_is_twice_one_minus_r_wherever_r_exists()
    {
        ForAll(AnyPair, pair =>
        {
            ProfileSimilarity got = ProfileSimilarity.Of(pair.X, pair.K);

            if (got.Correlation.OrNull is double r)
            {
                Assert.Equal(2 * (1 - r), got.MeanSquaredZ, 1e-9);
            }
        });
    }

    [Fact]
    public void Correlation_is_symmetric_and_ignores_shift_and_scale()
    {
        ForAll(AnyPair, pair =>
        {
            Estimate r = Pearson.Correlation(pair.X, pair.K);
            Estimate swapped = Pearson.Correlation(pair.K, pair.X);
            Estimate moved = Pearson.Correlation([.. pair.X.Select(x => 7 - (3 * x))], pair.K);

            Assert.Equal(r.MissingBecause, swapped.MissingBecause);
            Assert.Equal(r.MissingBecause, moved.MissingBecause);
            Assert.Equal(r.OrNull ?? 0, swapped.OrNull ?? 0, 1e-9);
            Assert.Equal(r.OrNull ?? 0, -(moved.OrNull ?? 0), 1e-9);
            Assert.InRange(r.OrNull ?? 0, -1, 1);
        });
    }

    [Fact]
    public void Alpha_ignores_constants_a_common_scale_and_the_order_of_parts()
    {
        ForAll(AnyScores, persons =>
        {
            Estimate alpha = CronbachAlpha.Of(persons);
            Estimate shifted = CronbachAlpha.Of([.. persons.Select(p => p.Select((score, part) => score + (10 * part)).ToArray())]);
            Estimate scaled = CronbachAlpha.Of([.. persons.Select(p => p.Select(score => score * 25).ToArray())]);
            Estimate turned = CronbachAlpha.Of([.. persons.Select(p => p.Reverse().ToArray())]);

            Assert.All([shifted, scaled, turned], other =>
            {
                Assert.Equal(alpha.MissingBecause, other.MissingBecause);
                Assert.Equal(alpha.OrNull ?? 0, other.OrNull ?? 0, 1e-6 * Math.Max(1, Math.Abs(alpha.OrNull ?? 0)));
            });
            Assert.True(alpha.OrNull is null or <= 1 + 1e-9);
        });
    }

    [Fact]
    public void Parts_that_say_the_same_have_alpha_1()
    {
        ForAll(Gen.ArrayOf(Rating, 12).Where(v => v.Distinct().Count() > 1), scores =>
        {
            Estimate alpha = CronbachAlpha.Of([.. scores.Select(s => new[] { s, s, s })]);

            Assert.Equal(1, alpha.OrNull!.Value, 1e-9);
        });
    }

    [Fact]
    public void Agreement_is_at_most_1_and_ignores_the_order_of_judges()
    {
        ForAll(Gen.Choose(2, 15).SelectMany(n => Gen.ArrayOf(Gen.Choose(1, 4), n)), ratings =>
        {
            double agreement = Rwg.Of(ratings, 4).OrNull!.Value;

            Assert.True(agreement <= 1);
            Assert.Equal(agreement == 1, ratings.Distinct().Count() == 1);
            Assert.Equal(agreement, Rwg.Of([.. ratings.Reverse()], 4).OrNull);
        });
    }

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).QuickCheckThrowOnFailure();
}
