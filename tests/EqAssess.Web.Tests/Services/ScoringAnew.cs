using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>The steps of a rescoring: Ada proposes, Ben answers.</summary>
internal static class ScoringAnew
{
    public const string Reason = "The panel found that scenario 1 was keyed the wrong way round.";
    public const string Remark = "Looked at the touched decisions one by one.";

    public static Task PinAsync(TestSite site, Desk desk) => site.DoAsync((CampaignPlans p) => p.PinAsync(desk.Sample.Campaign, CancellationToken.None));

    public static async Task<ScoringPlan> PlanAsync(TestSite site, Desk desk)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((CampaignPlans p) => p.OfAsync(campaign, CancellationToken.None));
    }

    public static async Task<RescoringProposed> ProposeAsync(TestSite site, Desk desk, RescoringWish wish, Guid staff)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((Rescorings r) => r.ProposeAsync(campaign, wish, Reason, staff, CancellationToken.None));
    }

    /// <summary>Ada proposes a key that turns scenario 1 round.</summary>
    public static async Task<Guid> ProposeAsync(TestSite site, Desk desk, string label = "draft-2")
    {
        Guid key = await site.ReadAsync(db => OtherKeys.AddKeyAsync(db, label, "scenario-01"));
        RescoringProposed proposed = await ProposeAsync(site, desk, OtherKeys.WishFor(key), Desk.Ada);
        return proposed.Rescoring ?? throw new InvalidOperationException(string.Join("; ", proposed.Problems.Select(p => $"{p}").Concat(proposed.Reasons)));
    }

    public static Task<RescoringAnswer> ApproveAsync(TestSite site, Guid rescoring, Guid staff, int seen = 1) =>
        site.AskAsync((RescoringDecisions d) => d.ApproveAsync(rescoring, seen, Remark, staff, CancellationToken.None));

    public static async Task<RescoringStale?> StaleAsync(TestSite site, Guid rescoring)
    {
        RescoringRow row = await RowAsync(site, rescoring);
        return await site.AskAsync((Rescorings r) => r.StaleAsync(row, CancellationToken.None));
    }

    public static async Task<RescoringFound?> FindAsync(TestSite site, Desk desk, Guid rescoring)
    {
        CampaignRow campaign = await desk.CampaignAsync();
        return await site.AskAsync((RescoringView v) => v.FindAsync(campaign, rescoring, 1, CancellationToken.None));
    }

    public static Task<ComposedReport?> ReportAsync(TestSite site, Guid run) =>
        site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.Recruiter, staff: null, CancellationToken.None));

    public static Task<RescoringRow> RowAsync(TestSite site, Guid rescoring) => site.ReadAsync(db => db.Rescorings.AsNoTracking().SingleAsync(r => r.Id == rescoring));

    public static Task<List<ScoreRun>> RunsAsync(TestSite site) => site.ReadAsync(db => db.ScoreRuns.AsNoTracking().ToListAsync());
}
