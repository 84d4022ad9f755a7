using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Texts of messages: as they ship, or as an HR admin wrote them. Every version is kept.</summary>
public sealed class MessageTemplates(EqAssessDb db, SmtpMailer mailer, SiteAddress site, IOptions<MailOptions> mail, TimeProvider time)
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    /// <summary>The text that goes out now, in the language of the words. Nobody edits the pseudo-languages.</summary>
    public async Task<MessageText> CurrentAsync(string kind, CandidateWords words, CancellationToken cancellationToken)
    {
        string language = words.Culture.TwoLetterISOLanguageName;
        MessageTemplate? newest = PseudoLanguage.Of(words.Culture) is not null ? null
            : await db.MessageTemplates.AsNoTracking().Where(t => t.Kind == kind && t.Language == language)
                .OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancellationToken);
        return newest is { Subject: string subject, Body: string body } ? new MessageText(kind, subject, body) : MessageText.Shipped(kind, words);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MessageTemplate>> VersionsAsync(string kind, string language, CancellationToken cancellationToken) =>
        await db.MessageTemplates.AsNoTracking().Where(t => t.Kind == kind && t.Language == language)
            .OrderByDescending(t => t.Version).ToListAsync(cancellationToken);

    /// <param name="text">Without problems; null goes back to the text as it ships.</param>
    /// <returns>False where somebody else saved at the same moment.</returns>
    public async Task<bool> SaveAsync(string kind, string language, MessageText? text, Guid? by, CancellationToken cancellationToken)
    {
        int last = await db.MessageTemplates.Where(t => t.Kind == kind && t.Language == language).MaxAsync(t => (int?)t.Version, cancellationToken) ?? 0;
        db.MessageTemplates.Add(new MessageTemplate
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Language = language,
            Version = last + 1,
            Subject = text?.Subject.Trim(),
            Body = text?.Body,
            CreatedAt = time.Now,
            CreatedBy = by,
        });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The message to a made-up person, with a link that leads nowhere.</summary>
    public OutgoingMail Sample(MessageText text, string to, string name, CandidateWords words)
    {
        DateTimeOffset now = time.Now;
        string link = $"{site.Url}/t/{new string('x', 43)}";
        object[] values =
        [
            name, words["Mail.Sample.Job"], link, words["Link.Time.Value", 30], DateOnly.FromDateTime(now.UtcDateTime).AddDays(7).ToString("D", words.Culture), "Europe/London",
            mail.Value.From, mail.Value.FromName,
            .. text.Kind is nameof(MessageKind.AdjustmentDecided) or nameof(MessageKind.AdjustmentGranted)
                ? [words["Adjust.State.Granted"]]
                : new object[] { "ABCD-EFGH-JKLM", now.ToString("f", words.Culture), 24, new string('0', 16), $"{site.Url}/receipts" },
        ];
        return text.Fill(values, words.Culture).Write(Guid.CreateVersion7(), to, name, link, words);
    }

    /// <summary>Sends a sample at once, past the outbox: nobody waits for it but the person who asked.</summary>
    public async Task<MailOutcome> TestAsync(OutgoingMail sample, CancellationToken cancellationToken)
    {
        MailOutcome outcome = mailer.HasServer ? await mailer.SendAsync(sample, cancellationToken)
            : mail.Value.KeepCopies ? new MailOutcome.Sent()
            : new MailOutcome.NotReached("no mail server is set up");
        if (outcome is MailOutcome.Sent && mail.Value.KeepCopies)
        {
            db.KeptMessages.Add(new KeptMessage { Id = sample.Id, To = sample.To, Subject = sample.Subject, Body = sample.Body, SentAt = time.Now });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return outcome;
    }
}
