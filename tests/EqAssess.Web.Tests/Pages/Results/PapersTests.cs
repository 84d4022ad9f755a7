using System.IO.Compression;
using System.Net;
using System.Text;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Engines;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Reports of many people as one zip.</summary>
public sealed class PapersTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    private string Address => $"/campaigns/{campaign}/papers";

    public async ValueTask InitializeAsync()
    {
        await using (Printing.Engine())
        {
            // Skips where there is no browser.
        }

        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everybody_who_finished_has_a_paper_in_the_zip_and_a_list_says_with_which_code()
    {
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        await site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Bo").ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, "Bo \"Q\" Lind/..")));
        await site.InviteAsync(campaign, "Carmen");

        Shown asked = await StartAsync();
        await site.RunAsync<DrawReports>();
        Shown ready = await recruiter.OpenAsync(Address);
        Dictionary<string, string> files = await ZipAsync(ready);

        Assert.Contains("0 of 2 made.", asked.Words);
        Assert.Contains("2 of 2 made.", ready.Words);
        Assert.Equal(["Amara Okafor.pdf", "Bo Q Lind.pdf"], files.Keys.Where(k => k.EndsWith(".pdf", StringComparison.Ordinal)).Select(k => k[4..]).Order(StringComparer.Ordinal));
        Assert.All(files.Where(f => f.Key.EndsWith(".pdf", StringComparison.Ordinal)), f => Assert.StartsWith("%PDF-", f.Value, StringComparison.Ordinal));
        string code = await site.ReadAsync(db => db.ReportSeals.Select(s => s.Code).FirstAsync());
        Assert.Contains(code, files["Contents.csv"], StringComparison.Ordinal);
        Assert.Equal(2, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.ReportDownloaded)));
    }

    [Fact]
    public async Task Who_withdrew_in_between_is_left_out_and_the_list_says_so_without_a_name()
    {
        Candidate amara = await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo Lind", 4, 3, 2, 1);
        await StartAsync();
        await site.RunAsync<DrawReports>();

        Guid invitation = await site.ReadAsync(db => db.Attempts.Where(a => a.Id == amara.Attempt).Select(a => a.InvitationId).SingleAsync());
        await site.AskAsync(async (Withdrawals w) =>
        {
            await w.WithdrawAsync(invitation);
            return 0;
        });
        Dictionary<string, string> files = await ZipAsync(await recruiter.OpenAsync(Address));

        Assert.Equal("Bo Lind.pdf", Assert.Single(files.Keys, k => k.EndsWith(".pdf", StringComparison.Ordinal))[4..]);
        Assert.Contains("the candidate withdrew or was erased", files["Contents.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("Amara", files["Contents.csv"], StringComparison.Ordinal);
    }

    /// <summary>What was asked for stands in rows: another process goes on where the first one ended.</summary>
    [Fact]
    public async Task What_was_begun_is_finished_by_a_later_run_and_nothing_is_made_twice()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        await StartAsync();
        await site.AskAsync((ReportBatches batches) => batches.AskAsync(1, CancellationToken.None));
        Assert.Equal(1, await site.ReadAsync(db => db.Reports.CountAsync()));

        await site.RunAsync<DrawReports>();
        await site.RunAsync<DrawReports>();

        Assert.Equal(2, await site.ReadAsync(db => db.Reports.CountAsync()));
        Assert.Equal(0, await site.AskAsync((ReportBatches batches) => batches.AskAsync(10, CancellationToken.None)));
        Assert.Contains("2 of 2 made.", (await recruiter.OpenAsync(Address)).Words);
    }

    [Fact]
    public async Task A_paper_that_somebody_waits_for_comes_before_those_of_a_batch()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        await StartAsync();
        await site.AskAsync((ReportBatches batches) => batches.AskAsync(10, CancellationToken.None));
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).FirstAsync());
        ComposedReport guide = (await site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.InterviewGuide, null, CancellationToken.None)))!;
        site.Time.Instant += TimeSpan.FromMinutes(1);
        Guid waited = await site.AskAsync((ReportService r) => r.StoreAsync(guide.Document, guide.Canonical, guide.ScoreRuns, null, CancellationToken.None));

        IReadOnlyList<Guid> due = await site.AskAsync((ReportDrawing d) => d.DueAsync(10, CancellationToken.None));

        Assert.Equal(3, due.Count);
        Assert.Equal(waited, due[0]);
    }

    [Fact]
    public async Task People_who_are_not_scored_and_people_of_other_campaigns_are_left_out()
    {
        Guid other = await site.OpenCampaignAsync();
        Guid unscored = await site.InviteAsync(campaign, "Amara");
        Guid stranger = await site.InviteAsync(other, "Bo");

        await site.AskAsync((ReportBatches b) => b.StartAsync(campaign, ReportKind.Recruiter, [unscored, stranger, unscored], null, CancellationToken.None));
        await site.RunAsync<DrawReports>();

        ReportBatchItem item = await site.ReadAsync(db => db.ReportBatchItems.AsNoTracking().SingleAsync());
        Assert.Equal((unscored, LeftOut.NotScored), (item.InvitationId, item.LeftOut));
        BatchProgress progress = Assert.Single(await site.AskAsync((ReportBatches b) => b.OfAsync(campaign, null, 10, CancellationToken.None)));
        Assert.Equal((1, 0, 1, true), (progress.People, progress.Drawn, progress.LeftOut, progress.Ready));
    }

    [Fact]
    public async Task Of_people_picked_in_the_list_only_the_shortlisted_get_a_development_plan()
    {
        foreach (string name in (string[])["Amara", "Bo", "Carmen"])
        {
            await site.FinishAsync(campaign, name, 1, 2, 3, 4);
        }

        (Guid amara, Guid bo) = (await site.InvitationOfAsync("Amara"), await site.InvitationOfAsync("Bo"));
        await recruiter.DecideAsync(site, campaign, amara, "Shortlist");
        Shown results = await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        string papers = results.Document.QuerySelectorAll("button[form=bulk], #bulk button").Single(b => b.TextContent == "Make reports").GetAttribute("formaction")!;
        Shown picked = await recruiter.OpenAsync($"{papers}?pick={amara}&pick={bo}");
        await picked.Form("Make the reports").With("as", "development").PressAsync();
        await site.RunAsync<DrawReports>();
        Dictionary<string, string> files = await ZipAsync(await recruiter.OpenAsync(Address));

        Assert.Contains("For 2 people whom you picked in the results.", picked.Words);
        Assert.Equal("Amara.pdf", Assert.Single(files.Keys, k => k.EndsWith(".pdf", StringComparison.Ordinal))[4..]);
        Assert.Contains("the candidate is not shortlisted", files["Contents.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("Carmen", files["Contents.csv"], StringComparison.Ordinal);
    }

    /// <summary>It holds the names that its maker may see.</summary>
    [Fact]
    public async Task A_batch_is_for_whoever_asked_for_it()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await StartAsync();
        Guid batch = await site.ReadAsync(db => db.ReportBatches.Select(b => b.Id).SingleAsync());
        Browser colleague = await site.SignInAsync("HrAdmin");

        Assert.Contains("No reports have been asked for here yet", (await colleague.OpenAsync(Address)).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.AskAsync(HttpMethod.Get, $"{Address}?handler=Zip&batch={batch}")).StatusCode);
    }

    [Fact]
    public async Task Where_nobody_has_finished_the_page_says_so_and_nothing_is_begun()
    {
        Shown page = await StartAsync();

        Assert.Contains("Nobody in this campaign has finished the test yet", page.Words);
        Assert.Equal(0, await site.ReadAsync(db => db.ReportBatches.CountAsync()));
    }

    [Fact]
    public async Task A_pilot_hands_out_no_papers()
    {
        campaign = await site.OpenCampaignAsync(CampaignPurpose.Pilot);
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);

        Shown page = await recruiter.OpenAsync(Address);

        Assert.DoesNotContain("Make the reports", page.Words);
        Assert.Contains("no report", page.Words);
    }

    [Fact]
    public async Task A_batch_of_another_campaign_is_not_handed_out_here()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await StartAsync();
        Guid batch = await site.ReadAsync(db => db.ReportBatches.Select(b => b.Id).SingleAsync());
        Guid other = await site.OpenCampaignAsync();

        HttpResponseMessage answer = await recruiter.AskAsync(HttpMethod.Get, $"/campaigns/{other}/papers?handler=Zip&batch={batch}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<Shown> StartAsync() => await (await recruiter.OpenAsync(Address)).Form("Make the reports").PressAsync();

    private async Task<Dictionary<string, string>> ZipAsync(Shown page)
    {
        string link = page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Download zip").GetAttribute("href")!;
        HttpResponseMessage answer = await recruiter.AskAsync(HttpMethod.Get, link);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return zip.Entries.ToDictionary(e => e.FullName, Text, StringComparer.Ordinal);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
