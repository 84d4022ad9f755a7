using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The scoring plan of a campaign: key, reliability and SD stay the same from the first invitation to the end, whatever is estimated meanwhile.</summary>
public sealed class CampaignPlans(EqAssessDb db, ScoringService scoring, JobRecordLibrary records, TimeProvider time)
{
    /// <summary>Each time that all fail but one, one is through: as many may make a plan of one form at the same moment.</summary>
    private const int Tries = 10;

    /// <summary>The pinned plan; before anybody is invited, the current plan of the form.</summary>
    public async Task<ScoringPlan> OfAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        if (campaign.PlanId is not Guid pinned)
        {
            return await scoring.CurrentPlanAsync(campaign.FormVersionId, cancellationToken);
        }

        return PlanJson.ReadPlan(await db.ScoringPlans.Where(p => p.Id == pinned).Select(p => p.Content).SingleAsync(cancellationToken));
    }

    /// <summary>The pinned plan; before anybody is invited, the one that would be pinned now. Nothing is stored.</summary>
    public async Task<ScoringPlan> WouldBeAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        ScoringPlan plan = await OfAsync(campaign, cancellationToken);
        return campaign.PlanId is null && campaign.JobRecordId is Guid record && (await records.FindAsync(record, cancellationToken))!.Linked is var linked && ShorterPlans.Shortens(plan, linked)
            ? ShorterPlans.Of(plan, linked, plan.Id)
            : plan;
    }

    /// <summary>
    /// Pins the current plan of the form, without the domains that the campaign's job-relatedness record does not link. Pinned before, it
    /// stays what it is.
    /// </summary>
    public async Task PinAsync(Guid campaign, CancellationToken cancellationToken)
    {
        CampaignRow row = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign, cancellationToken);
        if (row.PlanId is not null)
        {
            return;
        }

        Guid plan = await OwnPlanAsync(row, cancellationToken);
        await db.Campaigns.Where(c => c.Id == campaign && c.PlanId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.PlanId, plan), cancellationToken);
    }

    /// <summary>Codes of the domains that the form samples and the campaign does not score, since its record links them to no task that matters.</summary>
    public async Task<IReadOnlyList<string>> NotScoredAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        if (campaign.JobRecordId is not Guid record)
        {
            return [];
        }

        ScoringPlan whole = await scoring.CurrentPlanAsync(campaign.FormVersionId, cancellationToken);
        IReadOnlyList<string> linked = (await records.FindAsync(record, cancellationToken))!.Linked;
        return [.. whole.Items.Select(i => i.Domain).Distinct().Except(linked)];
    }

    /// <summary>An invitation's place among equal scores of its campaign.</summary>
    public static int DrawOf(int seed, Guid invitation) =>
        BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{invitation}")));

    private async Task<Guid> OwnPlanAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            ScoringPlan whole = await scoring.CurrentPlanAsync(campaign.FormVersionId, cancellationToken);
            if (campaign.JobRecordId is not Guid record || (await records.FindAsync(record, cancellationToken))!.Linked is not { } linked || !ShorterPlans.Shortens(whole, linked))
            {
                return whole.Id;
            }

            ScoringPlan own = ShorterPlans.Of(whole, linked, Guid.CreateVersion7());
            int number = await db.ScoringPlans.Where(p => p.FormVersionId == campaign.FormVersionId).MaxAsync(p => p.Number, cancellationToken) + 1;
            ScoringPlanRow row = RowOf(own, number, campaign.Id);
            db.ScoringPlans.Add(row);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return own.Id;
            }
            catch (DbUpdateException failure) when (i < Tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Another plan of the form has the number: count again.
                db.Entry(row).State = EntityState.Detached;
            }
        }
    }

    private ScoringPlanRow RowOf(ScoringPlan plan, int number, Guid campaign)
    {
        string content = PlanJson.Write(plan);
        return new ScoringPlanRow
        {
            Id = plan.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = number,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
            CampaignId = campaign,
        };
    }
}
