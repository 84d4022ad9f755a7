using System.Text.RegularExpressions;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Mail;

/// <summary>Messages through a real SMTP server, as they arrive.</summary>
public sealed partial class SendMessagesTests
{
    [Fact]
    public async Task An_invitation_arrives_with_a_link_that_works_and_is_kept_as_a_hash_only()
    {
        await using AioSmtpd server = await AioSmtpd.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync("Sqlite", server.Port);

        int sent = await site.SendAsync();

        Assert.Equal(1, sent);
        string mail = Decoded(Assert.Single(server.Messages));
        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.Sent, TestSite.Start, 1), (row.State, row.SentAt, row.Tries));
        Assert.Contains($"Message-ID: <{row.Id:N}@assess.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("(?m)^To: \"?amara\"? <amara@example\\.test>", mail);
        string token = Link().Match(mail).Groups["token"].Value;
        Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(token, CancellationToken.None)))!.State);
        Assert.Equal([Tokens.HashOf(token)], await site.ReadAsync(db => db.InvitationLinks.Select(l => l.TokenHash).ToListAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.KeptMessages.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task Nodes_that_send_at_once_send_each_message_once(string engine)
    {
        await using AioSmtpd server = await AioSmtpd.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(engine, server.Port, "amara", "bo", "carmen", "dilan", "eira", "farid");

        int[] sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SendAsync()));
        int again = await site.SendAsync();

        Assert.Equal((6, 0), (sent.Sum(), again));
        Assert.Equal(6, server.Messages.Count);
        Assert.Equal(6, server.Messages.Select(m => MessageId().Match(m).Value).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(await site.MessagesAsync(), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Tries)));
    }

    [Fact]
    public async Task A_message_is_dropped_when_it_is_no_longer_wanted()
    {
        await using AioSmtpd server = await AioSmtpd.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync("Sqlite", server.Port);
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        await site.AskAsync((InvitationService s) => s.RevokeAsync(invitation));

        int sent = await site.SendAsync();

        Assert.Equal(0, sent);
        Assert.Equal(MessageState.Dropped, (await site.MessageAsync()).State);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_name_that_looks_like_headers_stays_a_name()
    {
        await using AioSmtpd server = await AioSmtpd.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync("Sqlite", server.Port, "unused");
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
            await db.Candidates.ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, "Eve\" <e@x.test>\r\nBcc: all@example.test\r\n\r\nHello")));

        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal(MessageState.Sent, row.State);
        string headers = server.Messages.Single().Split("\n\n")[0];
        Assert.DoesNotContain("\nBcc:", headers, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-RcptTo: unused@example.test", headers, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_resent_invitation_is_a_message_of_its_own_and_both_links_work()
    {
        await using AioSmtpd server = await AioSmtpd.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync("Sqlite", server.Port);
        await site.SendAsync();
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());

        await site.DoAsync((InvitationService s) => s.ResendAsync(invitation));
        await site.SendAsync();

        string[] tokens = [.. server.Messages.Select(m => Link().Match(Decoded(m)).Groups["token"].Value)];
        Assert.Equal(2, tokens.Distinct().Count());
        foreach (string token in tokens)
        {
            Assert.NotNull(await site.AskAsync((StartService s) => s.FindAsync(token, CancellationToken.None)));
        }
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

    /// <summary>Undoes quoted-printable or base64, as a mail program does.</summary>
    private static string Decoded(string mail)
    {
        if (mail.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            int body = mail.IndexOf("\n\n", StringComparison.Ordinal);
            return mail[..body] + System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(mail[body..]));
        }

        return mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https://assess\.example/t/(?<token>[\w-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex("Message-ID: .*", RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
