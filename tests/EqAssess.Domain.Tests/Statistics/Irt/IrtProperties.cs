using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Irt;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Statistics.Irt;

public sealed class IrtProperties
{
    private static readonly Gen<ResponseModel> AnyModel =
        from slope in Gen.Choose(1, 50).Select(a => a / 10.0)
        from thresholds in Gen.ArrayOf(Gen.Choose(-40, 40).Select(b => b / 10.0), 3)
        from graded in Gen.Choose(0, 1)
        select graded == 1
            ? (ResponseModel)new GradedModel(slope, [.. thresholds.Distinct().Order()])
            : new PartialCreditModel(slope, thresholds);

    private static readonly Gen<(ResponseModel Model, double Theta)> AnyPlace =
        from model in AnyModel
        from theta in Gen.Choose(-60, 60).Select(t => t / 10.0)
        select (model, theta);

    private static readonly Gen<(ResponseModel[] Models, int?[] Answers)> AnyPattern =
        from models in Gen.ArrayOf(AnyModel, 6)
        from draws in Gen.ArrayOf(Gen.Choose(-1, 3), 6)
        select (models, models.Zip(draws, (m, d) => d < 0 ? (int?)null : Math.Min(d, m.Categories - 1)).ToArray());

    [Fact]
    public void Probabilities_sum_to_1_and_information_is_not_below_0() => ForAll(AnyPlace, place =>
    {
        Assert.Equal(1, place.Model.Probabilities(place.Theta).Sum(), 1e-9);
        Assert.True(place.Model.Information(place.Theta) >= 0);
    });

    [Fact]
    public void The_slope_of_a_logarithm_is_that_of_its_neighbourhood() => ForAll(AnyPlace, place =>
    {
        const double Step = 1e-5;
        double[] before = place.Model.Probabilities(place.Theta - Step);
        double[] after = place.Model.Probabilities(place.Theta + Step);
        foreach ((int k, double p) in place.Model.Probabilities(place.Theta).Index().Where(c => c.Item > 1e-6))
        {
            Assert.Equal((Math.Log(after[k]) - Math.Log(before[k])) / (2 * Step), place.Model.Score(place.Theta, k), 1e-3);
        }
    });

    [Fact]
    public void A_score_lies_between_the_extreme_nodes_and_knows_no_less_than_before() => ForAll(AnyPattern, pattern =>
    {
        TraitEstimate got = TraitEstimate.Of(pattern.Models, pattern.Answers);

        Assert.True(got.Eap.OrNull is null or (> -6 and < 6));
        Assert.Equal(pattern.Answers.All(a => a is null), got.Psd.OrNull is null);
        Assert.True(got.LogLikelihood <= 1e-12);
    });

    /// <summary>The blocks are fixed, so one processor and many give one result to the last bit.</summary>
    [Fact]
    public void The_same_answers_give_the_same_parameters_to_the_last_bit()
    {
        ScoreTable scores = Oracles.Oracle.ScoreTable("s1_poly_12x400", "i");
        var options = new CalibrationOptions(MostCycles: 5);

        var one = Calibration.Of(scores, ModelFamily.PartialCredit, options);
        var other = Calibration.Of(scores, ModelFamily.PartialCredit, options);

        Assert.False(one.Converged);
        Assert.Equal(one.LogLikelihood, other.LogLikelihood);
        Assert.Equal(one.Parts.Select(p => p!.Slope), other.Parts.Select(p => p!.Slope));
    }

    [Fact]
    public void Half_credits_and_ratings_from_1_are_categories_from_0_and_thin_ones_join()
    {
        var categories = ScoreCategories.Of([.5, 1, 0, 0, 1, 1, double.NaN]);
        Assert.Equal([0, .5, 1], categories.Values);
        Assert.Equal([2, 1, 3], categories.Counts);
        Assert.Equal(((short)1, (short)-1), (categories.Of(.5), categories.Of(double.NaN)));

        var joined = ScoreCategories.Of([.5, 1, 0, 0, 1, 1], fewest: 2);
        Assert.Equal([0, 1], joined.Values);
        Assert.Equal([3, 3], joined.Counts);
        Assert.Equal((short)0, joined.Of(.5));
    }

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).QuickCheckThrowOnFailure();
}
