using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The scoring plan of a campaign: key, reliability and SD stay the same from the first invitation to the end, whatever is estimated meanwhile.</summary>
public sealed class CampaignPlans(EqAssessDb db, ScoringService scoring)
{
    /// <summary>The pinned plan; before anybody is invited, the current plan of the form.</summary>
    public async Task<ScoringPlan> OfAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        if (campaign.PlanId is not Guid pinned)
        {
            return await scoring.CurrentPlanAsync(campaign.FormVersionId, cancellationToken);
        }

        return PlanJson.ReadPlan(await db.ScoringPlans.Where(p => p.Id == pinned).Select(p => p.Content).SingleAsync(cancellationToken));
    }

    /// <summary>Pins the current plan of the form. Pinned before, it stays what it is.</summary>
    public async Task PinAsync(Guid campaign, CancellationToken cancellationToken)
    {
        var row = await db.Campaigns.Where(c => c.Id == campaign).Select(c => new { c.PlanId, c.FormVersionId }).SingleAsync(cancellationToken);
        if (row.PlanId is not null)
        {
            return;
        }

        Guid plan = (await scoring.CurrentPlanAsync(row.FormVersionId, cancellationToken)).Id;
        await db.Campaigns.Where(c => c.Id == campaign && c.PlanId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.PlanId, plan), cancellationToken);
    }

    /// <summary>An invitation's place among equal scores of its campaign.</summary>
    public static int DrawOf(int seed, Guid invitation) =>
        BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{invitation}")));
}
