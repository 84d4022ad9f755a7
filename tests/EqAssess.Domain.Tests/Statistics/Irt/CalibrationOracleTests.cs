using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Irt;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Irt;

/// <summary>Expected values: oracle case 16_irt_mml_grm, EM in base R 4.2.2 (checked there with ltm::grm), 400 simulated persons on 12 parts.</summary>
public sealed class CalibrationOracleTests
{
    private static readonly Oracle Case = Oracle.Load("16_irt_mml_grm");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s1_poly_12x400", "i");
    private static readonly Calibration Got = Calibration.Of(Scores, ModelFamily.Graded);

    [Fact]
    public void Slopes_and_thresholds_are_those_of_R()
    {
        Assert.True(Got.Converged);
        foreach ((int j, ResponseModel? part) in Got.Parts.Index())
        {
            string name = $"i{j + 1:00}";
            Case.Agrees(Case.Values.GetProperty("a").GetProperty(name), part!.Slope);
            double[] want = [.. Case.Values.GetProperty("b").GetProperty(name).EnumerateArray().Select(b => b.GetDouble())];
            Assert.All(want.Zip(part.Thresholds), pair => Case.Agrees(pair.First, pair.Second));
        }
    }

    [Fact]
    public void The_log_likelihood_is_that_of_R() => Assert.Equal(Case.Values.GetProperty("loglik").GetDouble(), Got.LogLikelihood, 1e-2);

    [Fact]
    public void Scores_of_persons_are_those_of_R()
    {
        for (int i = 0; i < 10; i++)
        {
            Case.Agrees(Case.Values.GetProperty("eap_first10")[i], Got.Persons[i].Eap);
            Case.Agrees(Case.Values.GetProperty("psd_first10")[i], Got.Persons[i].Psd);
        }

        Case.Agrees(Case.Values.GetProperty("empirical_reliability"), TraitEstimate.EmpiricalReliability(Got.Persons));
    }

    [Fact]
    public void Local_dependence_is_that_of_R_and_no_pair_is_suspect()
    {
        var got = LocalDependence.Of(Got.Residuals(Scores));

        Assert.Equal(66, got.Pairs.Count);
        Case.Agrees(Case.Values.GetProperty("q3_mean"), got.Mean);
        Case.Agrees(Case.Values.GetProperty("q3_max"), got.Pairs.Max(p => p.Q3.OrNull!.Value));
        Case.Agrees(Case.Values.GetProperty("q3_min"), got.Pairs.Min(p => p.Q3.OrNull!.Value));
        Assert.Empty(got.Suspect);
    }
}
