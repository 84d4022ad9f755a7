using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Writes to those who have not started or not finished, 48 and 24 hours before their campaign closes. The unique key of a message
/// (invitation, kind, slot) keeps it to one for each slot, however many nodes look.
/// </summary>
public sealed class RemindCandidates : Job
{
    /// <summary>Hours before closing.</summary>
    public static IReadOnlyList<int> Slots { get; } = [48, 24];

    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().Now;
        int done = 0;
        for (int i = 0; i < Slots.Count; i++)
        {
            // A server that was down in the first slot writes in the second only: never two at once.
            TimeSpan until = TimeSpan.FromHours(i + 1 < Slots.Count ? Slots[i + 1] : 0);
            done += await RemindAsync(db, Slots[i], until, now, cancellationToken);
        }

        if (done > 0)
        {
            await services.GetRequiredService<IJobEngine>().NudgeAsync<SendMessages>();
        }

        return done;
    }

    private static async Task<int> RemindAsync(EqAssessDb db, int slot, TimeSpan until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset latestClosing = now.AddHours(slot);
        DateTimeOffset earliestClosing = now + until;
        var due = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where campaign.ClosesAt <= latestClosing && campaign.ClosesAt > earliestClosing && campaign.OpensAt <= now
            where invitation.RevokedAt == null && invitation.WithdrawnAt == null && !invitation.Simulated
            where !db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null)
            where !db.Messages.Any(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.Slot == slot)
            select new { invitation.Id, invitation.CreatedAt, campaign.ClosesAt }).ToListAsync(cancellationToken);
        int done = 0;

        // Somebody who was invited after the slot began has just had a message.
        foreach (var invitation in due.Where(d => d.CreatedAt < d.ClosesAt.AddHours(-slot)))
        {
            db.Messages.Add(InvitationService.NewMessage(invitation.Id, MessageKind.Reminder, slot, now));
            done += await SaveAsync(db) ? 1 : 0;
        }

        return done;
    }

    private static async Task<bool> SaveAsync(EqAssessDb db)
    {
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
