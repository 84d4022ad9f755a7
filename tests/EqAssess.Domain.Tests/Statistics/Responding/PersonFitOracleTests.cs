using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Irt;
using EqAssess.Domain.Statistics.Responding;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Responding;

/// <summary>Expected values: oracle case 18_person_fit, base R 4.2.2 (checked there with PerFit), 800 simulated persons on 15 items.</summary>
public sealed class PersonFitOracleTests
{
    private static readonly Oracle Case = Oracle.Load("18_person_fit");
    private static readonly int[][] Answers = [.. Oracle.Scores("s2_dich_15x800", "q").Select(row => Array.ConvertAll(row, x => (int)x))];
    private static readonly PersonFit Fit = new([.. Enumerable.Range(0, 15).Select(j => Answers.Average(a => a[j]))]);

    [Fact]
    public void Items_run_from_the_easiest_to_the_hardest() =>
        Assert.Equal(Case.Values.GetProperty("item_order").EnumerateArray().Select(i => i.GetString()), Fit.Order.Select(j => $"q{j + 1:00}"));

    [Fact]
    public void The_first_persons_have_the_fit_of_R()
    {
        JsonElement[] first = [.. Case.Values.GetProperty("first20").EnumerateArray()];

        Assert.Equal(20, first.Length);
        Assert.All(first.Zip(Answers), pair =>
        {
            Assert.Equal(pair.First.GetProperty("G").GetInt32(), Fit.GuttmanErrors(pair.Second));
            Case.Agrees(pair.First.GetProperty("Gnormed"), Fit.NormedErrors(pair.Second));
            Case.Agrees(pair.First.GetProperty("U3"), Fit.U3(pair.Second));
        });
    }

    [Fact]
    public void Means_over_all_persons_are_those_of_R()
    {
        Case.Agrees(Case.Values.GetProperty("G_mean"), Answers.Average(Fit.GuttmanErrors));
        Case.Agrees(Case.Values.GetProperty("Gnormed_mean"), Answers.Select(a => Fit.NormedErrors(a).OrNull).OfType<double>().Average());
        Case.Agrees(Case.Values.GetProperty("U3_mean"), Answers.Select(a => Fit.U3(a).OrNull).OfType<double>().Average());
    }

    [Fact]
    public void Perfect_and_empty_patterns_have_no_fit()
    {
        Assert.Equal(NoEstimate.NotEstimable, Fit.NormedErrors([.. Enumerable.Repeat(1, 15)]).MissingBecause);
        Assert.Equal(NoEstimate.NotEstimable, Fit.U3(new int[15]).MissingBecause);
    }

    [Fact]
    public void The_standardised_likelihood_falls_for_whoever_fails_the_easy_and_masters_the_hard()
    {
        double[] right = [.. Enumerable.Range(0, 15).Select(j => .9 - (.05 * j))];
        int?[] fitting = [.. Enumerable.Range(0, 15).Select(j => (int?)(j < 8 ? 1 : 0))];
        int?[] reversed = [.. Enumerable.Range(0, 15).Select(j => (int?)(j < 8 ? 0 : 1))];

        Assert.True(PersonFit.Lz(fitting, right).OrNull > 1);
        Assert.True(PersonFit.Lz(reversed, right).OrNull < -2);
        Assert.Equal(NoEstimate.InsufficientData, PersonFit.Lz([null], [.5]).MissingBecause);
        Assert.Equal(NoEstimate.ZeroVariance, PersonFit.Lz([1], [.5]).MissingBecause);
    }
}
