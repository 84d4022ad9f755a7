using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

public sealed class IntraclassCorrelationTests
{
    /// <summary>Oracle case 04_icc_shrout_fleiss: the worked example of Shrout &amp; Fleiss (1979), limits by psych::ICC.</summary>
    [Fact]
    public void The_worked_example_of_Shrout_and_Fleiss_is_reproduced()
    {
        double[][] targets = [.. Oracle.Table("shrout_fleiss_6x4").Select(t => t.Ratings.Values.Select(r => (double)r!.Value).ToArray())];

        IntraclassCorrelations icc = IntraclassCorrelation.Of(targets);

        Oracle oracle = Oracle.Load("04_icc_shrout_fleiss");
        IccCase.Agrees(oracle, "icc", "psych_ci", icc);
        Assert.Equal([.29, .62, .71, .91], Values(icc).Select(v => Math.Round(v!.Value, 2)));
    }

    [Fact]
    public void Judges_who_agree_entirely_reach_1_with_both_limits()
    {
        IntraclassCorrelations icc = IntraclassCorrelation.Of([[1, 1, 1], [4, 4, 4], [2, 2, 2]]);

        Assert.Equal([1, 1, 1, 1], Values(icc));
        Assert.Equal((1, 1), (icc.AgreementOfMean.Lower.OrNull, icc.AgreementOfMean.Upper.OrNull));
        Assert.Equal((1, 1), (icc.ConsistencyOfOne.Lower.OrNull, icc.ConsistencyOfOne.Upper.OrNull));
    }

    [Fact]
    public void A_judge_who_is_always_one_point_stricter_is_consistent_and_does_not_agree()
    {
        IntraclassCorrelations icc = IntraclassCorrelation.Of([[2, 1], [4, 3], [3, 2]]);

        Assert.Equal(1, icc.ConsistencyOfMean.Value.OrNull);
        Assert.InRange(icc.AgreementOfMean.Value.OrNull!.Value, .5, .9);
        Assert.True(icc.AgreementOfMean.Lower.OrNull < icc.AgreementOfMean.Value.OrNull);
    }

    [Fact]
    public void Judges_who_contradict_each_other_get_what_they_earn_below_zero()
    {
        IntraclassCorrelations icc = IntraclassCorrelation.Of([[1, 4, 2], [4, 1, 2], [2, 3, 1], [3, 2, 4.5]]);

        Assert.True(icc.ConsistencyOfMean.Value.OrNull < 0);
    }

    [Fact]
    public void Options_with_the_same_mean_vary_in_nothing() =>
        Assert.Equal(NoEstimate.ZeroVariance, IntraclassCorrelation.Of([[1, 4], [4, 1], [2, 3]]).AgreementOfMean.Value.MissingBecause);

    [Fact]
    public void One_judge_or_one_option_is_too_little()
    {
        Assert.Equal(NoEstimate.InsufficientData, IntraclassCorrelation.Of([[1], [4]]).AgreementOfMean.Value.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, IntraclassCorrelation.Of([[1, 2, 3]]).AgreementOfMean.Lower.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, IntraclassCorrelation.Of([]).ConsistencyOfOne.Value.MissingBecause);
    }

    [Fact]
    public void A_judge_who_skipped_an_option_is_a_defect_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of([[1, 2], [3]]));

    private static IEnumerable<double?> Values(IntraclassCorrelations icc) =>
        [icc.AgreementOfOne.Value.OrNull, icc.AgreementOfMean.Value.OrNull, icc.ConsistencyOfOne.Value.OrNull, icc.ConsistencyOfMean.Value.OrNull];
}
