using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What the hiring team may change for one person: until when they may start, and the address that messages go to.</summary>
public sealed class InvitationChanges(EqAssessDb db, InvitationService invitations, TimeProvider time)
{
    private const int FarthestDays = 90;

    /// <summary>Lets one person start until the end of a day, whenever the campaign closes.</summary>
    public async Task<ExtensionOutcome> ExtendAsync(Guid id, DateOnly day, CancellationToken cancellationToken)
    {
        InvitationRow invitation = await db.Invitations.SingleAsync(i => i.Id == id, cancellationToken);
        CampaignRow campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == invitation.CampaignId, cancellationToken);
        if (!await IsOpenAsync(invitation, cancellationToken))
        {
            return ExtensionOutcome.NotOpen;
        }

        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone);
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, zone).DateTime);
        if (day < today || day.DayNumber > Math.Max(today.DayNumber, campaign.ClosesOn.DayNumber) + FarthestDays)
        {
            return ExtensionOutcome.BadDay;
        }

        DateTimeOffset until = CampaignService.EndOf(day, zone);
        if (until <= campaign.ClosesAt)
        {
            return ExtensionOutcome.WithinCampaign;
        }

        invitation.ExtendedUntil = until;
        await db.SaveChangesAsync(CancellationToken.None);
        return ExtensionOutcome.Extended;
    }

    /// <summary>Puts a right address in the place of a wrong one. The links that went out stop, and the invitation goes out again with a new one.</summary>
    /// <param name="everywhere">Whether whoever asks answers for every campaign in which the person is.</param>
    public async Task<CorrectionOutcome> CorrectAsync(Guid id, string? typed, bool everywhere, CancellationToken cancellationToken)
    {
        InvitationRow invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
        CandidateRow person = await db.Candidates.SingleAsync(c => c.Id == invitation.CandidateId, cancellationToken);
        string normalized = MailAddresses.Normalize(typed);
        CorrectionOutcome? refusal = !MailAddresses.IsOne(typed) ? CorrectionOutcome.BadAddress
            : !await IsOpenAsync(invitation, cancellationToken) || person.ErasedAt is not null || person.Simulated ? CorrectionOutcome.NotOpen
            : await db.Candidates.AnyAsync(c => c.NormalizedEmail == normalized && c.Id != person.Id, cancellationToken) ? CorrectionOutcome.Known
            : !everywhere && await db.Invitations.AnyAsync(i => i.CandidateId == person.Id && i.Id != id, cancellationToken) ? CorrectionOutcome.InOtherCampaigns
            : null;
        if (refusal is not null)
        {
            return refusal.Value;
        }

        (person.Email, person.NormalizedEmail) = (typed!.Trim(), normalized);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return CorrectionOutcome.Known;
        }

        await db.InvitationLinks.Where(l => db.Invitations.Any(i => i.Id == l.InvitationId && i.CandidateId == person.Id)).ExecuteDeleteAsync(CancellationToken.None);
        await invitations.ResendAsync(id);
        return CorrectionOutcome.Corrected;
    }

    private async Task<bool> IsOpenAsync(InvitationRow invitation, CancellationToken cancellationToken) =>
        invitation is { RevokedAt: null, WithdrawnAt: null } && !await db.Attempts.AnyAsync(a => a.InvitationId == invitation.Id, cancellationToken);
}

/// <summary>What became of an extension. Worded in StaffWords.</summary>
public enum ExtensionOutcome
{
    Extended,

    /// <summary>Started, taken back or withdrawn.</summary>
    NotOpen,
    BadDay,

    /// <summary>The campaign is open until then for everybody.</summary>
    WithinCampaign,
}

/// <summary>What became of a correction. Worded in StaffWords.</summary>
public enum CorrectionOutcome
{
    Corrected,
    BadAddress,

    /// <summary>Started, taken back, withdrawn or erased.</summary>
    NotOpen,

    /// <summary>Somebody else is known under the address.</summary>
    Known,

    /// <summary>The person is in other campaigns too, where the address may be right.</summary>
    InOtherCampaigns,
}
