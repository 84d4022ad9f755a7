using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Mail;

/// <summary>Messages through a real SMTP server, as they arrive.</summary>
public sealed class SendMessagesTests
{
    [Fact]
    public async Task An_invitation_arrives_with_a_link_that_works_and_is_kept_as_a_hash_only()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);

        int sent = await site.SendAsync();

        Assert.Equal(1, sent);
        ReceivedMail mail = Assert.Single(server.Received());
        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.Sent, TestSite.Start, 1), (row.State, row.SentAt, row.Tries));
        Assert.Equal($"<{row.Id:N}@assess.example>", mail.Headers["message-id"]);
        Assert.Contains("<amara@example.test>", mail.To, StringComparison.Ordinal);
        string token = TokenIn(mail);
        Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(token, CancellationToken.None)))!.State);
        Assert.Equal([Tokens.HashOf(token)], await site.ReadAsync(db => db.InvitationLinks.Select(l => l.TokenHash).ToListAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.KeptMessages.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task Nodes_that_send_at_once_send_each_message_once(string engine)
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(engine, server.Port, "amara", "bo", "carmen", "dilan", "eira", "farid");

        int[] sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SendAsync()));
        int again = await site.SendAsync();

        Assert.Equal((6, 0), (sent.Sum(), again));
        Assert.Equal(6, server.Received().Count);
        Assert.Equal(6, server.Received().Select(m => m.Headers["message-id"]).Distinct().Count());
        Assert.All(await site.MessagesAsync(), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Tries)));
    }

    [Fact]
    public async Task A_message_is_dropped_when_it_is_no_longer_wanted()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));

        int sent = await site.SendAsync();

        Assert.Equal(0, sent);
        Assert.Equal(MessageState.Dropped, (await site.MessageAsync()).State);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_name_that_looks_like_headers_stays_a_name()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port, "unused");
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
            await db.Candidates.ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, "Eve\" <e@x.test>\r\nBcc: all@example.test\r\n\r\nHello")));

        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal(MessageState.Sent, row.State);
        ReceivedMail mail = Assert.Single(server.Received());
        Assert.DoesNotContain("bcc", mail.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal("unused@example.test", mail.Headers["x-rcptto"]);
    }

    [Fact]
    public async Task A_resent_invitation_is_a_message_of_its_own_and_both_links_work()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);
        await site.SendAsync();
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());

        await site.DoAsync((InvitationService s) => s.ResendAsync(invitation));
        await site.SendAsync();

        string[] tokens = [.. server.Received().Select(TokenIn)];
        Assert.Equal(2, tokens.Distinct().Count());
        foreach (string token in tokens)
        {
            Assert.NotNull(await site.AskAsync((StartService s) => s.FindAsync(token, CancellationToken.None)));
        }
    }

    /// <summary>The mail server was away for a day: both reminders are due by now, and one of them is enough.</summary>
    [Fact]
    public async Task Of_two_reminders_that_had_to_wait_only_the_later_one_goes_out()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);
        await site.SendAsync();
        DateTimeOffset closes = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);
        site.Time.Instant = closes.AddHours(-47);
        await site.RunAsync<RemindCandidates>();
        site.Time.Instant = closes.AddHours(-23);
        await site.RunAsync<RemindCandidates>();

        // Both began in the night: they wait for the morning.
        site.Time.Instant = closes.AddHours(-16);

        int sent = await site.SendAsync();

        Assert.Equal((1, 2), (sent, server.Received().Count));
        Assert.Equal(
            [(48, MessageState.Dropped), (24, MessageState.Sent)],
            (await site.MessagesAsync()).Where(m => m.Kind == MessageKind.Reminder).OrderByDescending(m => m.Slot).Select(m => (m.Slot, m.State)));
    }

    [Fact]
    public async Task Without_a_server_messages_wait()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.InviteAsync(sample.Campaign, "amara");

        int sent = await site.SendAsync();

        Assert.Equal(0, sent);
        Assert.Equal((MessageState.Due, 0), ((await site.MessageAsync()).State, (await site.MessageAsync()).Tries));
    }

    private static string TokenIn(ReceivedMail mail)
    {
        Assert.StartsWith("https://assess.example/t/", mail.Link, StringComparison.Ordinal);
        return mail.Link["https://assess.example/t/".Length..];
    }
}
