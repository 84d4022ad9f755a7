using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Mail;

/// <summary>What becomes of a message when the conversation goes wrong. Only what surely was not taken is tried again.</summary>
public sealed class MailFailureTests
{
    [Theory]
    [InlineData("greeting", "421 come back later")]
    [InlineData("MAIL", "451 not now")]
    [InlineData("RCPT", "450 mailbox busy")]
    [InlineData("RCPT", "452 greylisted")]
    [InlineData("DATA", "451 not now")]
    [InlineData("end of data", "452 disk full")]
    [InlineData("MAIL", "530 log in first")]
    [InlineData("MAIL", "535 wrong password")]
    public async Task A_4yz_reply_or_a_log_in_that_failed_makes_the_message_due_again_later(string at, string reply)
    {
        await using var peer = new ScriptedSmtpPeer(at, reply);
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);

        int sent = await site.SendAsync();
        int atOnce = await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((0, 0), (sent, atOnce));
        Assert.Equal((MessageState.Due, 1, TestSite.Start.AddMinutes(1)), (row.State, row.Tries, row.DueAt));
        Assert.StartsWith(reply[..3], row.Failure, StringComparison.Ordinal);
        Assert.Null(row.SentAt);
    }

    [Theory]
    [InlineData("greeting", "554 no")]
    [InlineData("MAIL", "550 no")]
    [InlineData("RCPT", "554 no service")]
    [InlineData("end of data", "554 spam")]
    public async Task A_5yz_reply_refuses_it_for_good(string at, string reply)
    {
        await using var peer = new ScriptedSmtpPeer(at, reply);
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);

        await site.SendAsync();
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.Refused, 1), (row.State, row.Tries));
        Assert.StartsWith(reply[..3], row.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user")]
    [InlineData("RCPT", "551 not here")]
    [InlineData("RCPT", "553 bad address")]
    public async Task An_address_that_the_server_refuses_waits_to_be_corrected(string at, string reply)
    {
        await using var peer = new ScriptedSmtpPeer(at, reply);
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);

        await site.SendAsync();
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.AddressRefused, 1, reply[..3]), (row.State, row.Tries, row.Failure));
    }

    [Theory]
    [InlineData("end of data", "hang up")]
    [InlineData("end of data", "reset")]
    [InlineData("end of data", "silence")]
    public async Task A_connection_that_breaks_after_the_text_leaves_it_uncertain_and_it_is_never_resent(string at, string how)
    {
        await using var peer = new ScriptedSmtpPeer(at, how);
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);

        await site.SendAsync();
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.Uncertain, 1, 1), (row.State, row.Tries, peer.Handovers));
        Assert.NotNull(row.Failure);
    }

    [Fact]
    public async Task A_refused_connection_makes_the_message_due_again()
    {
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, SmtpServer.FreePort());

        await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((MessageState.Due, 1, TestSite.Start.AddMinutes(1)), (row.State, row.Tries, row.DueAt));
    }

    [Fact]
    public async Task The_waits_double_up_to_an_hour()
    {
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, SmtpServer.FreePort());
        var waits = new List<double>();

        for (int i = 0; i < 9; i++)
        {
            await site.SendAsync();
            DateTimeOffset due = (await site.MessageAsync()).DueAt;
            waits.Add((due - site.Time.Instant).TotalMinutes);
            site.Time.Instant = due;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public async Task A_message_that_was_put_off_goes_out_when_it_is_due()
    {
        await using var peer = new ScriptedSmtpPeer("RCPT", "450 greylisted", times: 1);
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);
        await site.SendAsync();
        site.Time.Advance(TimeSpan.FromMinutes(1));

        int sent = await site.SendAsync();

        MessageRow row = await site.MessageAsync();
        Assert.Equal((1, MessageState.Sent, 2, 1), (sent, row.State, row.Tries, peer.Handovers));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_claim_without_an_outcome_is_uncertain_after_ten_minutes_and_waits_for_a_person(string engine)
    {
        await using var peer = new ScriptedSmtpPeer("nothing", "");
        await using TestSite site = await MailSite.InvitedAsync(engine, peer.Port);
        await ClaimAsync(site);

        site.Time.Advance(TimeSpan.FromMinutes(10));
        await site.SendAsync();
        MessageState atTen = (await site.MessageAsync()).State;
        site.Time.Advance(TimeSpan.FromMilliseconds(1));
        await site.SendAsync();
        MessageState after = (await site.MessageAsync()).State;
        site.Time.Advance(TimeSpan.FromDays(3));
        await site.SendAsync();

        Assert.Equal((MessageState.Claimed, MessageState.Uncertain), (atTen, after));
        Assert.Equal((MessageState.Uncertain, 0), ((await site.MessageAsync()).State, peer.Handovers));
    }

    [Fact]
    public async Task A_message_that_is_claimed_by_one_node_is_not_sent_by_another()
    {
        await using var peer = new ScriptedSmtpPeer("nothing", "");
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, peer.Port);
        Guid message = (await site.MessageAsync()).Id;
        await ClaimAsync(site);

        bool sent = await site.AskAsync((MessageService s) => s.SendAsync(message, CancellationToken.None));

        Assert.Equal((false, 0), (sent, peer.Handovers));
    }

    /// <summary>What a process leaves behind that died in the conversation.</summary>
    private static Task ClaimAsync(TestSite site) => site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
    {
        MessageRow row = await db.Messages.SingleAsync();
        row.State = MessageState.Claimed;
        row.ClaimedAt = site.Time.Instant;
        await db.SaveChangesAsync();
    });
}
