using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Words a message and mints its link. Nothing of it is kept but the hash of the link's token.</summary>
public sealed class MessageWriter(
    EqAssessDb db,
    FormLibrary forms,
    DecisionText decided,
    MessageTemplates templates,
    RetestService retests,
    CandidateWords words,
    SiteAddress site,
    IOptions<MailOptions> mail,
    TimeProvider time)
{
    /// <returns>
    /// Null when the message is no longer wanted: handed in, taken back, withdrawn, the campaign is over, or a later reminder is on its way;
    /// when nobody is there any more to whom it could go;
    /// and a reminder of a test that the person took lately and cannot start.
    /// </returns>
    public async Task<OutgoingMail?> WriteAsync(MessageRow message, CancellationToken cancellationToken)
    {
        var about = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.Id == message.InvitationId
            select new
            {
                invitation,
                candidate.ErasedAt,
                campaign,
                candidate.Name,
                candidate.Email,
                Overtaken = message.Kind == MessageKind.Reminder
                    && db.Messages.Any(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.Slot < message.Slot),
                Finished = db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null),
                Started = db.Attempts.Any(a => a.InvitationId == invitation.Id),
            }).SingleAsync(cancellationToken);
        Receipt? receipt = message.Kind == MessageKind.Receipt ? await ReceiptAsync(message.InvitationId, cancellationToken) : null;
        DateTimeOffset end = StartService.StartsUntil(about.invitation, about.campaign);
        bool wanted = about.ErasedAt is null && message.Kind switch
        {
            MessageKind.Receipt => receipt is not null && about.invitation.WithdrawnAt is null,
            MessageKind.RequestAnswered => true,
            MessageKind.Rescored => about.invitation.WithdrawnAt is null && about.campaign.GivesFeedback && about.Finished,
            MessageKind.AdjustmentDecided or MessageKind.AdjustmentGranted => about.invitation.RevokedAt is null && about.invitation.WithdrawnAt is null,
            _ => about.invitation.RevokedAt is null && about.invitation.WithdrawnAt is null && !about.Finished && !about.Overtaken && time.Now < end,
        };
        bool useless = message.Kind == MessageKind.Reminder && !about.Started
            && await retests.StartsFromAsync(about.invitation.CandidateId, about.invitation.Id, cancellationToken) is not null;
        if (!wanted || useless)
        {
            return null;
        }

        FormVersion form = await forms.GetAsync(about.campaign.FormVersionId, cancellationToken);
        string link = await MintAsync(message.InvitationId);
        string kind = message.Kind == MessageKind.Reminder && about.Started ? "ReminderStarted" : message.Kind.ToString();
        words.Culture = Languages.CultureOf(form.Language);
        object[] values =
        [
            about.Name,
            about.campaign.JobTitle,
            link,
            words["Link.Time.Value", (int)form.TimeLimit.TotalMinutes],
            LastDay(about.campaign, end).ToString("D", words.Culture),
            about.campaign.TimeZone,
            about.campaign.Contact,
            mail.Value.FromName,
            .. message.Kind is MessageKind.AdjustmentDecided or MessageKind.AdjustmentGranted ? [await decided.TextAsync(message, form, cancellationToken)] : ReceiptArguments(receipt, about.campaign),
        ];
        MessageText text = await templates.CurrentAsync(kind, words, cancellationToken);
        return text.Fill(values, words.Culture).Write(message.Id, about.Email, about.Name, link, words);
    }

    private static DateOnly LastDay(CampaignRow campaign, DateTimeOffset end) => end == campaign.ClosesAt
        ? campaign.ClosesOn
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end.AddMilliseconds(-1), TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).DateTime);

    private async Task<Receipt?> ReceiptAsync(Guid invitation, CancellationToken cancellationToken) => await (
        from receipt in db.Receipts
        join attempt in db.Attempts on receipt.AttemptId equals attempt.Id
        where attempt.InvitationId == invitation
        select receipt).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private object[] ReceiptArguments(Receipt? receipt, CampaignRow campaign)
    {
        if (receipt is null)
        {
            return [];
        }

        DateTimeOffset local = TimeZoneInfo.ConvertTime(receipt.ClosedAt, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone));
        return [receipt.Code, local.ToString("f", words.Culture), receipt.Answers, receipt.Digest, $"{site.Url}/receipts"];
    }

    private async Task<string> MintAsync(Guid invitation)
    {
        string token = Tokens.Mint();
        db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = time.Now });
        await db.SaveChangesAsync(CancellationToken.None);
        return $"{site.Url}/t/{token}";
    }
}
