using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Decides requests for adjustments, each once, and tells the candidate.</summary>
public sealed class AdjustmentDecisions(
    EqAssessDb db, AccommodationService accommodations, IOptions<AccommodationOptions> options, IJobEngine jobs, TimeProvider time)
{
    /// <param name="granted">Null for a refusal: what the person had before stays.</param>
    public async Task<GrantOutcome> DecideAsync(Guid request, RequestState decided, Accommodation? granted, string? answer, Guid officer)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        DateTimeOffset now = time.Now;
        string? told = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        int claimed = await db.AccommodationRequests.Where(r => r.Id == request && r.State == RequestState.Open).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.State, decided).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, officer).SetProperty(r => r.Answer, told));
        if (claimed == 0)
        {
            return new GrantOutcome.NotOpen();
        }

        InvitationRow invitation = await (
            from r in db.AccommodationRequests join i in db.Invitations on r.InvitationId equals i.Id where r.Id == request select i).SingleAsync();
        if (granted is not null && await accommodations.RecordAsync(invitation.CandidateId, granted, officer, CancellationToken.None) is { } refused)
        {
            return refused;
        }

        await TellAsync(invitation, now);
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = now, Actor = officer, Act = AuditService.AccommodationDecided, Subject = request });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await jobs.NudgeAsync<SendMessages>();
        return granted is null ? new GrantOutcome.Done(0, 0, 0) : await accommodations.ApplyAsync(invitation.CandidateId, granted);
    }

    /// <summary>A message, and time to start after it. Nobody made up is written to.</summary>
    private async Task TellAsync(InvitationRow invitation, DateTimeOffset now)
    {
        string zone = await db.Campaigns.Where(c => c.Id == invitation.CampaignId).Select(c => c.TimeZone).SingleAsync();
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, place).DateTime);
        invitation.StartUntil = AdjustmentRequests.Later(invitation.StartUntil, CampaignService.EndOf(today.AddDays(options.Value.DaysToStart), place));
        if (!invitation.Simulated)
        {
            db.Messages.Add(await InvitationService.NextMessageAsync(db, invitation.Id, MessageKind.AdjustmentDecided, now));
        }
    }
}
