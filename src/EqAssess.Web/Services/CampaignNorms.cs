using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The norm group of a campaign: chosen before anybody is invited, and the same to the end.</summary>
public sealed class CampaignNorms(EqAssessDb db, NormLibrary library, CampaignPlans plans, TimeProvider time)
{
    /// <summary>The group as reports use it; null where the campaign has none.</summary>
    /// <param name="plan">Under which the score was made.</param>
    public async Task<NormGroup?> OfAsync(CampaignRow campaign, ScoringPlan plan, CancellationToken cancellationToken) =>
        campaign.NormVersionId is Guid id && await db.NormVersions.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is { } row
            ? library.GroupOf(row, fits: row.ScoringSha256 == PlanJson.ScoringDigest(plan))
            : null;

    /// <summary>Published groups on the campaign's form whose scores are made in its way, the newest first.</summary>
    public async Task<IReadOnlyList<NormVersionRow>> OfferedAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        string digest = PlanJson.ScoringDigest(await plans.WouldBeAsync(campaign, cancellationToken));
        return await db.NormVersions.AsNoTracking()
            .Where(n => n.FormVersionId == campaign.FormVersionId && n.ScoringSha256 == digest
                && db.NormEvents.Any(e => e.NormVersionId == n.Id && e.Kind == NormEventKind.Published)
                && !db.NormEvents.Any(e => e.NormVersionId == n.Id && e.Kind == NormEventKind.Withdrawn))
            .OrderByDescending(n => n.Number).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Whether the group may be chosen now: while nobody is invited; and after the campaign was put on another plan, which the group that it had
    /// does not fit.
    /// </summary>
    public async Task<bool> MayChooseAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        if (!await db.Invitations.AnyAsync(i => i.CampaignId == campaign.Id, cancellationToken))
        {
            return true;
        }

        return campaign.NormVersionId is not null && await OfAsync(campaign, await plans.OfAsync(campaign, cancellationToken), cancellationToken) is { Fits: false };
    }

    /// <param name="norms">One of those offered, or null for none.</param>
    /// <returns>False where it may not be chosen any more, or is not offered.</returns>
    public async Task<bool> ChooseAsync(CampaignRow campaign, Guid? norms, Guid? staff, CancellationToken cancellationToken)
    {
        if (norms == campaign.NormVersionId)
        {
            return true;
        }

        if (!await MayChooseAsync(campaign, cancellationToken) || (norms is Guid id && (await OfferedAsync(campaign, cancellationToken)).All(n => n.Id != id)))
        {
            return false;
        }

        int changed = await db.Campaigns
            .Where(c => c.Id == campaign.Id && c.NormVersionId == campaign.NormVersionId && c.PlanId == campaign.PlanId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.NormVersionId, norms), CancellationToken.None);
        if (changed == 1)
        {
            db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = AuditService.NormsChosen, Subject = campaign.Id });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return changed == 1;
    }
}
