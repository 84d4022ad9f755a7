using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A campaign has one form; scores of two forms are never held against each other.</summary>
public sealed class OneFormTests
{
    [Fact]
    public async Task Every_attempt_of_a_campaign_is_on_its_form_whatever_is_published_later()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.BeginAttemptAsync(sample.Campaign, "amara");
        await site.PublishAsync(sample.Bank);

        await site.BeginAttemptAsync(sample.Campaign, "bo");

        Assert.Equal([sample.Form, sample.Form], await site.ReadAsync(db => db.Attempts.Select(a => a.FormVersionId).ToListAsync()));
        Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), typeof(CampaignRow).GetProperty(nameof(CampaignRow.FormVersionId))!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers());
    }

    [Fact]
    public async Task Scores_on_another_form_stand_apart_and_are_not_compared_with_the_others()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:PlanningReliability", "0.80"));
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid other = await site.PublishAsync(sample.Bank);
        Guid selected = (await new FinishedAttempts(site, sample).AddAsync([Ratings(1.5)]))[0];
        await new FinishedAttempts(site, sample).AddAsync([Ratings(0)]);
        await new FinishedAttempts(site, sample with { Form = other }).AddAsync([Ratings(0)]);
        await site.RunAsync<ScoreAttempts>();

        CampaignRow campaign = await site.ReadAsync(db => db.Campaigns.SingleAsync());
        CampaignResults results = await site.AskAsync((ResultsService s) => s.OfAsync(campaign, new ResultsQuery(), selected, null, CancellationToken.None));

        Assert.True(results.MixesForms);
        Assert.Equal([sample.Form, sample.Form, other], results.Rows.Select(r => r.Score!.By.FormVersion));
        Assert.Equal(new ScoreComparison.Refused(ComparisonRefusal.OtherForm), results.AgainstSelected(results.Rows[2]));
        Assert.Null(results.DiffersFromSelected(results.Rows[2]));
        Assert.IsType<ScoreComparison.Made>(results.AgainstSelected(results.Rows.Single(r => r.Attempt != selected && r.Score!.By.FormVersion == sample.Form)));
    }

    private static string?[] Ratings(double spread) => [.. Enumerable.Range(1, 4).Select(i => (string?)FinishedAttempts.RatingsNear(i, spread, new Random(3)))];
}
