using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Web.Services;
using ItemFlag = EqAssess.Domain.Statistics.Items.ItemFlag;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>1,500 people on one form, with faults planted: the job counts whom it should and finds every one of them.</summary>
[Collection(nameof(CohortSite))]
public sealed class PlantedFaultTests(CohortSite cohort)
{
    [Fact]
    public async Task Only_first_attempts_of_real_people_that_were_handed_in_with_care_count()
    {
        (_, Insight insight) = await cohort.NewestAsync();

        Dictionary<LeftOutBecause, int> left = insight.LeftOut.ToDictionary(l => l.Because, l => l.Attempts);
        Assert.Equal(CohortSite.Simulated, left[LeftOutBecause.Simulated]);
        Assert.Equal(CohortSite.Withdrawn, left[LeftOutBecause.Withdrawn]);
        Assert.Equal(CohortSite.Retests, left[LeftOutBecause.Retest]);
        Assert.Equal(CohortSite.TimedOut, left[LeftOutBecause.TimedOut]);
        Assert.Equal(CohortSite.People, insight.Persons + left.Where(l => l.Key is not (LeftOutBecause.Simulated or LeftOutBecause.TimedOut)).Sum(l => l.Value));
        Assert.Equal((4, 12), (insight.Months.Count, insight.Scenarios));
    }

    [Fact]
    public async Task Rapid_guessers_are_found_and_left_out_and_nobody_else_is()
    {
        (_, Insight insight) = await cohort.NewestAsync();

        int planted = cohort.Cohort.Rapid.Count;
        int found = insight.LeftOut.Single(l => l.Because == LeftOutBecause.LowEffort).Attempts;
        Assert.True(planted > 80);
        Assert.InRange(found, planted - CohortSite.Retests - CohortSite.Withdrawn, planted);
        Assert.InRange(insight.Noted, found, planted);
        Assert.All(insight.Items, i => Assert.InRange(i.Times.Threshold, 3, 10));
    }

    [Fact]
    public async Task The_miskeyed_scenario_is_critical_and_no_other_is()
    {
        (_, Insight insight) = await cohort.NewestAsync();

        ItemInsight miskeyed = insight.Items[cohort.Cohort.Miskeyed];
        Assert.Contains(ItemFlag.KeySuspect, miskeyed.Flags);
        Assert.Contains(ItemFlag.NegativeDiscrimination, miskeyed.Flags);
        Assert.Contains(miskeyed.Options, o => o.RunsAgainst);
        Assert.True(miskeyed.ByFifth[0].OrNull > miskeyed.ByFifth[4].OrNull);
        Assert.All(insight.Items.Where(i => i != miskeyed), i => Assert.False(i.IsCritical));
        Assert.All(insight.Items.Where(i => i != miskeyed), i => Assert.True(i.ByFifth[0].OrNull < i.ByFifth[4].OrNull));
    }

    [Fact]
    public async Task The_scenario_that_is_harder_for_a_group_stands_out_in_differential_functioning()
    {
        (double[][] credits, bool[] focal) = await CreditsAsync();
        var strata = MatchingStrata.Thick([.. Enumerable.Range(0, focal.Length).Select(i => credits.Sum(c => c[i]))]);

        List<MantelDif> found = [.. credits.Select(c => MantelDif.Of(c, focal, strata))];

        MantelDif planted = found[cohort.Cohort.Differential];
        Assert.NotEqual(DifClass.A, planted.Class);
        Assert.True(planted.Smd.OrNull < 0);
        Assert.All(found.Where(f => f != planted), f => Assert.Equal(DifClass.A, f.Class));
    }

    [Fact]
    public async Task Reliability_SD_and_item_numbers_are_those_of_the_scores_that_people_have()
    {
        (_, Insight insight) = await cohort.NewestAsync();

        Assert.NotNull(insight.Reliability);
        Assert.Equal(ReliabilityKind.StratifiedAlpha, insight.Reliability.Used);
        Assert.InRange(insight.Reliability.Coefficient.OrNull!.Value, .5, .95);
        Assert.InRange(insight.Reliability.Alpha.OrNull!.Value, insight.Reliability.AlphaLower.OrNull!.Value, insight.Reliability.AlphaUpper.OrNull!.Value);
        Assert.Equal(insight.StandardDeviation.OrNull!.Value * Math.Sqrt(1 - insight.Reliability.Coefficient.OrNull!.Value), insight.Reliability.Error.OrNull!.Value, 1e-9);
        Assert.Equal(insight.Mean.OrNull!.Value, 100 * insight.Items.Average(i => i.Facility.OrNull!.Value), 1e-9);
        Assert.All(insight.Items, i => Assert.Equal(insight.Persons, i.FifthSizes.Sum()));
        Assert.All(insight.Items, i => Assert.Equal(insight.Persons, i.Times.Bins.Sum()));
        Assert.Equal(insight.Items.Count - 2, insight.Items.Count(i => i.NotReachedRate == 0));
    }

    [Fact]
    public async Task The_campaign_has_statistics_of_its_own_people()
    {
        DrawnInsight drawn = (await cohort.Site.AskAsync((InsightService s) => s.NewestAsync(InsightScope.OfCampaign(cohort.Form, cohort.Campaign), CancellationToken.None)))!;
        (_, Insight ofForm) = await cohort.NewestAsync();

        Assert.Equal(ofForm.Persons, InsightJson.ReadInsight(drawn.Row.Content).Persons);
        Assert.Equal(InsightDrawing.Definition, drawn.Row.Definition);
    }

    /// <summary>Generous: the machine may be busy. The benchmark says how long it really takes.</summary>
    [Fact]
    public void Working_everything_out_takes_seconds() => Assert.True(cohort.Took < TimeSpan.FromSeconds(60), $"It took {cohort.Took}.");

    private async Task<(double[][] Credits, bool[] Focal)> CreditsAsync()
    {
        Guid[] items = [.. cohort.Plan.Items.Select(i => i.ItemVersion)];
        SittingsRead read = await cohort.Site.AskAsync((FormSittings s) => s.OfAsync(cohort.Form, null, items, CancellationToken.None));
        HashSet<Guid> rapid = [.. cohort.Cohort.Rapid];
        HashSet<Guid> focal = [.. cohort.Cohort.Focal];
        List<Sitting> sound = [.. read.Sittings.Where(s => !s.TimedOut && !rapid.Contains(s.Attempt))];
        List<ScoreSheet> sheets = [.. sound.Select(s => Scorer.Score(cohort.Plan, new Domain.Attempts.ResponseSet([.. items.Select((item, i) => new Domain.Attempts.ItemResponse(item, true, s.Responses[i]))])))];
        return ([.. items.Select((_, j) => sheets.Select(s => ((ItemResult.Scored)s.Items[j]).Points).ToArray())], [.. sound.Select(s => focal.Contains(s.Attempt))]);
    }
}
