using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Expected values: oracle case 02, arithmetic in R 4.2.2 after Lord &amp; Novick (1968) and Dudek (1979).</summary>
public sealed class ErrorOfMeasurementTests
{
    private static readonly Oracle Case = Oracle.Load("02_spearman_brown_sem");

    [Fact]
    public void Errors_of_every_row_are_those_of_R()
    {
        JsonElement[] rows = [.. Case.Values.GetProperty("sem_table").EnumerateArray()];

        Assert.Equal(8, rows.Length);
        Assert.All(rows, row =>
        {
            double sd = row.GetProperty("sd").GetDouble();
            double reliability = row.GetProperty("rel").GetDouble();
            double sem = ErrorOfMeasurement.StandardError(sd, reliability);
            double sed = ErrorOfMeasurement.StandardErrorOfDifference(sem, sem);
            Case.Agrees(row.GetProperty("sem"), sem);
            Case.Agrees(row.GetProperty("sed"), sed);
            Case.Agrees(row.GetProperty("see"), ErrorOfMeasurement.StandardErrorOfEstimation(sd, reliability));
            Case.Agrees(row.GetProperty("sep"), ErrorOfMeasurement.StandardErrorOfPrediction(sd, reliability));
            Case.Agrees(row.GetProperty("ci95_half"), ErrorOfMeasurement.Interval95(0, sem).Upper);
            Case.Agrees(row.GetProperty("diff95"), ErrorOfMeasurement.Z95 * sed);
            Case.Agrees(row.GetProperty("band_C1.96"), ErrorOfMeasurement.BandWidth(sed));
        });
    }

    [Fact]
    public void The_intervals_of_the_worked_example_are_those_of_R()
    {
        (double score, double mean, double sd, double reliability) = Worked();

        (double Lower, double Upper) observed = ErrorOfMeasurement.Interval95(score, ErrorOfMeasurement.StandardError(sd, reliability));
        double trueScore = ErrorOfMeasurement.TrueScore(score, mean, reliability);
        double see = Assert.IsType<Estimate.Known>(ErrorOfMeasurement.StandardErrorOfEstimation(sd, reliability)).Value;
        (double Lower, double Upper) regressed = ErrorOfMeasurement.Interval95(trueScore, see);

        JsonElement worked = Case.Values.GetProperty("worked");
        Case.Agrees(worked.GetProperty("sem"), ErrorOfMeasurement.StandardError(sd, reliability));
        Case.Agrees(worked.GetProperty("see"), see);
        Case.Agrees(worked.GetProperty("estimated_true"), trueScore);
        Case.Agrees(worked.GetProperty("ci95_obs")[0], observed.Lower);
        Case.Agrees(worked.GetProperty("ci95_obs")[1], observed.Upper);
        Case.Agrees(worked.GetProperty("ci95_true")[0], regressed.Lower);
        Case.Agrees(worked.GetProperty("ci95_true")[1], regressed.Upper);
    }

    [Fact]
    public void The_comparison_of_the_worked_example_is_that_of_R()
    {
        (_, _, double sd, double reliability) = Worked();
        JsonElement compare = Case.Values.GetProperty("worked").GetProperty("compare");
        double first = compare.GetProperty("x1").GetDouble();
        double second = compare.GetProperty("x2").GetDouble();

        double sem = ErrorOfMeasurement.StandardError(sd, reliability);
        double sed = ErrorOfMeasurement.StandardErrorOfDifference(sem, sem);
        double z = Assert.IsType<Estimate.Known>(ErrorOfMeasurement.Difference(first, second, sed)).Value;

        Case.Agrees(compare.GetProperty("sed"), sed);
        Case.Agrees(compare.GetProperty("z"), z);
        Case.Agrees(compare.GetProperty("p_two_sided"), ErrorOfMeasurement.TwoSidedP(z));
        Assert.False(ErrorOfMeasurement.DifferReliably(first, second, sed));
    }

    [Fact]
    public void Scores_differ_reliably_from_196_hundredths_of_the_error_on()
    {
        const double Error = 2;

        Assert.False(ErrorOfMeasurement.DifferReliably(50, 50 + (1.959 * Error), Error));
        Assert.True(ErrorOfMeasurement.DifferReliably(50, 50 + (1.96 * Error), Error));
        Assert.True(ErrorOfMeasurement.DifferReliably(50 + (1.96 * Error), 50, Error));
    }

    [Fact]
    public void A_negative_reliability_widens_the_error_and_has_no_regression_error()
    {
        double sem = ErrorOfMeasurement.StandardError(10, -.21);

        Assert.Equal(11, sem, 1e-12);
        Assert.Equal(NoEstimate.NotEstimable, ErrorOfMeasurement.StandardErrorOfEstimation(10, -.21).MissingBecause);
        Assert.Equal(NoEstimate.NotEstimable, ErrorOfMeasurement.StandardErrorOfPrediction(10, -.21).MissingBecause);
    }

    [Fact]
    public void Without_error_a_difference_has_no_z()
    {
        Estimate z = ErrorOfMeasurement.Difference(60, 50, 0);

        Assert.Equal(NoEstimate.ZeroVariance, z.MissingBecause);
    }

    private static (double Score, double Mean, double Sd, double Reliability) Worked()
    {
        JsonElement worked = Case.Values.GetProperty("worked");
        return (worked.GetProperty("x").GetDouble(), worked.GetProperty("mean").GetDouble(), worked.GetProperty("sd").GetDouble(), worked.GetProperty("rel").GetDouble());
    }
}
