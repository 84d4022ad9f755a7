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
    /// <returns>Null when the message is no longer wanted: handed in, taken back, the campaign is over, or a later reminder is on its way.</returns>
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
                campaign,
                candidate.Name,
                candidate.Email,
                Overtaken = message.Kind == MessageKind.Reminder
                    && db.Messages.Any(m => m.InvitationId == invitation.Id && m.Kind == MessageKind.Reminder && m.Slot < message.Slot),
                Finished = db.Attempts.Any(a => a.InvitationId == invitation.Id && a.ClosedAt != null),
                Started = db.Attempts.Any(a => a.InvitationId == invitation.Id),
            }).SingleAsync(cancellationToken);
        bool over = about.Finished || about.Overtaken || time.Now >= about.campaign.ClosesAt;
        if (about.RevokedAt is not null || (over && message.Kind != MessageKind.AdjustmentDecided))
        {
            return null;
        }

        FormVersion form = await forms.GetAsync(about.campaign.FormVersionId, cancellationToken);
        string link = await MintAsync(message.InvitationId);
        words.Culture = Languages.CultureOf(form.Language);
        string kind = message.Kind switch
        {
            MessageKind.Invitation => "Invitation",
            MessageKind.AdjustmentDecided => "AdjustmentDecided",
            _ => about.Started ? "ReminderStarted" : "Reminder",
        };
        object[] arguments =
        [
            about.Name,
            about.campaign.JobTitle,
            link,
            (int)form.TimeLimit.TotalMinutes,
            about.campaign.ClosesOn.ToString("D", words.Culture),
            about.campaign.TimeZone,
            about.campaign.Contact,
            mail.Value.FromName,
            message.Kind == MessageKind.AdjustmentDecided ? await decided.TextAsync(message, form, cancellationToken) : "",
        ];
        return new OutgoingMail(
            message.Id, about.Email, about.Name, words[$"Mail.{kind}.Subject", arguments], words[$"Mail.{kind}.Body", arguments]);
    }

    private async Task<string> MintAsync(Guid invitation)
    {
        string token = Tokens.Mint();
        db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = time.Now });
        await db.SaveChangesAsync(CancellationToken.None);
        return $"{site.Url}/t/{token}";
    }
}
