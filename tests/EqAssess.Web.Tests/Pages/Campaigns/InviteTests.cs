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
    public async Task Nobody_is_invited_before_somebody_agreed_and_a_second_time_the_person_is_left_alone()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");

        Shown preview = await page.Form("Look at the list").Fill("Name", "Inés Soto").Fill("E-mail address", "ines@example.test").PressAsync();
        int before = await site.ReadAsync(db => db.Invitations.CountAsync());
        Shown first = await preview.Form("Invite 1").PressAsync();
        Shown second = await page.Form("Look at the list").Fill("Name", "Inés Soto").Fill("E-mail address", "INES@example.test").PressAsync();

        Assert.Equal("1 would be invited, 0 not", preview.Heading);
        Assert.Equal([["1", "Inés Soto", "ines@example.test", "Would be invited", "A message with a personal link."]], Rows(preview));
        Assert.Equal(0, before);
        Assert.Equal("1 invited, 0 not invited", first.Heading);
        Assert.Equal([["1", "Inés Soto", "ines@example.test", "Invited", "The message goes out within a minute."]], Rows(first));
        Assert.Equal("0 would be invited, 0 not", second.Heading);
        Assert.Equal("Already invited", Rows(second)[0][3]);
        Assert.False(second.Offers("Invite 0"));
        Assert.Contains(typeof(SendMessages), site.Jobs.Nudges);
    }

    [Fact]
    public async Task A_double_click_invites_once_and_a_discarded_list_nobody()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        Shown preview = await page.Form("Look at the list").Fill("Paste rows", "Bo Lind, bo@example.test\nEira, eira@example.test").PressAsync();
        Shown other = await page.Form("Look at the list").Fill("Paste rows", "Farid, farid@example.test").PressAsync();

        Shown[] pages = await Task.WhenAll(preview.Form("Invite 2").PressAsync(), preview.Form("Invite 2").PressAsync());
        await other.Form("Discard this list").PressAsync();

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Equal((2, 2), (await site.ReadAsync(db => db.Invitations.CountAsync()), await site.ReadAsync(db => db.Messages.CountAsync())));
        Assert.Equal("Invite candidates", (await recruiter.OpenAsync(other.Address)).Heading);
    }

    [Fact]
    public async Task The_preview_warns_of_rows_that_stand_twice_and_of_people_known_under_another_name()
    {
        await site.InviteAsync(await site.OpenCampaignAsync(), "Bo Lind");

        Shown preview = await LookAsync("Amara, amara@example.test\nAmara Okafor, AMARA@example.test\nRobert Lind, bo-lind@example.test");

        Assert.Equal("2 would be invited, 0 not", preview.Heading);
        Assert.Equal(
            [
                ("2", "Not invited", "The same address stands further up in this list."),
                ("3", "Would be invited", "This address is known under the name Bo Lind, which the message uses."),
            ],
            Rows(preview).Select(r => (r[0], r[3], r[4])));
        Assert.Contains("Show all 3 rows", preview.Words);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_read_whatever_its_encoding_separator_and_order_of_columns(string name, byte[] content)
    {
        Shown result = await UploadAsync(content, name);

        Assert.Equal("2 invited, 0 not invited", result.Heading);
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
            { "Windows-1252", Encoding.Latin1.GetBytes(semicolons) },
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

        Assert.Equal("2 invited, 4 not invited", result.Heading);
        Assert.Equal(
            [
                ("3", "Not invited", "This is no e-mail address that a message can go to. Write it like name@company.example."),
                ("4", "Not invited", "The name is missing."),
                ("5", "Not invited", "The address is missing."),
                ("6", "Not invited", "A quotation mark is open or stands in the wrong place."),
            ],
            Rows(result).Select(r => (r[0], r[3], r[4])));
        Assert.Contains("Bo Lind; bo at example.test", result.Document.QuerySelector("textarea")!.TextContent);
    }

    /// <summary>Neither reading nor inviting keeps anybody waiting; the page says how far it is.</summary>
    [Fact]
    public async Task A_long_list_is_worked_off_in_the_background_and_shown_page_by_page()
    {
        var file = new StringBuilder("name,email\n");
        for (int i = 1; i <= 3_000; i++)
        {
            file.Append(i % 10 == 7 ? "Broken,no address\n" : $"Person {i},person-{i}@example.test\n");
        }

        Shown checking = await UploadAsync(Encoding.UTF8.GetBytes(file.ToString()), agree: false);
        await site.RunAsync<InviteCandidates>();
        Shown preview = await recruiter.OpenAsync(checking.Address);
        Shown inviting = await preview.Form("Invite 2,700").PressAsync();
        await site.RunAsync<InviteCandidates>();
        Shown result = await recruiter.OpenAsync(inviting.Address);
        Shown last = await recruiter.OpenAsync($"{result.Address}?p=3");

        Assert.Equal("The list is being looked through", checking.Heading);
        Assert.Contains("0 of 3,000 rows", checking.Words);
        Assert.NotNull(checking.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal("2700 would be invited, 300 not", preview.Heading);
        Assert.Equal("Invitations are being made", inviting.Heading);
        Assert.Equal("2700 invited, 300 not invited", result.Heading);
        Assert.Equal((100, "8"), (Rows(result).Count, Rows(result)[0][0]));
        Assert.Equal("2998", Rows(last)[^1][0]);
        Assert.Contains("Page 3 of 3", last.Words);
        Assert.Equal((2_700, 2_700), (await site.ReadAsync(db => db.Invitations.CountAsync()), await site.ReadAsync(db => db.Messages.CountAsync())));
        Assert.Contains(typeof(InviteCandidates), site.Jobs.Nudges);
    }

    [Fact]
    public async Task Letters_that_cannot_be_read_and_workbooks_are_refused_with_what_to_do()
    {
        Shown unreadable = await UploadAsync([0x4E, 0x81, 0xFE, 0x8D, 0x2C, 0x40], agree: false);
        Shown workbook = await UploadAsync([.. "PK\u0003\u0004 and more"u8], agree: false);

        Assert.StartsWith("The letters of this file cannot be read. Save it as “CSV UTF-8”", Assert.Single(unreadable.Problems).Text, StringComparison.Ordinal);
        Assert.StartsWith("This is a workbook and no list in plain text.", Assert.Single(workbook.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_encoding_is_read_and_the_preview_asks_to_look_at_the_names()
    {
        Shown preview = await UploadAsync(Encoding.Latin1.GetBytes("Jürgen Brandt,juergen@example.test"), agree: false);

        Assert.Contains("was read as Windows-1252. Look at the names", preview.Words);
        Assert.Equal("Jürgen Brandt", Rows(preview)[0][1]);
    }

    [Fact]
    public async Task A_campaign_that_closes_after_the_preview_invites_nobody()
    {
        Shown preview = await LookAsync("Amara, amara@example.test");
        site.Time.Advance(TimeSpan.FromDays(30));
        recruiter = await site.SignInAsync("Recruiter");

        Shown page = await recruiter.OpenAsync(preview.Address);
        Shown result = await page.Form("Invite 1").PressAsync();

        Assert.Equal("0 invited, 1 not invited", result.Heading);
        Assert.Equal("The campaign is over.", Rows(result)[0][4]);
        Assert.Equal(0, await site.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\";\"click\")")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("<b>Bold</b> & \"quoted\"")]
    public async Task A_name_that_looks_like_a_formula_or_HTML_is_shown_as_text_everywhere(string name)
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");

        Shown preview = await page.Form("Look at the list").Fill("Name", name).Fill("E-mail address", "amara@example.test").PressAsync();
        Shown result = await preview.Form("Invite 1").PressAsync();
        Shown list = await recruiter.OpenAsync($"/campaigns/{campaign}");
        Guid invitation = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        Shown link = await site.NewBrowser().OpenAsync($"/t/{await site.LinkAsync(invitation)}");

        Assert.Equal(name, Rows(result)[0][1]);
        Assert.Contains(name, list.Words);
        Assert.Contains($"Hello {name}.", link.Words);
        Assert.All((Shown[])[preview, result, list, link], shown => Assert.Empty(shown.Document.QuerySelectorAll("script:not([src]), td b, th b, .lead b")));
    }

    [Fact]
    public async Task Nobody_and_too_large_a_file_are_named_as_what_they_are()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        Shown nobody = await page.Form("Look at the list").PressAsync();
        Shown tooLarge = await UploadAsync(new byte[9 * 1024 * 1024], agree: false);

        Assert.Equal([("rows", "Nobody to invite: fill in a name and an address, paste rows, or choose a file.")], nobody.Problems);
        Assert.Equal([("file", "The file is larger than 8 MB. Split it and invite in parts.")], tooLarge.Problems);
    }

    [Fact]
    public async Task Resending_twice_at_once_is_no_error()
    {
        await site.InviteAsync(campaign, "Bo Lind");
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}");

        Shown[] pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.Form("Resend the invitation to Bo Lind").PressAsync()));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
    }

    private async Task<Shown> LookAsync(string rows)
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        return await page.Form("Look at the list").Fill("Paste rows", rows).PressAsync();
    }

    private async Task<Shown> PasteAsync(string rows) => await AgreeAsync(await LookAsync(rows));

    private async Task<Shown> UploadAsync(byte[] content, string name = "candidates", bool agree = true)
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/invite");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var body = new MultipartFormDataContent { { new StringContent(page.ForgeryToken), "forgeryToken" }, { file, "file", $"{name}.csv" } };
        Shown preview = await recruiter.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = body });
        return agree ? await AgreeAsync(preview) : preview;
    }

    private static Task<Shown> AgreeAsync(Shown preview)
    {
        string button = preview.Document.QuerySelectorAll("button").Select(b => Shown.Squeeze(b.TextContent)).First(t => t.StartsWith("Invite ", StringComparison.Ordinal));
        return preview.Form(button).PressAsync();
    }

    private static List<string[]> Rows(Shown page) =>
        [.. page.Document.QuerySelectorAll("table.rows tbody tr").Select(r => r.QuerySelectorAll("td, th").Select(c => Shown.Squeeze(c.TextContent)).ToArray())];
}
