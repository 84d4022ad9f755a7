using System.Net;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Reports;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Anybody may check a paper by its code, and learns nothing about anybody.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;
    private ComposedReport report = null!;
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        Guid campaign = await site.OpenCampaignAsync();
        candidate = await site.FinishAsync(campaign, "Zephyrine Quill", 1, 2, 3, 4);
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        report = (await site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.Recruiter, null, CancellationToken.None)))!;
        await site.AskAsync((ReportService r) => r.StoreAsync(report.Document, report.Canonical, report.ScoreRuns, null, CancellationToken.None));
        code = await site.ReadAsync(db => db.ReportSeals.Select(s => s.Code).SingleAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_genuine_paper_is_confirmed_with_its_kind_its_day_and_the_digest_of_its_content_and_no_name()
    {
        Shown page = await site.NewBrowser().OpenAsync($"/verify/{code}");

        Assert.Contains("This paper is genuine", page.Words);
        Assert.Contains("Report about one candidate", page.Words);
        Assert.Contains("23 November 2026", page.Words);
        Assert.Contains(Digest.Sha256(report.Canonical), page.Html.Replace(" ", ""), StringComparison.Ordinal);
        Assert.All(["Zephyrine", "Quill", "Customer care"], secret => Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_read_without_dashes_and_capitals_and_a_wrong_one_is_unknown()
    {
        Assert.Contains("This paper is genuine", (await site.NewBrowser().OpenAsync($"/verify?code={code.Replace("-", "").ToLowerInvariant()}")).Words);
        Assert.Contains("No paper has this code", (await site.NewBrowser().OpenAsync("/verify/EQ-2222-2222-2222-2222")).Words);
        Assert.Contains("No paper has this code", (await site.NewBrowser().OpenAsync("/verify?code=%00%F0%9F%98%80")).Words);
        Assert.DoesNotContain("No paper has this code", (await site.NewBrowser().OpenAsync("/verify")).Words);
    }

    [Fact]
    public async Task After_a_withdrawal_the_paper_is_called_withdrawn_and_its_digest_is_not_said_any_more()
    {
        Guid invitation = await site.ReadAsync(db => db.Attempts.Where(a => a.Id == candidate.Attempt).Select(a => a.InvitationId).SingleAsync());
        await site.ReadAsync(db => db.Invitations.Where(i => i.Id == invitation).ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, site.Time.Instant)));

        Shown page = await site.NewBrowser().OpenAsync($"/verify/{code}");

        Assert.Contains("This paper has been withdrawn", page.Words);
        Assert.DoesNotContain(Digest.Sha256(report.Canonical)[..8], page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_browser()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{code}");
        request.Headers.AcceptLanguage.ParseAdd("es-MX");

        Assert.Contains("Este documento es auténtico", (await site.NewBrowser().SendAsync(request)).Words);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        Browser browser = site.NewBrowser();
        HttpStatusCode last = HttpStatusCode.OK;
        for (int i = 0; i < 200 && last == HttpStatusCode.OK; i++)
        {
            last = (await browser.AskAsync(HttpMethod.Get, "/verify/EQ-2222-2222-2222-2222")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }
}
