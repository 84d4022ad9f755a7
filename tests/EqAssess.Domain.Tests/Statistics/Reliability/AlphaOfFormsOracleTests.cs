using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

/// <summary>Expected values: oracle case 01_alpha_forms, psych::alpha 2.2.9 and base R 4.2.2, three linked forms with omits.</summary>
public sealed class AlphaOfFormsOracleTests
{
    private static readonly Oracle Case = Oracle.Load("01_alpha_forms");
    private static readonly ScoreTable Scores = Oracle.ScoreTable("s1m_forms_missing", "i");

    [Fact]
    public void Alpha_of_the_pool_rests_on_pairwise_covariances()
    {
        var covariances = CovarianceMatrix.Of(Scores);

        Assert.Equal(Case.Values.GetProperty("min_pair_n").GetInt32(), covariances.FewestPairs);
        Case.Agrees(Case.Values.GetProperty("pairwise_alpha"), AlphaOfPool.Of(Scores));
    }

    [Fact]
    public void Alpha_of_each_form_is_over_those_who_answered_all_of_it()
    {
        IReadOnlyList<AlphaByForm> got = AlphaByForm.Of(Scores, Oracle.Column("s1m_forms_missing", "form"));

        Assert.Equal(["A", "B", "C"], got.Select(f => f.Form).Order(StringComparer.Ordinal));
        Assert.All(got, form =>
        {
            JsonElement want = Case.Values.GetProperty("by_form").GetProperty(form.Form);
            Assert.Equal((want.GetProperty("n_complete").GetInt32(), want.GetProperty("k").GetInt32()), (form.Persons, form.Parts));
            Case.Agrees(want.GetProperty("alpha"), form.Alpha);
            Case.Agrees(want.GetProperty("total_sd_n1"), form.StandardDeviation);
        });
        Case.Agrees(Case.Values.GetProperty("n_weighted_mean_alpha"), AlphaByForm.WeightedMean(got));
    }

    [Fact]
    public void A_pair_of_parts_that_too_few_took_gives_no_alpha_of_the_pool()
    {
        int fewest = CovarianceMatrix.Of(Scores).FewestPairs;

        Assert.NotNull(AlphaOfPool.Of(Scores, fewest).OrNull);
        Assert.Equal(NoEstimate.InsufficientData, AlphaOfPool.Of(Scores, fewest + 1).MissingBecause);
    }

    [Fact]
    public void Covariances_that_no_scores_could_have_give_no_alpha_of_the_pool()
    {
        // Each pair of parts was taken by other people, who make it +1, +1 and −1.
        const double No = double.NaN;
        var scores = new ScoreTable([[1, 2, 3, 1, 2, 3, No, No, No], [1, 2, 3, No, No, No, 1, 2, 3], [No, No, No, 1, 2, 3, 3, 2, 1]]);

        Assert.Equal(NoEstimate.NotEstimable, AlphaOfPool.Of(scores, fewestPairs: 3).MissingBecause);
    }
}
