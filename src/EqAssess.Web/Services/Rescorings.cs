using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Proposals to score a campaign by another key or plan: how they come about and what makes them stale. They change nothing.</summary>
public sealed class Rescorings(EqAssessDb db, CampaignPlans plans, RescoringPlans making, RescoringPreviews previews, IJobEngine jobs, TimeProvider time)
{
    public const int ShortestReason = 10;
    public const int LongestReason = 500;

    /// <summary>People whose preview a page waits for; of more it is computed in the background.</summary>
    public const int AtOnce = 200;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RescoringRow>> OfAsync(Guid campaign, CancellationToken cancellationToken) =>
        await db.Rescorings.AsNoTracking().Where(r => r.CampaignId == campaign).OrderByDescending(r => r.ProposedAt).ToListAsync(cancellationToken);

    /// <summary>Proposals of others that wait for a second person, the oldest first.</summary>
    public async Task<IReadOnlyList<RescoringNeed>> WaitingForAsync(Guid staff, CancellationToken cancellationToken) => await (
        from row in db.Rescorings
        join campaign in db.Campaigns on row.CampaignId equals campaign.Id
        where row.State == RescoringState.Proposed && row.ProposedBy != staff
        orderby row.ProposedAt
        select new RescoringNeed(row.Id, campaign.Id, campaign.JobTitle)).ToListAsync(cancellationToken);

    public async Task<RescoringProposed> ProposeAsync(CampaignRow campaign, RescoringWish wish, string? reason, Guid staff, CancellationToken cancellationToken)
    {
        string why = (reason ?? "").Trim();
        List<RescoringProblem> problems = [.. why.Length is < ShortestReason or > LongestReason ? [RescoringProblem.NoReason] : Array.Empty<RescoringProblem>()];
        if (!await db.Invitations.AnyAsync(i => i.CampaignId == campaign.Id, cancellationToken))
        {
            return new RescoringProposed(null, [.. problems, RescoringProblem.NobodyInvited], []);
        }

        await plans.PinAsync(campaign.Id, cancellationToken);
        CampaignRow pinned = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign.Id, cancellationToken);
        ScoringPlan plan = await plans.OfAsync(pinned, cancellationToken);
        PlanMaking made = await making.MakeAsync(pinned, plan, wish, cancellationToken);
        return made is PlanMaking.Made { Plan: var other } && problems.Count == 0
            ? new RescoringProposed(await AddAsync(pinned, plan, other, why, staff, cancellationToken), [], [])
            : new RescoringProposed(null, problems, made is PlanMaking.Refused refused ? refused.Problems : []);
    }

    /// <summary>Looks at the campaign again: more people may have been scored since.</summary>
    public async Task LookAgainAsync(Guid rescoring, CancellationToken cancellationToken)
    {
        int mine = await db.Rescorings.Where(r => r.Id == rescoring && r.State == RescoringState.Proposed)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RescoringState.Computing), cancellationToken);
        if (mine == 1)
        {
            await GoOnAsync(rescoring, cancellationToken);
        }
    }

    /// <summary>Why the preview does not hold any more; null where it does, or where the proposal is decided.</summary>
    public async Task<RescoringStale?> StaleAsync(RescoringRow row, CancellationToken cancellationToken)
    {
        if (row.State != RescoringState.Proposed)
        {
            return null;
        }

        return await db.Campaigns.AnyAsync(c => c.Id == row.CampaignId && c.PlanId != row.FromPlanId, cancellationToken) ? RescoringStale.OtherPlan
            : await previews.CountAsync(row, cancellationToken) != row.People || await previews.AnyOtherAsync(row, cancellationToken) ? RescoringStale.OtherPeople
            : null;
    }

    private async Task<Guid> AddAsync(CampaignRow campaign, ScoringPlan plan, ScoringPlan other, string reason, Guid staff, CancellationToken cancellationToken)
    {
        var row = new RescoringRow
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign.Id,
            FromPlanId = plan.Id,
            Plan = PlanJson.Write(other),
            Reason = reason,
            ProposedBy = staff,
            ProposedAt = time.Now,
            State = RescoringState.Computing,
        };
        db.Rescorings.Add(row);
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = AuditService.RescoringProposed, Subject = row.Id });
        await db.SaveChangesAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        await GoOnAsync(row.Id, cancellationToken);
        return row.Id;
    }

    private async Task GoOnAsync(Guid rescoring, CancellationToken cancellationToken)
    {
        RescoringRow row = await db.Rescorings.AsNoTracking().SingleAsync(r => r.Id == rescoring, cancellationToken);
        if (await previews.CountAsync(row, cancellationToken) <= AtOnce)
        {
            await previews.ComputeAsync(rescoring, cancellationToken);
            return;
        }

        await jobs.NudgeAsync<PreviewRescorings>();
    }
}

public sealed record RescoringNeed(Guid Rescoring, Guid Campaign, string JobTitle);

/// <param name="Rescoring">Null where problems keep it from being proposed.</param>
/// <param name="Reasons">Why there is no such plan, in words.</param>
public sealed record RescoringProposed(Guid? Rescoring, IReadOnlyList<RescoringProblem> Problems, IReadOnlyList<string> Reasons);

/// <summary>Why nothing can be proposed so. Worded in StaffWords.</summary>
public enum RescoringProblem
{
    NoReason,

    /// <summary>There is nothing to score, and the plan is not fixed yet.</summary>
    NobodyInvited,
}

/// <summary>Why a proposal cannot be approved as it was looked at.</summary>
public enum RescoringStale
{
    /// <summary>The campaign has been put on another plan since.</summary>
    OtherPlan,

    /// <summary>Others have been scored, or some have withdrawn.</summary>
    OtherPeople,
}
