using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Rights;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs.Groups;

/// <summary>Counts one campaign by the groups of its questions.</summary>
internal sealed class CampaignGroups(EqAssessDb db, AnsweredGroups groups, CampaignPlans plans, TimeProvider time)
{
    /// <summary>People from which on groups are counted while a campaign runs.</summary>
    public const int FewestWhileOpen = 100;

    /// <summary>Campaigns with answers whose names are not erased yet: after that, counts would only shrink.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> answered = await groups.CampaignsAsync(cancellationToken);
        DateOnly today = DateOnly.FromDateTime(time.Now.UtcDateTime);
        List<CampaignRow> rows = await db.Campaigns.AsNoTracking().Where(c => answered.Contains(c.Id)).ToListAsync(cancellationToken);
        return [.. rows.Where(c => RetentionService.ErasedOn(c) > today).Select(c => c.Id)];
    }

    /// <returns>Whether there is a new snapshot: something moved, and enough to be told.</returns>
    public async Task<bool> CountAsync(Guid campaign, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        CampaignRow row = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign, cancellationToken);
        SelectionSnapshotRow? last = await db.SelectionSnapshots.AsNoTracking().Where(s => s.CampaignId == campaign).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        SelectionSnapshot? before = last is null ? null : MonitoringJson.ReadSnapshot(last.Content);
        SelectionSnapshot now = (await CountedAsync(row, cancellationToken)).After(before);
        if (before is null ? !MayBegin(row, now.Funnel) : now.SaysWhat(before))
        {
            return false;
        }

        db.SelectionSnapshots.Add(new SelectionSnapshotRow
        {
            CampaignId = campaign, Number = (last?.Number ?? 0) + 1, TakenAt = time.Now, Content = MonitoringJson.Write(now),
        });
        return await db.SavedFirstAsync();
    }

    /// <summary>
    /// Tables that follow each other closely can hardly be renewed (<see cref="Renewal"/>): a small campaign gets its first one at the end,
    /// when everybody is decided on, or a month after its last day.
    /// </summary>
    private bool MayBegin(CampaignRow campaign, CampaignFunnel funnel) =>
        funnel.Base >= FewestWhileOpen || (campaign.ClosesAt < time.Now && (funnel.Undecided == 0 || campaign.ClosesAt.AddDays(30) < time.Now));

    private async Task<SelectionSnapshot> CountedAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        List<Finished> finished = await FinishedAsync(campaign, cancellationToken);
        Finished[] counted = [.. finished.Where(f => f.Percent is not null && f.Outcome != DecisionOutcome.Withdrawn)];
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers = await groups.OfAsync([.. counted.Select(c => c.Attempt)], [campaign.Id], cancellationToken);
        CountedPerson[] people =
        [
            .. counted.Select(c => new CountedPerson(
                answers.GetValueOrDefault(c.Attempt) ?? new Dictionary<string, string>(StringComparer.Ordinal), c.Percent!.Value, !c.TimedOut, c.Outcome == DecisionOutcome.Shortlist)),
        ];
        DateTimeOffset now = time.Now;
        bool closed = campaign.ClosesAt < now;
        IReadOnlyList<MonitoringQuestion> asked = MonitoringForms.Of(campaign.Country);
        return new SelectionSnapshot(
            await FunnelAsync(campaign.Id, finished.Count, counted, cancellationToken),
            [.. asked.Select(q => Disclosure.Of(GroupCounts.Of(people, q.Code, q.Groups, closed), now, closed))],
            closed ? [.. asked.Where(q => q.IsCrossedWithSex).Select(q => CrossedGroups.Of(people, asked[0].Code, MonitoringForms.CrossedSexes, q.Code, q.Groups, now))] : []);
    }

    /// <summary>Closed attempts of real people who did not withdraw, under the plan that the campaign shows.</summary>
    private async Task<List<Finished>> FinishedAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        Guid plan = (await plans.OfAsync(campaign, cancellationToken)).Id;
        return await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            where invitation.CampaignId == campaign.Id && !attempt.Simulated && invitation.WithdrawnAt == null && attempt.ClosedAt != null
            orderby attempt.Id
            select new Finished(
                attempt.Id,
                attempt.TimedOut,
                db.ScoreRuns.Where(r => r.AttemptId == attempt.Id && (r.PlanId == plan || attempt.FormVersionId != campaign.FormVersionId))
                    .OrderByDescending(r => r.ScoredAt).Select(r => r.Percent).FirstOrDefault(),
                db.Decisions.Where(d => d.InvitationId == invitation.Id).OrderByDescending(d => d.Number).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    private async Task<CampaignFunnel> FunnelAsync(Guid campaign, int finished, Finished[] counted, CancellationToken cancellationToken)
    {
        IQueryable<InvitationRow> invited = db.Invitations.Where(i => i.CampaignId == campaign && !i.Simulated);
        return new CampaignFunnel(
            await invited.CountAsync(cancellationToken),
            await invited.CountAsync(i => db.Attempts.Any(a => a.InvitationId == i.Id), cancellationToken),
            finished,
            counted.Length,
            counted.Count(c => c.Outcome == DecisionOutcome.Shortlist),
            counted.Count(c => c.Outcome == DecisionOutcome.Reserve),
            counted.Count(c => c.Outcome == DecisionOutcome.Reject),
            counted.Count(c => c.Outcome is null or DecisionOutcome.Reopened));
    }

    private sealed record Finished(Guid Attempt, bool TimedOut, double? Percent, DecisionOutcome? Outcome);
}
