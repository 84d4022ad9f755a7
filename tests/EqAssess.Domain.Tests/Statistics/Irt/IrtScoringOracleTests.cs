using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Irt;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Irt;

/// <summary>Expected values: oracle case 15_irt_scoring, arithmetic in base R 4.2.2.</summary>
public sealed class IrtScoringOracleTests
{
    private static readonly Oracle Case = Oracle.Load("15_irt_scoring");
    private static readonly double[] Thetas = Numbers(Case.Values.GetProperty("theta"));
    private static readonly JsonElement[] Items = [.. Case.Values.GetProperty("items").EnumerateArray()];
    private static readonly GradedModel[] Graded = [.. Items.Select(i => new GradedModel(i.GetProperty("a").GetDouble(), Numbers(i.GetProperty("b"))))];
    private static readonly PartialCreditModel[] Partial = [.. Graded.Select(g => new PartialCreditModel(g.Slope, g.Thresholds))];

    private static readonly GradedModel[] TwoParameter =
    [
        .. Numbers(Case.Values.GetProperty("twopl").GetProperty("a")).Zip(
            Numbers(Case.Values.GetProperty("twopl").GetProperty("b")), (a, b) => new GradedModel(a, [b])),
    ];

    [Fact]
    public void Probabilities_are_those_of_R() => Assert.All(Thetas.Index(), theta =>
    {
        AllAgree(Case.Values.GetProperty("grm_prob_item1")[theta.Index], Graded[0].Probabilities(theta.Item));
        AllAgree(Case.Values.GetProperty("gpcm_prob_item1")[theta.Index], Partial[0].Probabilities(theta.Item));
    });

    [Fact]
    public void Information_is_that_of_R()
    {
        for (int j = 0; j < Items.Length; j++)
        {
            AllAgree(Case.Values.GetProperty("grm_item_info")[j], [.. Thetas.Select(Graded[j].Information)]);
            AllAgree(Case.Values.GetProperty("gpcm_item_info")[j], [.. Thetas.Select(Partial[j].Information)]);
        }

        AllAgree(Case.Values.GetProperty("grm_test_info"), [.. Thetas.Select(t => TestInformation.At(Graded, t))]);
        AllAgree(Case.Values.GetProperty("twopl").GetProperty("test_info"), [.. Thetas.Select(t => TestInformation.At(TwoParameter, t))]);
    }

    [Fact]
    public void Scores_of_patterns_are_those_of_R()
    {
        JsonElement[] rows = [.. Case.Values.GetProperty("scores").EnumerateArray()];

        Assert.Equal(6, rows.Length);
        Assert.All(rows.Where(r => Answers(r).Any(a => a is not null)), row =>
        {
            Scored(row.GetProperty("grm_eap"), TraitEstimate.Of(Graded, Answers(row)));
            Scored(row.GetProperty("gpcm_eap"), TraitEstimate.Of(Partial, Answers(row)));

            // R's optimiser stops within 1e-6 of the top.
            Assert.Equal(row.GetProperty("grm_map").GetDouble(), TraitEstimate.Map(Graded, Answers(row)).OrNull!.Value, 1e-6);
            Assert.Equal(row.GetProperty("gpcm_map").GetDouble(), TraitEstimate.Map(Partial, Answers(row)).OrNull!.Value, 1e-6);
        });
    }

    [Fact]
    public void Scores_of_the_two_parameter_model_are_those_of_R() =>
        Assert.All(Case.Values.GetProperty("twopl").GetProperty("scores").EnumerateArray(), row =>
        {
            TraitEstimate got = TraitEstimate.Of(TwoParameter, Answers(row));

            Case.Agrees(row.GetProperty("eap").GetProperty("eap"), got.Eap);
            Case.Agrees(row.GetProperty("eap").GetProperty("psd"), got.Psd);
        });

    [Fact]
    public void Whoever_answered_nothing_is_not_scored()
    {
        TraitEstimate got = TraitEstimate.Of(Graded, [null, null, null, null]);

        Assert.Equal(NoEstimate.InsufficientData, got.Eap.MissingBecause);
        Assert.Equal(NoEstimate.InsufficientData, TraitEstimate.Map(Graded, [null, null, null, null]).MissingBecause);
        Assert.Equal(0, got.LogLikelihood);
    }

    private static void Scored(JsonElement want, TraitEstimate got)
    {
        Case.Agrees(want.GetProperty("eap"), got.Eap);
        Case.Agrees(want.GetProperty("psd"), got.Psd);
        Case.Agrees(want.GetProperty("loglik_marginal"), got.LogLikelihood);
    }

    private static void AllAgree(JsonElement want, double[] got)
    {
        Assert.Equal(want.GetArrayLength(), got.Length);
        Assert.All(Numbers(want).Zip(got), pair => Case.Agrees(pair.First, pair.Second));
    }

    private static int?[] Answers(JsonElement row) =>
        [.. row.GetProperty("response").EnumerateArray().Select(a => a.ValueKind == JsonValueKind.Null ? (int?)null : a.GetInt32())];

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetDouble())];
}
