using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Expected values: oracle case 03_omega_s1, lavaan::cfa 0.6-14 in R 4.2.2.</summary>
public sealed class OmegaOracleTests
{
    private static readonly Oracle Case = Oracle.Load("03_omega_s1");
    private static readonly Omega Got = Omega.Of(Oracle.ScoreTable("s1_poly_12x400", "i"));

    [Fact]
    public void Omega_is_that_of_R() => Case.Agrees(Case.Values.GetProperty("omega_total_lavaan"), Got.Total);

    [Fact]
    public void Loadings_and_residuals_are_those_of_R()
    {
        double[] loadings = [.. Case.Values.GetProperty("loading_unstd").EnumerateObject().Select(p => p.Value.GetDouble())];
        double[] residuals = [.. Case.Values.GetProperty("residual_variance").EnumerateObject().Select(p => p.Value.GetDouble())];

        Assert.All(loadings.Zip(Got.Model!.Loadings), pair => Case.Agrees(pair.First, pair.Second));
        Assert.All(residuals.Zip(Got.Model.Residuals), pair => Case.Agrees(pair.First, pair.Second));
    }

    [Fact]
    public void The_fit_is_that_of_R()
    {
        JsonElement want = Case.Values.GetProperty("fit");

        Case.Agrees(want.GetProperty("chisq"), Got.Model!.Fit.ChiSquare);
        Assert.Equal(want.GetProperty("df").GetInt32(), Got.Model.Fit.Freedom);
        Case.Agrees(want.GetProperty("pvalue"), Got.Model.Fit.P);
        Case.Agrees(want.GetProperty("cfi"), Got.Model.Fit.Cfi);
        Case.Agrees(want.GetProperty("rmsea"), Got.Model.Fit.Rmsea);
        Case.Agrees(want.GetProperty("srmr"), Got.Model.Fit.Srmr);
    }
}
