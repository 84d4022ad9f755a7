using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Campaigns;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Writes to those who have not started or not finished, in the slots of their campaign's plan and outside their quiet hours. The unique key of a
/// message (invitation, kind, slot) keeps it to one for each slot, however many nodes look.
/// </summary>
public sealed class RemindCandidates : Job
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().Now;
        DateTimeOffset latest = now.AddHours(ReminderPlan.EarliestSlot);
        List<CampaignRow> campaigns = await db.Campaigns.AsNoTracking()
            .Where(c => c.OpensAt <= now && c.ReminderSlots != "" && c.ReminderCap > 0)
            .Where(c => (c.ClosesAt > now && c.ClosesAt <= latest) || db.Invitations.Any(i => i.CampaignId == c.Id && i.ExtendedUntil > now))
            .ToListAsync(cancellationToken);
        int done = 0;
        foreach (CampaignRow campaign in campaigns)
        {
            done += await RemindAsync(db, campaign, now, cancellationToken);
        }

        if (done > 0)
        {
            await services.GetRequiredService<IJobEngine>().NudgeAsync<SendMessages>();
        }

        return done;
    }

    private static async Task<int> RemindAsync(EqAssessDb db, CampaignRow campaign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ReminderPlan plan = CampaignSettings.PlanOf(campaign);
        int? common = plan.SlotAt(campaign.ClosesAt, now);
        var open = await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null && !invitation.Simulated
            where common != null || invitation.ExtendedUntil > now
            where !db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null)
            where invitation.ExtendedUntil > now || !db.Messages.Any(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.Slot == common)
            select new
            {
                invitation,
                candidate.Zone,
                Had = db.Messages.Where(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder).Select(m => m.Slot).ToList(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        int done = 0;
        foreach (var person in open.Where(p => p.Had.Count < plan.Cap))
        {
            DateTimeOffset end = StartService.StartsUntil(person.invitation, campaign);
            DateTimeOffset due = plan.Quiet.After(now, ZoneOf(person.Zone, campaign));

            // Somebody who was invited after the slot began has just had a message; and what waits for the morning may come too late.
            if (plan.SlotAt(end, now) is int slot && !person.Had.Contains(slot) && person.invitation.CreatedAt < end.AddHours(-slot) && due < end)
            {
                done += await AddAsync(db, person.invitation.Id, slot, now, due) ? 1 : 0;
            }
        }

        return done;
    }

    private static TimeZoneInfo ZoneOf(string? told, CampaignRow campaign) =>
        told is not null && TimeZoneInfo.TryFindSystemTimeZoneById(told, out TimeZoneInfo? own) ? own : TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone);

    private static async Task<bool> AddAsync(EqAssessDb db, Guid invitation, int slot, DateTimeOffset now, DateTimeOffset due)
    {
        MessageRow message = InvitationService.NewMessage(invitation, MessageKind.Reminder, slot, now);
        message.DueAt = due;
        db.Messages.Add(message);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
