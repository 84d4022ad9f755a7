using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using EqAssess.Web.Composition;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Hands one message to the SMTP server (RFC 5321) and says what became of it.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options)
{
    /// <summary>Whether a server is configured at all.</summary>
    public bool HasServer => options.Value.Host.Length > 0;

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        MailOptions o = options.Value;
        using var message = new MailMessage(new MailAddress(o.From, o.FromName), new MailAddress(mail.To, mail.ToName));
        message.Subject = mail.Subject;
        message.Body = mail.Body;
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{new MailAddress(o.From).Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        using var client = new SmtpClient(o.Host, o.Port)
        {
            EnableSsl = o.UseTls,
            Timeout = o.TimeoutSeconds * 1000,
            DeliveryFormat = MailAddresses.IsInternational(mail.To) ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit,
            Credentials = o.User.Length > 0 ? new NetworkCredential(o.User, o.Password) : null,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(o.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new MailOutcome.Sent();
        }
        catch (SmtpFailedRecipientException refused)
        {
            return (int)refused.StatusCode < 500 ? new MailOutcome.RefusedForNow($"{(int)refused.StatusCode}") : new MailOutcome.AddressRefused($"{(int)refused.StatusCode}");
        }
        catch (SmtpException failure) when (failure is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } && MailAddresses.IsInternational(mail.To))
        {
            // The server does not offer SMTPUTF8, without which such an address cannot even be said.
            return new MailOutcome.AddressRefused(MailOutcome.NoInternationalAddresses);
        }
        catch (SmtpException failure)
        {
            return OutcomeOf(failure);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.Uncertain($"no answer within {o.TimeoutSeconds} s");
        }
    }

    /// <summary>Only a definite 4yz reply, or a server that could not be reached at all, may be tried again.</summary>
    private static MailOutcome OutcomeOf(SmtpException failure)
    {
        int code = (int)failure.StatusCode;
        if (failure.StatusCode == SmtpStatusCode.GeneralFailure)
        {
            // A connection that could not be made is a SocketException itself. One that broke is an IOException round it, and may have
            // broken after the text was taken.
            return failure.InnerException is SocketException or System.Security.Authentication.AuthenticationException
                ? new MailOutcome.NotReached(failure.InnerException?.GetType().Name ?? "unreachable")
                : new MailOutcome.Uncertain("the connection broke");
        }

        // 530, 534, 535 and 538 are about our own log-in (RFC 4954) and say nothing against the message.
        return code is (>= 400 and < 500) or 530 or 534 or 535 or 538 ? new MailOutcome.RefusedForNow($"{code}") : new MailOutcome.RefusedForGood($"{code}");
    }
}

/// <param name="Id">The message's row: the Message-ID derives from it.</param>
/// <param name="Body">Plain text, which says the same as <paramref name="Html"/>.</param>
public sealed record OutgoingMail(Guid Id, string To, string ToName, string Subject, string Body, string Html);

/// <summary>What is known after an SMTP conversation. Reasons hold reply codes and no addresses.</summary>
public abstract record MailOutcome
{
    /// <summary>Reason of an <see cref="AddressRefused"/>: the address has letters that our server cannot take.</summary>
    public const string NoInternationalAddresses = "SMTPUTF8";

    private MailOutcome()
    {
    }

    public sealed record Sent : MailOutcome;

    /// <summary>A 4yz reply.</summary>
    public sealed record RefusedForNow(string Reason) : MailOutcome;

    /// <summary>A 5yz reply.</summary>
    public sealed record RefusedForGood(string Reason) : MailOutcome;

    /// <summary>The address is refused, as RCPT says it (RFC 5321, 4.3.2), or cannot be reached from our server.</summary>
    public sealed record AddressRefused(string Reason) : MailOutcome;

    /// <summary>No connection: nothing was handed over.</summary>
    public sealed record NotReached(string Reason) : MailOutcome;

    /// <summary>It may have been handed over. It is never sent again by itself.</summary>
    public sealed record Uncertain(string Reason) : MailOutcome;
}
