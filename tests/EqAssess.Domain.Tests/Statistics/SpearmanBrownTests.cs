using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Expected values: oracle case 02, psychometric::SBrel in R 4.2.2.</summary>
public sealed class SpearmanBrownTests
{
    private static readonly Oracle Case = Oracle.Load("02_spearman_brown_sem");

    [Fact]
    public void Reliability_of_another_length_is_that_of_R()
    {
        JsonElement[] rows = [.. Case.Values.GetProperty("spearman_brown").EnumerateArray()];

        Estimate[] got = [.. rows.Select(r => SpearmanBrown.Prophecy(r.GetProperty("r").GetDouble(), r.GetProperty("m").GetDouble()))];

        Assert.Equal(16, rows.Length);
        Assert.All(rows.Zip(got), pair => Case.Agrees(pair.First.GetProperty("r_new"), pair.Second));
    }

    [Fact]
    public void Length_for_a_target_is_that_of_R()
    {
        JsonElement row = Case.Values.GetProperty("lengthening");

        Estimate got = SpearmanBrown.Lengthening(row.GetProperty("from").GetDouble(), row.GetProperty("to").GetDouble());

        Case.Agrees(row.GetProperty("factor"), got);
    }

    [Fact]
    public void Lengthening_by_the_factor_reaches_the_target()
    {
        double factor = Assert.IsType<Estimate.Known>(SpearmanBrown.Lengthening(.52, .80)).Value;

        double? reached = SpearmanBrown.Prophecy(.52, factor).OrNull;

        Case.Agrees(.80, reached);
    }

    [Theory]
    [InlineData(-.1)]
    [InlineData(1.1)]
    public void An_impossible_reliability_has_no_prophecy(double reliability)
    {
        Estimate got = SpearmanBrown.Prophecy(reliability, 2);

        Assert.Equal(NoEstimate.NotEstimable, got.MissingBecause);
    }

    [Theory]
    [InlineData(0, .8)]
    [InlineData(-.2, .8)]
    [InlineData(1, .8)]
    [InlineData(.5, 1)]
    [InlineData(.5, 0)]
    public void No_length_makes_a_useless_test_reliable_or_any_test_perfect(double reliability, double target)
    {
        Estimate got = SpearmanBrown.Lengthening(reliability, target);

        Assert.Equal(NoEstimate.NotEstimable, got.MissingBecause);
    }
}
