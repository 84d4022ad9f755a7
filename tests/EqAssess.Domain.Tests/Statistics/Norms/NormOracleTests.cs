using System.Globalization;
using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Norms;

/// <summary>Expected values: oracle case 09_norms_s7, base R 4.2.2, 250 simulated scores and every score from 0 to 48.</summary>
public sealed class NormOracleTests
{
    private static readonly Oracle Case = Oracle.Load("09_norms_s7");
    private static readonly NormSample Sample = new(Oracle.Column("s7_norm_250", "raw").Select(r => double.Parse(r, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_sample_has_the_moments_of_R()
    {
        Assert.Equal(Case.Values.GetProperty("n").GetInt32(), Sample.Persons);
        Case.Agrees(Case.Values.GetProperty("mean"), Sample.Mean);
        Case.Agrees(Case.Values.GetProperty("sd_n1"), Sample.StandardDeviation);
        Case.Agrees(Case.Values.GetProperty("skew_g1"), Sample.Skewness);
        Assert.Equal(NormTransformation.Linear, Sample.DefaultTransformation);
    }

    [Fact]
    public void Every_score_has_the_percentile_rank_of_R() => Assert.All(Rows(), row =>
    {
        PercentileRank got = Sample.PercentileRank(row.GetProperty("raw").GetDouble());

        Assert.Equal((row.GetProperty("below").GetInt32(), row.GetProperty("tied").GetInt32()), (got.Below, got.Tied));
        Case.Agrees(row.GetProperty("percentile_midrank"), got.Value);
        Case.Agrees(row.GetProperty("pr_se"), got.StandardError);
        Case.Agrees(row.GetProperty("pr_wilson_lo"), got.Limits.Lower);
        Case.Agrees(row.GetProperty("pr_wilson_hi"), got.Limits.Upper);
    });

    [Fact]
    public void Every_score_has_the_linear_standard_scores_of_R() => Assert.All(Rows(), row =>
    {
        StandardScores got = Sample.Linear(row.GetProperty("raw").GetDouble())!;

        Case.Agrees(row.GetProperty("z"), got.Z);
        Case.Agrees(row.GetProperty("T"), got.T);
        Assert.Equal((row.GetProperty("sten").GetInt32(), row.GetProperty("stanine").GetInt32()), (got.Sten, got.Stanine));
    });

    [Fact]
    public void Every_score_has_the_area_standard_scores_of_R() => Assert.All(Rows(), row =>
    {
        double raw = row.GetProperty("raw").GetDouble();
        StandardScores got = Sample.Area(raw)!;

        Case.Agrees(row.GetProperty("z_normalised"), got.Z);
        Case.Agrees(row.GetProperty("T_normalised"), got.T);
        Assert.Equal(row.GetProperty("sten_normalised").GetInt32(), got.Sten);
        Assert.Equal(row.GetProperty("stanine_normalised").GetInt32(), Sample.StanineByArea(raw));
    });

    private static JsonElement[] Rows()
    {
        JsonElement[] rows = [.. Case.Values.GetProperty("table").EnumerateArray()];
        Assert.Equal(49, rows.Length);
        return rows;
    }
}
