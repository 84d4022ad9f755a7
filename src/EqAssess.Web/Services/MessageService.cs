using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Sends due messages, each at most once: the claim commits before the SMTP conversation begins.</summary>
public sealed partial class MessageService(
    EqAssessDb db, SmtpMailer mailer, MessageWriter writer, IOptions<MailOptions> options, TimeProvider time, ILogger<MessageService> logger)
{
    private static readonly TimeSpan LongestConversation = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken)
    {
        if (!mailer.HasServer && !options.Value.KeepCopies)
        {
            return [];
        }

        DateTimeOffset now = time.Now;
        return await db.Messages.Where(m => m.State == MessageState.Due && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Select(m => m.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Claims that never had an outcome (the process died in the conversation) wait for a person.</summary>
    public async Task MarkUncertainAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset before = time.Now - LongestConversation;
        await db.Messages.Where(m => m.State == MessageState.Claimed && m.ClaimedAt < before)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Uncertain), cancellationToken);
    }

    /// <returns>Whether this node handed the message over.</returns>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        int claimed = await db.Messages.Where(m => m.Id == id && m.State == MessageState.Due).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MessageState.Claimed).SetProperty(m => m.ClaimedAt, now).SetProperty(m => m.Tries, m => m.Tries + 1),
            CancellationToken.None);
        if (claimed == 0)
        {
            return false;
        }

        db.ChangeTracker.Clear();
        MessageRow message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
        OutgoingMail? mail = await writer.WriteAsync(message, cancellationToken);
        if (mail is null)
        {
            message.State = MessageState.Dropped;
            await db.SaveChangesAsync(CancellationToken.None);
            return false;
        }

        MailOutcome outcome = mailer.HasServer ? await mailer.SendAsync(mail, cancellationToken) : new MailOutcome.Sent();
        Note(message, mail, outcome);
        await db.SaveChangesAsync(CancellationToken.None);
        return outcome is MailOutcome.Sent;
    }

    private void Note(MessageRow message, OutgoingMail mail, MailOutcome outcome)
    {
        switch (outcome)
        {
            case MailOutcome.Sent:
                message.State = MessageState.Sent;
                message.SentAt = time.Now;
                if (options.Value.KeepCopies)
                {
                    db.KeptMessages.Add(new KeptMessage { Id = message.Id, To = mail.To, Subject = mail.Subject, Body = mail.Body, SentAt = time.Now });
                }

                break;
            case MailOutcome.RefusedForNow refused:
                TryAgain(message, refused.Reason);
                break;
            case MailOutcome.NotReached notReached:
                TryAgain(message, notReached.Reason);
                break;
            case MailOutcome.RefusedForGood refused:
                message.State = MessageState.Refused;
                message.Failure = refused.Reason;
                break;
            case MailOutcome.AddressRefused refused:
                message.State = MessageState.AddressRefused;
                message.Failure = refused.Reason;
                break;
            case MailOutcome.Uncertain uncertain:
                message.State = MessageState.Uncertain;
                message.Failure = uncertain.Reason;
                break;
        }

        if (message.State != MessageState.Sent)
        {
            Log.NotSent(logger, message.Id, message.State, message.Failure);
        }
    }

    /// <summary>Waits 1, 2, 4 … minutes, an hour at most, and goes on trying: an invitation that is late beats one that is lost.</summary>
    private void TryAgain(MessageRow message, string reason)
    {
        message.State = MessageState.Due;
        message.Failure = reason;
        message.DueAt = time.Now.AddMinutes(Math.Min(60, Math.Pow(2, Math.Min(10, message.Tries - 1))));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Message {Message} was not sent and is {State}: {Reason}")]
        public static partial void NotSent(ILogger logger, Guid message, MessageState state, string? reason);
    }
}
