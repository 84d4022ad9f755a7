using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A hiring campaign with people who are scored, and members of staff by id alone.</summary>
internal sealed class Desk(TestSite site, SampleCampaign sample)
{
    public static readonly Guid Ada = Guid.Parse("a0000000-0000-4000-8000-000000000001");
    public static readonly Guid Ben = Guid.Parse("b0000000-0000-4000-8000-000000000002");

    public SampleCampaign Sample => sample;

    public static async Task<Desk> OfAsync(TestSite site, int people)
    {
        SampleCampaign sample = await site.AddCampaignAsync();
        await new FinishedAttempts(site, sample).AddAsync(people);
        await site.RunAsync<ScoreAttempts>();
        return new Desk(site, sample);
    }

    public async Task<CampaignRow> CampaignAsync() => await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == sample.Campaign));

    /// <summary>Invitations of those who are scored, from the highest score down.</summary>
    public async Task<IReadOnlyList<Guid>> PeopleAsync() => await site.ReadAsync(db => (
        from run in db.ScoreRuns join attempt in db.Attempts on run.AttemptId equals attempt.Id orderby run.Percent descending select attempt.InvitationId).ToListAsync());

    /// <summary>Opens the report of somebody, as the report's page notes it.</summary>
    public async Task ReadAsync(Guid invitation, Guid staff)
    {
        Guid run = await site.ReadAsync(db => (
            from r in db.ScoreRuns join a in db.Attempts on r.AttemptId equals a.Id where a.InvitationId == invitation orderby r.ScoredAt select r.Id).FirstAsync());
        await site.DoAsync((AuditService audit) => audit.NoteAsync(staff, AuditService.ReportViewed, run));
    }

    public async Task<DecisionTaken> DecideAsync(Guid invitation, Guid staff, DecisionOutcome? outcome = DecisionOutcome.Shortlist, string? reason = "Calm in all four calls.", int seen = 0)
    {
        CampaignRow campaign = await CampaignAsync();
        return await site.AskAsync((DecisionService s) => s.DecideAsync(campaign, new NewDecision(invitation, outcome, reason, staff, seen), CancellationToken.None));
    }

    public async Task<IReadOnlyList<RecordedDecision>> RecordAsync(Guid invitation) =>
        await site.AskAsync((DecisionRecord record) => record.OfAsync(invitation, CancellationToken.None));

    /// <summary>Names of people as the list shows them.</summary>
    public async Task<CampaignResults> ListAsync(ResultsQuery query, Guid? reader = null)
    {
        CampaignRow campaign = await CampaignAsync();
        return await site.AskAsync((ResultsService s) => s.OfAsync(campaign, query, null, reader, CancellationToken.None));
    }

    public async Task BlindAsync() => await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.Blind, true)));
}
