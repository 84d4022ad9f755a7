using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Adjustments that nobody asked for: the desk grants them on its own account, and tells the person.</summary>
public sealed class AdjustmentGrants(EqAssessDb db, AccommodationService accommodations, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Replaces what the person had. Whoever has it already is not told again.</summary>
    public async Task<GrantOutcome> GrantAsync(Guid candidate, Accommodation granted, Guid officer, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        AccommodationRow? had = await db.Accommodations.AsNoTracking().SingleOrDefaultAsync(a => a.CandidateId == candidate, cancellationToken);
        if (await accommodations.RecordAsync(candidate, granted, officer, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (!AccommodationRows.Holds(had, granted))
        {
            await TellAsync(candidate);
        }

        await transaction.CommitAsync(CancellationToken.None);
        await jobs.NudgeAsync<SendMessages>();
        return await accommodations.ApplyAsync(candidate, granted);
    }

    /// <summary>One message, about the test that comes next, or was the last. Nobody made up is written to.</summary>
    private async Task TellAsync(Guid candidate)
    {
        DateTimeOffset now = time.Now;
        Guid? about = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where invitation.CandidateId == candidate && invitation.RevokedAt == null && invitation.WithdrawnAt == null && !invitation.Simulated
            orderby db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null), campaign.ClosesAt descending, invitation.CreatedAt descending
            select (Guid?)invitation.Id).FirstOrDefaultAsync();
        if (about is Guid told)
        {
            db.Messages.Add(await InvitationService.NextMessageAsync(db, told, MessageKind.AdjustmentGranted, now));
            await db.SaveChangesAsync();
        }
    }
}
