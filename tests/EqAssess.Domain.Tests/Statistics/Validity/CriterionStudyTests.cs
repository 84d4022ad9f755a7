using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Validity;

namespace EqAssess.Domain.Tests.Statistics.Validity;

/// <summary>The observed correlation stands; corrections stand beside it, and only where their assumptions are given.</summary>
public sealed class CriterionStudyTests
{
    // R: r <- .3; u <- 1.5; c(r * u / sqrt(1 + r^2 * (u^2 - 1)), .3 / sqrt(.6))
    [Theory]
    [InlineData(.3, 1.5, 0.42664092)]
    [InlineData(-.3, 1.5, -0.42664092)]
    [InlineData(.3, 1, .3)]
    [InlineData(.5, .8, 0.41931393)]
    public void Range_is_corrected_by_Thorndikes_second_case(double r, double u, double expected) =>
        Assert.Equal(expected, CorrectedCorrelation.ForRange(r, u).OrNull!.Value, 1e-8);

    [Fact]
    public void An_unreliable_outcome_is_corrected_by_its_reliability_and_never_past_one()
    {
        Assert.Equal(0.38729833, CorrectedCorrelation.ForCriterion(.3, .6).OrNull!.Value, 1e-8);
        Assert.Equal(NoEstimate.NotEstimable, CorrectedCorrelation.ForCriterion(.9, .6).MissingBecause);
        Assert.Equal(NoEstimate.NotEstimable, CorrectedCorrelation.ForCriterion(.3, 0).MissingBecause);
        Assert.Equal(NoEstimate.NotEstimable, CorrectedCorrelation.ForRange(.3, 0).MissingBecause);
    }

    [Fact]
    public void Below_fifty_people_no_number_is_given()
    {
        double[] scores = [.. Enumerable.Range(0, 49).Select(i => (double)i)];

        var study = CriterionStudy.Of(scores, scores, scores, 0.8);

        Assert.Equal(49, study.Persons);
        Assert.All([study.Correlation, study.Lower, study.Upper, study.ForRange, study.ForCriterion], e => Assert.Equal(NoEstimate.InsufficientData, e.MissingBecause));
    }

    [Fact]
    public void From_fifty_on_r_stands_with_its_limits_and_the_corrections_beside_it()
    {
        // Scores 0 to 99 took the test, the upper half has an outcome: score plus an error that alternates.
        double[] everybody = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        double[] hired = [.. everybody.Skip(50)];
        double[] outcomes = [.. hired.Select((x, i) => x + (i % 2 == 0 ? 20 : -20))];

        var study = CriterionStudy.Of(hired, outcomes, everybody, 0.9);
        double r = study.Correlation.OrNull!.Value;

        Assert.True(study.IsProvisional);
        Assert.InRange(r, .5, .7);
        Assert.True(study.Lower.OrNull < r && r < study.Upper.OrNull);
        Assert.InRange(study.RangeRatio.OrNull!.Value, 1.9, 2.1);
        Assert.True(study.ForRange.OrNull > r);
        Assert.Equal(r / Math.Sqrt(0.9), study.ForCriterion.OrNull!.Value, 1e-12);
        Assert.Equal(NoEstimate.InsufficientData, CriterionStudy.Of(hired, outcomes, everybody).ForCriterion.MissingBecause);
    }

    [Fact]
    public void An_outcome_that_is_the_same_for_everybody_has_no_correlation()
    {
        double[] scores = [.. Enumerable.Range(0, 60).Select(i => (double)i)];

        Assert.Equal(NoEstimate.ZeroVariance, CriterionStudy.Of(scores, [.. scores.Select(_ => 1d)], scores).Correlation.MissingBecause);
        Assert.Equal(new DateOnly(2031, 2, 28), CriterionStudy.ExpiresOn(new DateOnly(2026, 2, 28)));
    }
}
