using System.Net;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

public sealed class ExportTests : IAsyncLifetime
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
    public async Task A_score_stands_with_its_interval_its_error_and_where_that_comes_from_and_no_time()
    {
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.InviteAsync(campaign, "Bo");

        string[][] rows = Cells(await TextAsync("csv"));

        Assert.Equal(["Candidate", "Simulated", "State", "Score, 0 to 100", "95 % interval from", "95 % interval to", "Standard error, points", "Reliability", "Error is"], rows[0][..9]);
        string[] amara = rows.Single(r => r[2] == "Completed");
        Assert.Equal("no", amara[1]);
        Assert.True(double.Parse(amara[4], System.Globalization.CultureInfo.InvariantCulture) <= double.Parse(amara[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("assumed: planning values, no data", amara[8]);
        Assert.Equal("", rows.Single(r => r[2] != "Completed" && r[2] != "State")[3]);
        Assert.DoesNotContain(rows[0], heading => heading.Contains("time", StringComparison.OrdinalIgnoreCase) || heading.Contains("minute", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_begins_with_the_byte_order_mark_and_names_are_no_formulas()
    {
        await site.ReadAsync(async db =>
        {
            await site.InviteAsync(campaign, "Amara");
            return await db.Candidates.ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, "=HYPERLINK(\"http://x\",\"y\")"));
        });

        byte[] file = await (await recruiter.AskAsync(HttpMethod.Get, $"/campaigns/{campaign}/papers?handler=Export&format=csv")).Content.ReadAsByteArrayAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\"", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pilot_hands_out_states_and_no_score()
    {
        campaign = await site.OpenCampaignAsync(CampaignPurpose.Pilot);
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);

        string[] amara = Cells(await TextAsync("csv")).Single(r => r[2] == "Completed");

        Assert.Equal("Completed", amara[2]);
        Assert.All(amara[3..], cell => Assert.Equal("", cell));
    }

    [Fact]
    public async Task The_workbook_holds_the_same_rows()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        HttpResponseMessage answer = await recruiter.AskAsync(HttpMethod.Get, $"/campaigns/{campaign}/papers?handler=Export&format=xlsx");

        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);

        Assert.Contains("Amara", workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText, StringComparison.Ordinal);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook));
        Assert.Contains("Customer care advisor.xlsx", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.AskAsync(HttpMethod.Get, $"/campaigns/{campaign}/papers?handler=Export&format=pdf")).StatusCode);

    private async Task<string> TextAsync(string format) =>
        await (await recruiter.AskAsync(HttpMethod.Get, $"/campaigns/{campaign}/papers?handler=Export&format={format}")).Content.ReadAsStringAsync();

    /// <summary>Good for cells without quotes; the heading of the score has a comma and is quoted.</summary>
    private static string[][] Cells(string csv) =>
    [
        .. csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("\"Score, 0 to 100\"", "Score; 0 to 100").Replace("\"Standard error, points\"", "Standard error; points").Replace("\"assumed: planning values, no data\"", "assumed: planning values; no data").Split(',').Select(c => c.Replace(';', ',')).ToArray()),
    ];
}
