using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Expected values: oracle case 02_feldt_ci, closed form in R 4.2.2, psych::alpha.ci and psychometric::alpha.CI.</summary>
public sealed class AlphaLimitsOracleTests
{
    private static readonly Oracle Case = Oracle.Load("02_feldt_ci");

    [Fact]
    public void Limits_are_those_of_R()
    {
        JsonElement[] rows = [.. Case.Values.GetProperty("cases").EnumerateArray()];

        Assert.Equal(5, rows.Length);
        Assert.All(rows, row =>
        {
            (double alpha, int n, int k) = (row.GetProperty("alpha").GetDouble(), row.GetProperty("n").GetInt32(), row.GetProperty("k").GetInt32());
            Case.Agrees(row.GetProperty("lower95"), AlphaLimits.Of(alpha, n, k).Lower);
            Case.Agrees(row.GetProperty("upper95"), AlphaLimits.Of(alpha, n, k).Upper);
            Case.Agrees(row.GetProperty("lower90"), AlphaLimits.Of(alpha, n, k, .90).Lower);
            Case.Agrees(row.GetProperty("upper90"), AlphaLimits.Of(alpha, n, k, .90).Upper);
        });
    }

    [Fact]
    public void A_hundred_thousand_persons_have_narrow_limits()
    {
        // R 4.2.2, by the root of pbeta: qf itself takes the second degrees of freedom as infinite from 400,000 on.
        (Estimate lower, Estimate upper) = AlphaLimits.Of(.8, 100_000, 40);

        Assert.Equal(0.798220529645093, lower.OrNull!.Value, 1e-10);
        Assert.Equal(0.801771299354099, upper.OrNull!.Value, 1e-10);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(30, 1)]
    public void Without_persons_or_parts_there_are_none(int persons, int parts) =>
        Assert.Equal(NoEstimate.InsufficientData, AlphaLimits.Of(.5, persons, parts).Lower.MissingBecause);
}
