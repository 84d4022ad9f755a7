using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

public sealed class InviteTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task One_person_is_invited_and_a_second_time_left_alone()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");

        Shown first = await page.Form("Invite").Fill("Name", "Inés Soto").Fill("E-mail address", "ines@example.test").PressAsync();
        Shown second = await page.Form("Invite").Fill("Name", "Inés Soto").Fill("E-mail address", "INES@example.test").PressAsync();

        Assert.Equal("1 invited, 0 to correct", first.Heading);
        Assert.Equal([["1", "Inés Soto", "ines@example.test", "Invited", "The message goes out within a minute."]], Rows(first));
        Assert.Equal("0 invited, 0 to correct", second.Heading);
        Assert.Equal("Already invited", Rows(second)[0][3]);
        Assert.Contains(typeof(SendMessages), site.Jobs.Nudges);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_read_whatever_its_encoding_separator_and_order_of_columns(string name, byte[] content)
    {
        Shown result = await UploadAsync(content, name);

        Assert.Equal("2 invited, 0 to correct", result.Heading);
        Assert.Equal([["2", "Zofia Kowalska"], ["3", "Jürgen Brandt"]], Rows(result).Select(r => r[..2]));
        Assert.Equal(2, await site.ReadAsync(db => db.Messages.CountAsync()));
    }

    public static TheoryData<string, byte[]> Files()
    {
        const string semicolons = "E-mail;Team;Name\r\nzofia@example.test;North;Zofia Kowalska\r\njuergen@example.test;South;Jürgen Brandt\r\n";
        const string commas = "name,email\nZofia Kowalska,zofia@example.test\n\"Jürgen Brandt\",juergen@example.test\n";
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(commas) },
            { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(semicolons)] },
            { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(semicolons)] },
            { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(semicolons)] },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes(semicolons) },
            { "Latin 1", Encoding.Latin1.GetBytes(semicolons) },
            { "tabs", Encoding.UTF8.GetBytes(semicolons.Replace(';', '\t')) },
        };
    }

    [Fact]
    public async Task A_broken_row_is_refused_with_its_number_and_holds_up_nobody()
    {
        const string rows = """
            name;email
            Amara Okafor;amara@example.test
            Bo Lind;bo at example.test
            ;carmen@example.test
            Dilan Aydin;
            "Eira Pritchard;eira@example.test
            Farid Haddad;farid@example.test
            """;

        Shown result = await PasteAsync(rows);

        Assert.Equal("2 invited, 4 to correct", result.Heading);
        Assert.Equal(
            [("2", "Invited"), ("3", "Not invited"), ("4", "Not invited"), ("5", "Not invited"), ("6", "Not invited"), ("7", "Invited")],
            Rows(result).Select(r => (r[0], r[3])));
        Assert.Equal("This is no e-mail address that a message can go to. Write it like name@company.example.", Rows(result)[1][4]);
        Assert.Equal("The name is missing.", Rows(result)[2][4]);
        Assert.Equal("The address is missing.", Rows(result)[3][4]);
        Assert.Equal("A quotation mark is open or stands in the wrong place.", Rows(result)[4][4]);
        Assert.Contains("Bo Lind; bo at example.test", result.Document.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Ten_thousand_rows_in_one_request_are_all_invited_and_the_page_stays_readable()
    {
        var file = new StringBuilder("name,email\n");
        for (int i = 1; i <= 10_000; i++)
        {
            file.Append(i == 7_777 ? "Broken,no address\n" : $"Person {i},person-{i}@example.test\n");
        }

        Shown result = await UploadAsync(Encoding.UTF8.GetBytes(file.ToString()));

        Assert.Equal("9999 invited, 1 to correct", result.Heading);
        Assert.Equal(500, Rows(result).Count);
        Assert.Equal(["7778", "Broken"], Rows(result)[0][..2]);
        Assert.Contains("9500 more rows without mistakes are not listed here.", result.Words);
        Assert.Equal(9_999, await site.ReadAsync(db => db.Invitations.CountAsync()));
        Assert.Equal(9_999, await site.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Where_more_rows_are_wrong_than_a_page_lists_it_does_not_call_the_rest_right()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 600).Select(i => $"Person {i}, nowhere-{i}"));

        Shown result = await PasteAsync(rows);

        Assert.Equal("0 invited, 600 to correct", result.Heading);
        Assert.DoesNotContain("without mistakes", result.Words);
        Assert.Contains("100 more rows are not listed here, some of them with mistakes.", result.Words);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\";\"click\")")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("<b>Bold</b> & \"quoted\"")]
    public async Task A_name_that_looks_like_a_formula_or_HTML_is_shown_as_text_everywhere(string name)
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");

        Shown result = await page.Form("Invite").Fill("Name", name).Fill("E-mail address", "amara@example.test").PressAsync();
        Shown list = await recruiter.OpenAsync($"/campaigns/{campaign}");
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        Shown link = await site.NewBrowser().OpenAsync($"/t/{await site.LinkAsync(invitation)}");

        Assert.Equal(name, Rows(result)[0][1]);
        Assert.Contains(name, list.Words);
        Assert.Contains($"Hello {name}.", link.Words);
        Assert.All((Shown[])[result, list, link], shown => Assert.Empty(shown.Document.QuerySelectorAll("script:not([src]), td b, th b, .lead b")));
    }

    [Fact]
    public async Task Nobody_and_too_large_a_file_are_named_as_what_they_are()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        Shown nobody = await page.Form("Invite").PressAsync();
        Shown tooLarge = await UploadAsync(new byte[9 * 1024 * 1024]);

        Assert.Equal([("rows", "Nobody to invite: fill in a name and an address, paste rows, or choose a file.")], nobody.Problems);
        Assert.Equal([("rows", "The file is larger than 8 MB. Split it and invite in parts.")], tooLarge.Problems);
    }

    [Fact]
    public async Task Resending_twice_at_once_is_no_error()
    {
        await site.InviteAsync(campaign, "Bo Lind");
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}");

        Shown[] pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.Form("Resend the invitation to Bo Lind").PressAsync()));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
    }

    private async Task<Shown> PasteAsync(string rows)
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        return await page.Form("Invite").Fill("Paste rows", rows).PressAsync();
    }

    private async Task<Shown> UploadAsync(byte[] content, string name = "candidates")
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var body = new MultipartFormDataContent { { new StringContent(page.ForgeryToken), "forgeryToken" }, { file, "file", $"{name}.csv" } };
        return await recruiter.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = body });
    }

    private static List<string[]> Rows(Shown page) =>
        [.. page.Document.QuerySelectorAll("table.rows tbody tr").Select(r => r.QuerySelectorAll("td, th").Select(c => Shown.Squeeze(c.TextContent)).ToArray())];
}
