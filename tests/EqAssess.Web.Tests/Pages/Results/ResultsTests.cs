using System.Net;
using System.Text.RegularExpressions;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

public sealed partial class ResultsTests : IAsyncLifetime
{
    private static readonly string[] Names = ["Amara", "Bo", "Carmen", "Dilan", "Eira", "Farid"];

    private SiteFactory site = null!;
    private Guid form;
    private Guid campaign;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Scoring:PlanningReliability"] = "0.80" },
        });
        form = await site.PublishFormAsync(title: "Form with smaller errors");
        campaign = await site.OpenCampaignAsync(form: form);
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_score_stands_with_its_interval_and_says_that_the_error_is_assumed()
    {
        await site.FinishAsync(campaign, "Amara", 3, 3, 3, 3);

        Shown page = await ResultsAsync();

        Assert.Matches(@"^Amara \d+ \d+ to \d+", Assert.Single(Rows(page)));
        Assert.Contains("Error assumed", page.Words);
        Assert.Contains("assumed: a planning value, no data", page.Words);
        Assert.Contains("The key is a draft", page.Words);
        Assert.Contains("No ranks", page.Words);
    }

    [Fact]
    public async Task Selecting_a_row_marks_it_and_says_of_each_other_whether_it_differs_reliably()
    {
        await site.FinishAsync(campaign, "Amara", 2, 2, 2, 2);
        await site.FinishAsync(campaign, "Bo", 2, 2, 2, 2);
        await site.FinishAsync(campaign, "Nobody-answered");
        Shown page = await ResultsAsync();
        string amara = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Amara")).QuerySelector("input[name=with]")!.GetAttribute("value")!;

        Shown selected = await recruiter.OpenAsync($"/campaigns/{campaign}/results?with={amara}");

        Assert.All(Rows(page), row => Assert.Contains("none selected", row));
        Assert.Contains("Selected row", Rows(selected).Single(r => r.StartsWith("Amara", StringComparison.Ordinal)));
        Assert.Contains("does not differ reliably", Rows(selected).Single(r => r.StartsWith("Bo", StringComparison.Ordinal)));
        Assert.Contains("differs reliably lower", Rows(selected).Single(r => r.StartsWith("Nobody", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("01990000-0000-7000-8000-000000000000")]
    public async Task Selecting_a_row_that_is_not_there_selects_none(string with)
    {
        await site.FinishAsync(campaign, "Amara", 2, 2, 2, 2);

        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/results?with={with}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("none selected", Rows(page).Single());
    }

    [Fact]
    public async Task Equal_scores_stand_in_an_order_that_stays_and_that_the_seed_of_the_campaign_decides()
    {
        foreach (string name in Names)
        {
            await site.FinishAsync(campaign, name, 2, 2, 2, 2);
        }

        string[] first = OrderOf(await ResultsAsync());
        string[] again = OrderOf(await ResultsAsync());
        string[] drawn = await site.ReadAsync(async db => (await (
            from i in db.Invitations join c in db.Candidates on i.CandidateId equals c.Id join k in db.Campaigns on i.CampaignId equals k.Id
            select new { i.Id, c.Name, k.Seed }).ToListAsync()).OrderBy(i => CampaignPlans.DrawOf(i.Seed, i.Id)).Select(i => i.Name).ToArray());

        Assert.Equal(Names, first.Order(StringComparer.Ordinal));
        Assert.Equal(first, again);
        Assert.Equal(drawn, first);
    }

    [Fact]
    public async Task Scores_of_a_pilot_stand_in_no_hiring_view_and_neither_does_a_report()
    {
        Guid pilot = await site.OpenCampaignAsync(CampaignPurpose.Pilot);
        await site.FinishAsync(pilot, "Amara", 3, 3, 3, 3);
        Guid run = (await site.ReadAsync(db => Task.FromResult(db.ScoreRuns.Single().Id)));

        Shown page = await recruiter.OpenAsync($"/campaigns/{pilot}/results");
        Shown report = await recruiter.OpenAsync($"/reports/{run}");
        Shown pdf = await recruiter.OpenAsync($"/reports/{run}/pdf");

        Assert.Contains("Scores of a pilot are not shown", page.Words);
        Assert.Empty(page.Document.QuerySelectorAll("td.score, svg[role=img], a[href^='/reports/'], table.compare"));
        Assert.Contains("Scores of a pilot are not shown", report.Words);
        Assert.Empty(report.Document.QuerySelectorAll("article.paper, svg"));
        Assert.Equal(HttpStatusCode.NotFound, pdf.Status);
    }

    [Fact]
    public async Task Simulated_candidates_are_marked_wherever_they_appear()
    {
        await site.AskAsync(async (SimulatedCandidates simulated) =>
        {
            await simulated.AddAsync(campaign, form, 6, CancellationToken.None);
            return 0;
        });
        await site.RunAsync<Web.Jobs.ScoreAttempts>();
        await site.FinishAsync(campaign, "Zacharias", 3, 3, 3, 3);

        Shown results = await ResultsAsync();
        Shown list = await recruiter.OpenAsync($"/campaigns/{campaign}");

        foreach (Shown page in (Shown[])[results, list])
        {
            string[] people = [.. page.Document.QuerySelectorAll("tbody th").Select(r => Shown.Squeeze(r.TextContent))];
            Assert.Equal(7, people.Length);
            Assert.Equal(6, people.Count(p => p.Contains("Simulated")));
            Assert.DoesNotContain("Simulated", people.Single(p => p.StartsWith("Zacharias", StringComparison.Ordinal)));
        }
    }

    private Task<Shown> ResultsAsync() => recruiter.OpenAsync($"/campaigns/{campaign}/results");

    private static string[] Rows(Shown page) => [.. page.Document.QuerySelectorAll("table.compare tbody tr").Select(r => Shown.Squeeze(Gap().Replace(r.InnerHtml, " ")))];

    private static string[] OrderOf(Shown page) => [.. Rows(page).Select(r => r.Split(' ')[0])];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Gap();
}
