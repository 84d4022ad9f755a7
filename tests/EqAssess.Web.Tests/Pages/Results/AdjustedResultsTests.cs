using System.Text.Json;
using System.Text.RegularExpressions;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Reports;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Pages.Accommodations;
using EqAssess.Web.Tests.Pages.Marking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>
/// Four people with the same score: one as everybody, one with more time and breaks, one with another scenario, one who wrote without a limit.
/// Nothing that a recruiter sees tells them apart.
/// </summary>
public sealed partial class AdjustedResultsTests : IAsyncLifetime
{
    private static readonly string[] Names = ["Amara", "Bolin", "Carmo", "Dalia"];
    private AdjustedSite adjusted = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync(("Mail:KeepCopies", "true"));
        campaign = await Site.OpenCampaignAsync();
        await Site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await FinishAsync("Bolin", new Accommodation(200, Untimed: false, TimeSpan.FromMinutes(20), Typed: false, []));
        await FinishAsync("Carmo", Accommodation.None with { SparedItems = ["scenario-01", "scenario-02"] });
        await Site.FinishWrittenAsync(campaign, "Dalia", Accommodation.None with { Untimed = true, SparedItems = ["scenario-03"] });
        recruiter = await Site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Theory]
    [InlineData("Recruiter")]
    [InlineData("HrAdmin")]
    [InlineData("Auditor")]
    public async Task Rows_reports_and_documents_of_the_four_are_the_same_but_for_their_names(string role)
    {
        await MarkAsync();
        Browser reader = await Site.SignInAsync(role);

        foreach (string address in (string[])[$"/campaigns/{campaign}/results", $"/campaigns/{campaign}"])
        {
            string[] rows = [.. (await reader.OpenAsync(address)).Document.QuerySelectorAll("tbody tr").Select(r => Nameless(r.OuterHtml))];
            Assert.Equal(4, rows.Length);
            Assert.Single(rows.Distinct());
        }

        List<Guid> runs = await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).ToListAsync());
        var reports = new List<string>();
        var cases = new List<string>();
        var documents = new List<string>();
        foreach (Guid run in runs)
        {
            reports.Add(Nameless((await reader.OpenAsync($"/reports/{run}")).Html));
            documents.Add(Nameless(JsonSerializer.Serialize((await Site.AskAsync((ReportDocuments s) => s.ComposeAsync(run, ReportKind.Recruiter, null, CancellationToken.None)))!.Document)));
        }

        foreach (Guid invitation in await Site.ReadAsync(db => db.Invitations.Where(i => i.CampaignId == campaign).Select(i => i.Id).ToListAsync()))
        {
            cases.Add(Nameless((await reader.OpenAsync($"/campaigns/{campaign}/results/{invitation}")).Html));
        }

        Assert.Equal(4, cases.Count);
        Assert.Single(cases.Distinct());
        Assert.Equal(4, reports.Count);
        Assert.Single(reports.Distinct());
        Assert.Single(documents.Distinct());
    }

    [Fact]
    public async Task No_page_of_a_recruiter_speaks_of_adjustments_of_writing_or_of_marks()
    {
        await MarkAsync();
        List<string> addresses = ["/", "/campaigns", $"/campaigns/{campaign}", $"/campaigns/{campaign}/results", $"/campaigns/{campaign}/invite", "/messages"];
        addresses.AddRange((await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).ToListAsync())).Select(r => $"/reports/{r}"));
        List<Guid> invited = await Site.ReadAsync(db => db.Invitations.Select(i => i.Id).ToListAsync());
        addresses.AddRange(invited.Select(i => $"/campaigns/{campaign}/results/{i}").Append($"/campaigns/{campaign}/compare?{string.Join('&', invited.Select(i => $"c={i}"))}"));
        addresses.AddRange((await Site.ReadAsync(db => db.KeptMessages.Select(k => k.Id).ToListAsync())).Select(k => $"/messages/{k}"));

        foreach (string address in addresses)
        {
            Shown page = await recruiter.OpenAsync(address);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            foreach (AngleSharp.Dom.IElement main in page.Document.QuerySelectorAll("main"))
            {
                Assert.DoesNotMatch(Adjustment(), General().Replace(main.OuterHtml, ""));
            }
        }
    }

    /// <summary>While answers wait for marks a person stands where everybody stands who is not scored yet.</summary>
    [Fact]
    public async Task Until_the_marks_are_there_the_list_says_what_it_says_of_everybody_who_waits()
    {
        Candidate ordinary = await Site.BeginAsync(await Site.LinkAsync(await Site.InviteAsync(campaign, "Elena")));
        await (await ordinary.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();

        Shown results = await recruiter.OpenAsync($"/campaigns/{campaign}/results");

        string[] waiting = [.. results.Document.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("Dalia") || r.TextContent.Contains("Elena"))
            .Select(r => Nameless(r.OuterHtml).Replace("Elena", "Amara").Replace("elena", "amara"))];
        Assert.Equal(2, waiting.Length);
        Assert.Equal(waiting[0], waiting[1]);
    }

    private async Task FinishAsync(string name, Accommodation granted)
    {
        Guid invitation = await Site.InviteAsync(campaign, name);
        Guid person = await Site.ReadAsync(db => db.Invitations.Where(i => i.Id == invitation).Select(i => i.CandidateId).SingleAsync());
        Assert.IsType<GrantOutcome.Done>(await Site.AskAsync((AdjustmentGrants s) => s.GrantAsync(person, granted, Guid.NewGuid(), CancellationToken.None)));
        await Site.FinishAsync(campaign, name, 1, 2, 3, 4);
    }

    private async Task MarkAsync()
    {
        await (await Site.SignInAsync("Psychologist")).MarkAllAsync(1);
        await (await Site.SignInAsync("HrAdmin")).MarkAllAsync(2);
        await Site.RunAsync<ScoreAttempts>();
        Assert.Equal(4, await Site.ReadAsync(db => db.ScoreRuns.CountAsync(r => r.Percent == 37.5)));
        await Site.RunAsync<SendMessages>();
    }

    /// <summary>Ids, digests of responses and forgery tokens differ from person to person; they are random or one-way.</summary>
    private static string Nameless(string html)
    {
        string text = Random().Replace(html, "id");
        return Names.Aggregate(text, (t, name) => t.Replace(name, "Amara").Replace(name.ToLowerInvariant(), "amara"));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{12,64}|value=\"CfDJ[^\"]*\"")]
    private static partial Regex Random();

    [GeneratedRegex("extra time|extended|adjust|accommodat|untimed|time limit|typed|written|equivalent|spared|marked by|breaks|expired|timed out", RegexOptions.IgnoreCase)]
    private static partial Regex Adjustment();

    /// <summary>The invitation tells everybody that adjustments can be asked for.</summary>
    [GeneratedRegex("how to ask for more time or another adjustment before you start|If you need more time or another adjustment", RegexOptions.IgnoreCase)]
    private static partial Regex General();
}
