using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Words a message and mints its link. Nothing of it is kept but the hash of the link's token.</summary>
public sealed class MessageWriter(EqAssessDb db, FormLibrary forms, DecisionText decided, CandidateWords words, SiteAddress site, IOptions<MailOptions> mail, TimeProvider time)
{
    /// <returns>
    /// Null when the message is no longer wanted: handed in, taken back, withdrawn, the campaign is over, or a later reminder is on its way;
    /// and when nobody is there any more to whom it could go.
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
                invitation.RevokedAt,
                invitation.WithdrawnAt,
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
        bool wanted = about.ErasedAt is null && message.Kind switch
        {
            MessageKind.Receipt => receipt is not null && about.WithdrawnAt is null,
            MessageKind.RequestAnswered => true,
            MessageKind.AdjustmentDecided or MessageKind.AdjustmentGranted => about.RevokedAt is null && about.WithdrawnAt is null,
            _ => about.RevokedAt is null && about.WithdrawnAt is null && !about.Finished && !about.Overtaken && time.Now < about.campaign.ClosesAt,
        };
        if (!wanted)
        {
            return null;
        }

        FormVersion form = await forms.GetAsync(about.campaign.FormVersionId, cancellationToken);
        string link = await MintAsync(message.InvitationId);
        string kind = message.Kind == MessageKind.Reminder && about.Started ? "ReminderStarted" : message.Kind.ToString();
        words.Culture = Languages.CultureOf(form.Language);
        object[] arguments =
        [
            about.Name,
            about.campaign.JobTitle,
            link,
            words["Link.Time.Value", (int)form.TimeLimit.TotalMinutes],
            about.campaign.ClosesOn.ToString("D", words.Culture),
            about.campaign.TimeZone,
            about.campaign.Contact,
            mail.Value.FromName,
            .. message.Kind is MessageKind.AdjustmentDecided or MessageKind.AdjustmentGranted ? [await decided.TextAsync(message, form, cancellationToken)] : ReceiptArguments(receipt, about.campaign),
        ];
        return new OutgoingMail(
            message.Id, about.Email, about.Name, words[$"Mail.{kind}.Subject", arguments], words[$"Mail.{kind}.Body", arguments]);
    }

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
