using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Mail;

/// <summary>What arrives: plain text and HTML of the same words, at addresses of every kind.</summary>
public sealed class MessageFormatTests
{
    [Fact]
    public async Task A_message_is_plain_text_and_HTML_with_the_link_as_a_button_and_as_text()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);

        await site.SendAsync();

        ReceivedMail mail = Assert.Single(server.Received());
        Assert.StartsWith("multipart/alternative", mail.Headers["content-type"], StringComparison.Ordinal);
        Assert.Equal(["text/plain", "text/html"], mail.Parts);
        Assert.StartsWith("Hello amara,", mail.Body, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">", mail.Html!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<p>Hello amara,</p>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(2, mail.Html!.Split($"href=\"{mail.Link}\"").Length - 1);
        Assert.Contains(">Open your personal page</a>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_markup_is_text_in_the_HTML_too_and_its_braces_stay_braces()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await MailSite.InvitedAsync(ChosenEngine.Name, server.Port);
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) => await db.Candidates.ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, "<b>Eve</b> {link} עדן 🦊")));

        await site.SendAsync();

        ReceivedMail mail = Assert.Single(server.Received());
        Assert.StartsWith("Hello <b>Eve</b> {link} עדן 🦊,", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html!, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Eve&lt;/b&gt; {link}", mail.Html!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inés+jobs@example.test", false, MessageState.AddressRefused)]
    [InlineData("用户@例子.test", false, MessageState.AddressRefused)]
    [InlineData("inés+jobs@example.test", true, MessageState.Sent)]
    [InlineData("amara@bücher.example", false, MessageState.Sent)]
    [InlineData("amara@bücher.example", true, MessageState.Sent)]
    [InlineData("amara+one.two@example.test", false, MessageState.Sent)]
    public async Task An_address_with_other_letters_goes_as_far_as_the_mail_server_takes_it(string address, bool offered, MessageState state)
    {
        await using SmtpServer server = await SmtpServer.StartAsync(offered);
        await using TestSite site = await InvitedAsync(server.Port, address);

        await site.SendAsync();

        MessageRow message = await site.MessageAsync();
        Assert.Equal((state, state == MessageState.Sent ? null : "SMTPUTF8"), (message.State, message.Failure));
        Assert.Equal(state == MessageState.Sent ? 1 : 0, server.Received().Count);
    }

    [Fact]
    public async Task A_domain_with_other_letters_is_shown_as_written_and_said_to_the_server_as_servers_write_it()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await InvitedAsync(server.Port, "amara@bücher.example");

        await site.SendAsync();

        Assert.Equal("amara@xn--bcher-kva.example", Assert.Single(server.Received()).Headers["x-rcptto"]);
        Assert.Equal("amara@bücher.example", await site.ReadAsync(db => db.Candidates.Select(c => c.Email).SingleAsync()));
    }

    [Fact]
    public async Task However_a_domain_is_written_the_person_is_recognised()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using TestSite site = await InvitedAsync(server.Port, "amara@bücher.example");
        Guid campaign = await site.ReadAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());

        IReadOnlyList<InvitationResult> again = await site.AskAsync((InvitationService s) => s.InviteAsync(
            campaign, [new CsvRow(1, "Amara", "AMARA@BÜCHER.example", null), new CsvRow(2, "Amara", "amara@xn--bcher-kva.example", null)], CancellationToken.None));

        Assert.Equal([InvitationOutcome.AlreadyInvited, InvitationOutcome.Duplicate], again.Select(r => r.Outcome));
    }

    private static async Task<TestSite> InvitedAsync(int port, string address)
    {
        TestSite site = await TestSite.CreateAsync(
            ChosenEngine.Name, ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{port}"), ("Mail:UseTls", "false"), ("Mail:From", "hiring@assess.example"));
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.AskAsync((InvitationService s) => s.InviteAsync(sample.Campaign, [new CsvRow(1, "Amara", address, null)], CancellationToken.None));
        return site;
    }
}
