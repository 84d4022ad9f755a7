using System.Net;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

public sealed class ComparisonPaperTests : IAsyncLifetime
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
    public async Task Two_people_stand_side_by_side_in_the_order_of_the_address()
    {
        Guid bo = await RunOfAsync("Bo");
        Guid amara = await RunOfAsync("Amara");

        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/comparison?run={amara}&run={bo}");

        Assert.Equal((HttpStatusCode.OK, "Comparison of 2 candidates"), (page.Status, page.Heading));
        Assert.Equal(["A · Amara", "B · Bo"], page.Document.QuerySelectorAll(".report-lines tbody th").Select(h => h.TextContent));
        Assert.Equal(2, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.ReportViewed)));
    }

    [Fact]
    public async Task One_person_nine_the_same_twice_strangers_and_those_who_withdrew_are_refused_in_words()
    {
        Guid amara = await RunOfAsync("Amara");
        Guid bo = await RunOfAsync("Bo");
        Guid stranger = await RunOfAsync("Carmen", await site.OpenCampaignAsync());
        string nine = string.Join('&', Enumerable.Range(0, 9).Select(_ => $"run={Guid.NewGuid()}"));

        foreach (string query in new[] { "", $"run={amara}", $"run={amara}&run={amara}", $"run={amara}&run={stranger}", $"run={amara}&run={Guid.NewGuid()}", nine, "run=x" })
        {
            Assert.Contains("A comparison needs 2 to 8 different people", (await recruiter.OpenAsync($"/campaigns/{campaign}/comparison?{query}")).Words);
        }

        await site.ReadAsync(db => db.Invitations.ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, site.Time.Instant)));
        Assert.Contains("Perhaps somebody withdrew", (await recruiter.OpenAsync($"/campaigns/{campaign}/comparison?run={amara}&run={bo}")).Words);
    }

    /// <summary>The name of the erased person stands in the paper, whoever came first in it.</summary>
    [Fact]
    public async Task A_comparison_goes_when_any_of_its_people_is_erased_and_its_code_says_withdrawn()
    {
        Guid amara = await RunOfAsync("Amara");
        Guid bo = await RunOfAsync("Bo");
        ComposedReport report = (await site.AskAsync((ReportDocuments d) => d.CompareAsync(campaign, [amara, bo], null, CancellationToken.None)))!;
        await site.AskAsync((ReportService r) => r.StoreAsync(report.Document, report.Canonical, report.ScoreRuns, null, CancellationToken.None));
        string code = await site.ReadAsync(db => db.ReportSeals.Select(s => s.Code).SingleAsync());
        Assert.IsType<SealCheck.Genuine>(await site.AskAsync((ReportSeals s) => s.CheckAsync(code, CancellationToken.None)));

        Guid second = await site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Bo").Select(c => c.Id).SingleAsync());
        await site.AskAsync((ErasureService e) => e.EraseAsync(second, null, CancellationToken.None));

        Assert.Equal(0, await site.ReadAsync(db => db.Reports.CountAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.ReportSubjects.CountAsync()));
        Assert.Null(await site.ReadAsync(db => db.ReportSeals.Select(s => s.Digest).SingleAsync()));
        Assert.IsType<SealCheck.Withdrawn>(await site.AskAsync((ReportSeals s) => s.CheckAsync(code, CancellationToken.None)));
    }

    private async Task<Guid> RunOfAsync(string name, Guid? of = null)
    {
        Candidate candidate = await site.FinishAsync(of ?? campaign, name, 1, 2, 3, 4);
        return await site.ReadAsync(db => db.ScoreRuns.Where(r => r.AttemptId == candidate.Attempt).Select(r => r.Id).SingleAsync());
    }
}
