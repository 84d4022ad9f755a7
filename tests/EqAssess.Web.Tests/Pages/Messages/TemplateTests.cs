using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Messages;

/// <summary>Texts of messages that an HR admin writes in the browser, and what arrives then.</summary>
public sealed class TemplateTests : IAsyncLifetime
{
    private const string Address = "/messages/templates/Invitation/en";

    private SmtpServer server = null!;
    private SiteFactory site = null!;
    private Browser hr = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SmtpServer.StartAsync();
        site = await SiteFactory.StartAsync(new SiteSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{server.Port}", ["Mail:UseTls"] = "false", ["Mail:From"] = "hiring@assess.example",
            },
        });
        hr = await site.SignInAsync("HrAdmin");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_saved_text_goes_out_and_the_original_comes_back()
    {
        Guid campaign = await site.OpenCampaignAsync();
        Shown page = await hr.OpenAsync(Address);
        Shown saved = await page.Form("Save").Fill("Subject", "{job}: please start").Fill("Text", "Dear {name},\n\n{link}\n\nBest, {organisation}").PressAsync();
        await site.InviteAsync(campaign, "Amara");
        await site.RunAsync<SendMessages>();
        Shown original = await saved.Form("Back to the original").PressAsync();
        await site.InviteAsync(campaign, "Bo");
        await site.RunAsync<SendMessages>();

        ReceivedMail edited = server.Received().Single(m => m.To.Contains("amara@", StringComparison.Ordinal));
        ReceivedMail shipped = server.Received().Single(m => m.To.Contains("bo@", StringComparison.Ordinal));
        Assert.Contains("Saved. Messages go out with this text from now on.", saved.Words);
        Assert.Equal("Customer care advisor: please start", edited.Subject);
        Assert.StartsWith("Dear Amara,", edited.Body, StringComparison.Ordinal);
        Assert.Contains("<p>Dear Amara,</p>", edited.Html!, StringComparison.Ordinal);
        Assert.Equal("Your assessment for Customer care advisor", shipped.Subject);
        Assert.Contains("The text as it ships goes out again. Your version is kept.", original.Words);
        Assert.Equal([1, 2], await site.ReadAsync(db => db.MessageTemplates.OrderBy(t => t.Version).Select(t => t.Version).ToListAsync()));
        Assert.Contains("Dear {name}", (await hr.OpenAsync($"{Address}?version=1")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject", "Text without its link", "body", "The text needs {link}: without it, the message is of no use.")]
    [InlineData("Subject", "{link} {salary}", "body", "There is nothing that could stand in the place of {salary}. Use only the words in braces that are listed.")]
    [InlineData("Subject", "{link} {code}", "body", "There is nothing that could stand in the place of {code}. Use only the words in braces that are listed.")]
    [InlineData("Subject", "{link} {", "body", "There is nothing that could stand in the place of {. Use only the words in braces that are listed.")]
    [InlineData("", "{link}", "subject", "Give a subject of one line, at most 150 characters.")]
    [InlineData("Look: {link}", "{link}", "subject", "The personal link belongs into the text: a subject is shown on locked screens.")]
    public async Task A_text_that_would_be_of_no_use_is_refused(string subject, string body, string field, string words)
    {
        Shown refused = await (await hr.OpenAsync(Address)).Form("Save").Fill("Subject", subject).Fill("Text", body).PressAsync();

        Assert.Equal([(field, words)], refused.Problems);
        Assert.Equal(body, refused.Form("Save")["body"]);
        Assert.Equal(0, await site.ReadAsync(db => db.MessageTemplates.CountAsync()));
    }

    [Fact]
    public async Task A_preview_and_a_test_send_show_what_was_typed_and_keep_nothing()
    {
        Shown page = await hr.OpenAsync(Address);
        Shown preview = await page.Form("Preview").Fill("Text", "Dear {name}, <b>look</b>:\n\n{link}").PressAsync();

        Shown sent = await preview.Form("Send it to me").PressAsync();

        Assert.Contains("<b>look</b>:", preview.Document.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"A sample was sent to {PreparedDatabase.EmailOf("HrAdmin")}.", sent.Words);
        Assert.Contains("<b>look</b>:", Assert.Single(server.Received()).Body, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await site.ReadAsync(db => db.MessageTemplates.CountAsync()), await site.ReadAsync(db => db.Messages.CountAsync())));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_text_as_it_ships_could_be_saved_as_it_is(string kind, string language)
    {
        Shown page = await hr.OpenAsync($"/messages/templates/{kind}/{language}");

        Shown saved = await page.Form("Save").PressAsync();

        Assert.Empty(saved.Problems);
        Assert.Contains("Saved.", saved.Words);
        Assert.DoesNotMatch(@"\{\w+\}", saved.Document.QuerySelector(".letter")!.TextContent);
    }

    [Fact]
    public async Task What_is_no_kind_of_message_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await hr.OpenAsync("/messages/templates/Spam/en")).Status);

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (string kind in MessageText.Kinds)
        {
            foreach (string language in MessageTemplates.Languages)
            {
                all.Add(kind, language);
            }
        }

        return all;
    }
}
