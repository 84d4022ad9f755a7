using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Responding;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics.Responding;

/// <summary>Expected values: oracle case 11_rapid_longstring, base R 4.2.2.</summary>
public sealed class RespondingOracleTests
{
    private static readonly Oracle Case = Oracle.Load("11_rapid_longstring");
    private static readonly ScoreTable Times = Oracle.ScoreTable("s6_times_12x120", "t");
    private static readonly ScoreTable Rated = Oracle.ScoreTable("s4_ratings_40x24", "s");

    [Fact]
    public void Thresholds_are_those_of_R() => Assert.All(Enumerable.Range(0, 12), j =>
    {
        Case.Agrees(Case.Values.GetProperty("threshold_nt10")[j], NormativeThreshold.Of(Times.Column(j)));
        Case.Agrees(Case.Values.GetProperty("threshold_nt30")[j], NormativeThreshold.Normative(Times.Column(j), share: .30));
    });

    [Fact]
    public void Effort_of_every_person_and_item_is_that_of_R()
    {
        double[] thresholds = [.. Enumerable.Range(0, 12).Select(j => NormativeThreshold.Of(Times.Column(j)))];
        JsonProperty[] persons = [.. Case.Values.GetProperty("rte").EnumerateObject()];

        Estimate[] got = [.. Enumerable.Range(0, 120).Select(i => ResponseTimeEffort.Of([.. Enumerable.Range(0, 12).Select(j => Times.Column(j)[i])], thresholds))];

        Assert.Equal(120, persons.Length);
        Assert.All(persons.Zip(got), pair => Case.Agrees(pair.First.Value, pair.Second));
        Assert.Equal(Case.Values.GetProperty("n_rte_below_.90").GetInt32(), got.Count(r => r.OrNull < ResponseTimeEffort.Least));
        Assert.All(
            Case.Values.GetProperty("rtf").EnumerateObject().Index(),
            item => Case.Agrees(item.Item.Value, ResponseTimeEffort.OfItem(Times.Column(item.Index), thresholds[item.Index])));
    }

    [Fact]
    public void Runs_and_variability_of_every_person_are_those_of_R()
    {
        foreach ((int i, JsonProperty want) in Case.Values.GetProperty("longstring").EnumerateObject().Index())
        {
            double[] ratings = [.. Enumerable.Range(0, Rated.Parts).Select(j => Rated.Column(j)[i])];

            Assert.Equal(want.Value.GetInt32(), Ratings.Longstring(ratings));
            Case.Agrees(Case.Values.GetProperty("irv").GetProperty(want.Name), Ratings.Variability(ratings));
        }
    }

    [Fact]
    public void An_omitted_rating_ends_a_run() => Assert.Equal(2, Ratings.Longstring([3, 3, double.NaN, 3, 3]));

    [Fact]
    public void Few_administrations_have_the_fixed_floor() => Assert.Equal(3, NormativeThreshold.Of([.. Enumerable.Repeat(60d, 99)]));

    [Fact]
    public void A_floor_by_reading_takes_ten_words_a_second()
    {
        Assert.Equal(18.5, NormativeThreshold.Of([.. Enumerable.Repeat(60d, 99)], words: 185));
        Assert.Equal(6, NormativeThreshold.Of([.. Enumerable.Repeat(60d, 100)], words: 185), 1e-12);
    }

    [Fact]
    public void Whoever_left_the_desk_counts_as_ten_minutes_in_the_mean() =>
        Assert.Equal(6.27, NormativeThreshold.Normative([.. Enumerable.Repeat(60d, 199), 86_400]).OrNull!.Value, 1e-9);
}
