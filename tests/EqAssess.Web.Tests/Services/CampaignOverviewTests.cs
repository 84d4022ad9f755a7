using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

public sealed class CampaignOverviewTests
{
    [Theory]
    [OnEachEngine]
    public async Task The_counts_of_all_campaigns_are_each_campaigns_own(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid empty = await site.OpenAsync(sample.Form, firstDay: 2);
        Guid second = await site.OpenAsync(sample.Form);
        await new FinishedAttempts(site, sample).AddAsync(3);
        await site.RunAsync<Web.Jobs.ScoreAttempts>();
        await new FinishedAttempts(site, sample with { Campaign = second }).AddAsync(2);
        await site.BeginAttemptAsync(second, "amara");
        await site.InviteAsync(second, "bo");
        Guid gone = await site.InviteAsync(second, "carmen");
        await site.AskAsync((InvitationService invitations) => invitations.RevokeAsync(gone));
        Guid refused = await site.InviteAsync(second, "dilan");
        await site.ReadAsync(db => db.Messages.Where(m => m.InvitationId == refused).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Refused)));

        Dictionary<Guid, CampaignSummary> found = await site.AskAsync(async (IServiceProvider services) =>
        {
            var db = (EqAssessDb)services.GetService(typeof(EqAssessDb))!;
            var overview = (CampaignOverview)services.GetService(typeof(CampaignOverview))!;
            return (await overview.ListAsync(db.Campaigns, 10, CancellationToken.None)).ToDictionary(s => s.Row.Id);
        });

        Assert.Equal((3, 3, 3, 3, 0), Counts(found[sample.Campaign]));
        Assert.Equal((5, 3, 2, 0, 1), Counts(found[second]));
        Assert.Equal((0, 0, 0, 0, 0), Counts(found[empty]));
        Assert.Equal((CampaignState.Open, CampaignState.NotYetOpen), (found[second].State, found[empty].State));
    }

    private static (int Invited, int Started, int Finished, int Scored, int Undelivered) Counts(CampaignSummary summary) =>
        (summary.Invited, summary.Started, summary.Finished, summary.Scored, summary.Undelivered);
}
