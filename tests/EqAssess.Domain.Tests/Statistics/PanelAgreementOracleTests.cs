using System.Text.Json;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Expected values: oracle case 04_sme_agreement, ten judges and 24 options on five points, R 4.2.2 (psych, multilevel).</summary>
public sealed class PanelAgreementOracleTests
{
    private const int Points = 5;
    private static readonly Oracle Case = Oracle.Load("04_sme_agreement");
    private static readonly IReadOnlyList<(string Name, IReadOnlyDictionary<string, int?> Ratings)> Judges = Oracle.Table("s3_sme_10x24");
    private static readonly string[] Options = [.. Judges[0].Ratings.Keys];

    [Fact]
    public void Mean_SD_median_and_r_wg_of_every_option_are_those_of_R()
    {
        Assert.Equal(24, Options.Length);
        Assert.All(Options, option =>
        {
            double[] values = [.. RatingsOf(option).Select(r => (double)r)];
            Case.Agrees(Want("mean", option), Descriptive.Mean(values));
            Case.Agrees(Want("sd_n1", option), Descriptive.StandardDeviation(values));
            Case.Agrees(Want("median", option), Descriptive.Median(values));
            Case.Agrees(Want("rwg_untruncated", option), Rwg.Of(RatingsOf(option), Points));
        });
    }

    [Fact]
    public void AD_M_of_every_option_is_that_of_R() =>
        Assert.All(Options, option => Case.Agrees(Want("ad_mean", option), AverageDeviation.Of(RatingsOf(option))));

    [Fact]
    public void A_wg_of_every_option_is_that_of_R_where_the_mean_allows_it()
    {
        // All means of the case but that of s1A (4.8) lie within the limits ((J − 1)L + H)/J = 1.4 and 4.6.
        string[] outside = [.. Options.Where(o => Awg.Of(RatingsOf(o), 1, Points).MissingBecause is not null)];

        Assert.Equal(["s1A"], outside);
        Assert.All(Options.Except(outside), option => Case.Agrees(Want("awg_unclamped", option), Awg.Of(RatingsOf(option), 1, Points)));
    }

    [Fact]
    public void R_wg_of_every_scenario_is_that_of_R() => Assert.All(Enumerable.Range(1, 6), number =>
    {
        IReadOnlyList<int>[] block = [.. Options.Where(o => o.StartsWith($"s{number}", StringComparison.Ordinal)).Select(RatingsOf)];
        Case.Agrees(Want("rwg_j_per_scenario", $"s{number}"), Rwg.OfBlock(block, Points));
    });

    [Fact]
    public void Intraclass_correlations_and_their_limits_are_those_of_R()
    {
        IntraclassCorrelations icc = IntraclassCorrelation.Of([.. Options.Select(o => RatingsOf(o).Select(r => (double)r).ToArray())]);

        IccCase.Agrees(Case, "icc", "ci95", icc);
    }

    private static IReadOnlyList<int> RatingsOf(string option) =>
        [.. Judges.Select(j => j.Ratings[option] ?? throw new InvalidOperationException($"{j.Name} skipped {option}."))];

    private static JsonElement Want(string table, string name) => Case.Values.GetProperty(table).GetProperty(name);
}
