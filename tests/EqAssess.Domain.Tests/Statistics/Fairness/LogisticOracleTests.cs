using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Fairness;

/// <summary>Expected values: oracle case 07_logistic_dif_s2, stats::glm in R 4.2.2, 800 simulated persons on 15 items.</summary>
public sealed class LogisticOracleTests
{
    private static readonly Oracle Case = Oracle.Load("07_logistic_dif_s2");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s2_dich_15x800", "q");
    private static readonly bool[] Focal = [.. Oracle.Column("s2_dich_15x800", "group").Select(g => g == "F")];
    private static readonly JsonElement[] Items = [.. Case.Values.GetProperty("items").EnumerateArray()];

    [Fact]
    public void Tests_and_explained_shares_are_those_of_R() => Assert.All(Items.Index(), item =>
    {
        (JsonElement want, LogisticDif got) = (item.Item, Of(item.Index));
        for (int model = 0; model < 3; model++)
        {
            Case.Agrees(want.GetProperty("loglik")[model], got.LogLikelihoods[model]);
            Case.Agrees(want.GetProperty("nagelkerke")[model], got.R2[model]);
        }

        Case.Agrees(want.GetProperty("lr_both_df2"), got.Both.Statistic);
        Case.Agrees(want.GetProperty("p_both"), got.Both.P);
        Case.Agrees(want.GetProperty("lr_uniform_df1"), got.Uniform.Statistic);
        Case.Agrees(want.GetProperty("p_uniform"), got.Uniform.P);
        Case.Agrees(want.GetProperty("lr_nonuniform_df1"), got.NonUniform.Statistic);
        Case.Agrees(want.GetProperty("p_nonuniform"), got.NonUniform.P);
        Case.Agrees(want.GetProperty("delta_r2_both"), got.DeltaR2);
        Case.Agrees(want.GetProperty("delta_r2_uniform"), got.DeltaR2Uniform);
        Assert.Equal(want.GetProperty("jodoin_gierl_both").GetString(), got.Class.ToString());
        Assert.Equal(want.GetProperty("jodoin_gierl_uniform").GetString(), got.UniformClass.ToString());
    });

    [Fact]
    public void Coefficients_per_point_of_total_are_those_of_R() => Assert.All(Items.Index(), item =>
    {
        LogisticDif got = Of(item.Index);

        AllAgree(item.Item.GetProperty("coef_uniform"), got.Uniformly.Values);
        AllAgree(item.Item.GetProperty("coef_full"), got.Fully.Values);
        AlmostAgree(item.Item.GetProperty("se_uniform"), got.Uniformly.StandardErrors);
        AlmostAgree(item.Item.GetProperty("se_full"), got.Fully.StandardErrors);
    });

    [Fact]
    public void Standard_errors_are_those_of_R_at_its_top()
    {
        // R 4.2.2: summary(glm(q01 ~ s * G, binomial, control = glm.control(epsilon = 1e-14)))$coef[, 2]
        double[] want = [0.2671110662547734, 0.0427079303695705, 0.4311244339127672, 0.0710942191110491];

        Assert.All(want.Zip(Of(0).Fully.StandardErrors), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    // glm takes standard errors from the weights before its last step, which it ends at a relative 1e-8 of the deviance.
    private static void AlmostAgree(JsonElement want, IReadOnlyList<double> got) =>
        Assert.All(want.EnumerateObject().Zip(got), pair => Assert.Equal(pair.First.Value.GetDouble(), pair.Second, 1e-5 * pair.Second));

    private static LogisticDif Of(int item) => Assert.IsType<LogisticDif>(LogisticDif.Of(Scores.Column(item), Scores.Totals(), Focal).Dif);

    private static void AllAgree(JsonElement want, IReadOnlyList<double> got) =>
        Assert.All(want.EnumerateObject().Zip(got), pair => Case.Agrees(pair.First.Value, pair.Second));
}
