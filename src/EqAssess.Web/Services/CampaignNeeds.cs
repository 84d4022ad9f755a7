using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What campaigns ask of those who work with them. Each answer is one query over all campaigns that the reader may see.</summary>
public sealed class CampaignNeeds(EqAssessDb db, TimeProvider time)
{
    /// <summary>An invitation that ends within this time is about to expire.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    /// <summary>How long after its end a campaign's results are still new.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public async Task<CampaignCounts> CountsAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        return await visible.GroupBy(_ => 1).Select(g => new CampaignCounts(
            g.Count(c => c.OpensAt > now), g.Count(c => c.OpensAt <= now && c.ClosesAt > now), g.Count(c => c.ClosesAt <= now)))
            .SingleOrDefaultAsync(cancellationToken) ?? new CampaignCounts(0, 0, 0);
    }

    /// <summary>Campaigns not yet over to which nobody is invited.</summary>
    public async Task<IReadOnlyList<CampaignNeed>> WithoutInvitationsAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        return await visible.Where(c => c.ClosesAt > now && !db.Invitations.Any(i => i.CampaignId == c.Id && i.RevokedAt == null))
            .OrderBy(c => c.ClosesAt).Select(c => new CampaignNeed(c.Id, c.JobTitle, c.ClosesOn, 0)).ToListAsync(cancellationToken);
    }

    /// <summary>Messages that were refused, or whose fate is uncertain.</summary>
    public async Task<IReadOnlyList<CampaignNeed>> UndeliveredAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken) => await (
        from message in db.Messages
        join invitation in db.Invitations on message.InvitationId equals invitation.Id
        join campaign in visible on invitation.CampaignId equals campaign.Id
        where (message.State == MessageState.Refused || message.State == MessageState.AddressRefused || message.State == MessageState.Uncertain)
            && message.Kind != MessageKind.AdjustmentDecided && message.Kind != MessageKind.AdjustmentGranted && invitation.RevokedAt == null
        group message by new { campaign.Id, campaign.JobTitle, campaign.ClosesOn } into those
        select new CampaignNeed(those.Key.Id, those.Key.JobTitle, those.Key.ClosesOn, those.Count())).ToListAsync(cancellationToken);

    /// <summary>People who have not started, and whose last day is near.</summary>
    public async Task<IReadOnlyList<CampaignNeed>> ExpiringAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        DateTimeOffset soon = now + Soon;
        return await (
            from campaign in visible
            join invitation in db.Invitations on campaign.Id equals invitation.CampaignId
            where campaign.ClosesAt > now && campaign.ClosesAt <= soon && campaign.OpensAt <= now
                && invitation.RevokedAt == null && invitation.WithdrawnAt == null && invitation.StartUntil == null
                && !db.Attempts.Any(a => a.InvitationId == invitation.Id)
            group invitation by new { campaign.Id, campaign.JobTitle, campaign.ClosesOn } into those
            orderby those.Key.ClosesOn
            select new CampaignNeed(those.Key.Id, those.Key.JobTitle, those.Key.ClosesOn, those.Count())).ToListAsync(cancellationToken);
    }

    /// <summary>Results of hiring campaigns that came after this member of staff last opened the list.</summary>
    public async Task<IReadOnlyList<CampaignNeed>> NewResultsAsync(IQueryable<CampaignRow> visible, Guid? staff, CancellationToken cancellationToken)
    {
        DateTimeOffset since = time.Now - Recent;

        // Runs are looked up and not joined: a join may begin with all runs of a plan, which many campaigns share.
        return await (
            from campaign in visible
            join invitation in db.Invitations on campaign.Id equals invitation.CampaignId
            join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
            where campaign.Purpose == CampaignPurpose.Hiring && campaign.ClosesAt > since && invitation.RevokedAt == null && invitation.WithdrawnAt == null
                && db.ScoreRuns.Any(r => r.AttemptId == attempt.Id && r.PlanId == campaign.PlanId
                    && !db.AuditLog.Any(l => l.Subject == campaign.Id && l.At >= r.ScoredAt && l.Actor == staff && l.Act == AuditService.ResultsViewed))
            group attempt by new { campaign.Id, campaign.JobTitle, campaign.ClosesOn } into those
            select new CampaignNeed(those.Key.Id, those.Key.JobTitle, those.Key.ClosesOn, those.Count())).ToListAsync(cancellationToken);
    }

    /// <summary>People with a result of hiring campaigns that are over, about whom nobody has decided.</summary>
    public async Task<IReadOnlyList<CampaignNeed>> UndecidedAsync(IQueryable<CampaignRow> visible, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        DateTimeOffset since = now - Recent;
        return await (
            from campaign in visible
            join invitation in db.Invitations on campaign.Id equals invitation.CampaignId
            join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
            where campaign.Purpose == CampaignPurpose.Hiring && campaign.ClosesAt <= now && campaign.ClosesAt > since
                && invitation.RevokedAt == null && invitation.WithdrawnAt == null
                && db.ScoreRuns.Any(r => r.AttemptId == attempt.Id && r.PlanId == campaign.PlanId)
                && !db.Decisions.Any(d => d.InvitationId == invitation.Id)
            group attempt by new { campaign.Id, campaign.JobTitle, campaign.ClosesOn } into those
            select new CampaignNeed(those.Key.Id, those.Key.JobTitle, those.Key.ClosesOn, those.Count())).ToListAsync(cancellationToken);
    }
}

public sealed record CampaignCounts(int NotYetOpen, int Open, int Closed);

/// <param name="Count">People, results or messages; 0 where the campaign itself is what it is about.</param>
public sealed record CampaignNeed(Guid Campaign, string JobTitle, DateOnly ClosesOn, int Count);
