using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>The papers about one person, and what is said where there is none.</summary>
public sealed class ReportKindTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Guid run;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("", "Overall")]
    [InlineData("?as=interview-guide", "Mark for this answer")]
    [InlineData("?as=development", "What good looks like")]
    public async Task Each_paper_about_a_person_stands_on_a_page_of_its_own(string query, string words)
    {
        await recruiter.DecideAsync(site, campaign, await site.InvitationOfAsync("Amara Okafor"), "Shortlist");

        Shown page = await recruiter.OpenAsync($"/reports/{run}{query}");

        Assert.Equal((HttpStatusCode.OK, "Amara Okafor"), (page.Status, page.Heading));
        Assert.Contains(words, page.Words);
    }

    [Fact]
    public async Task A_development_plan_opens_with_the_decision_to_shortlist_and_closes_with_the_next_one()
    {
        const string plan = "?as=development";
        Guid amara = await site.InvitationOfAsync("Amara Okafor");

        Shown before = await recruiter.OpenAsync($"/reports/{run}{plan}");
        await recruiter.DecideAsync(site, campaign, amara, "Shortlist");
        Shown shortlisted = await recruiter.OpenAsync($"/reports/{run}{plan}");
        await recruiter.DecideAsync(site, campaign, amara, "Reserve");
        Shown after = await recruiter.OpenAsync($"/reports/{run}{plan}");

        Assert.Equal((HttpStatusCode.OK, "The development plan is for people who are shortlisted"), (before.Status, before.Heading));
        Assert.DoesNotContain("What good looks like", before.Words);
        Assert.DoesNotContain("Make PDF", before.Words);
        Assert.Contains("What good looks like", shortlisted.Words);
        Assert.Equal(before.Heading, after.Heading);
    }

    [Theory]
    [InlineData("?as=comparison")]
    [InlineData("?as=feedback")]
    [InlineData("?as=%00")]
    public async Task A_paper_of_an_unknown_kind_is_not_there(string query)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync($"/reports/{run}{query}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync($"/reports/{run}/pdf{query}")).Status);
    }

    [Fact]
    public async Task Where_there_is_no_report_the_page_says_what_may_be_the_reason()
    {
        Shown page = await recruiter.OpenAsync($"/reports/{Guid.NewGuid()}");

        Assert.Equal((HttpStatusCode.NotFound, "There is no report here"), (page.Status, page.Heading));
        Assert.Contains("the test is not scored yet", page.Words);
    }

    [Fact]
    public async Task A_report_of_a_score_that_was_computed_anew_leads_to_the_one_that_counts()
    {
        Guid newer = await ScoreAnewAsync();

        Shown page = await recruiter.OpenAsync($"/reports/{run}");
        Shown current = await recruiter.OpenAsync(page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Open the report that counts now").GetAttribute("href")!);

        Assert.Contains("This score has been computed anew", page.Words);
        Assert.DoesNotContain("Make PDF", page.Words);
        Assert.Equal($"/reports/{newer}", current.Address);
        Assert.DoesNotContain("computed anew", current.Words);
    }

    /// <summary>A new plan of the form, to which the campaign is moved.</summary>
    private async Task<Guid> ScoreAnewAsync()
    {
        await site.ReadAsync(async db =>
        {
            ScoringPlanRow old = await db.ScoringPlans.AsNoTracking().SingleAsync(p => db.ScoreRuns.Any(r => r.PlanId == p.Id));
            ScoringPlan better = PlanJson.ReadPlan(old.Content) with { Id = Guid.CreateVersion7() };
            db.ScoringPlans.Add(new ScoringPlanRow
            {
                Id = better.Id, FormVersionId = old.FormVersionId, KeyVersionId = old.KeyVersionId, Number = old.Number + 1,
                Content = PlanJson.Write(better), Digest = new string('1', 64), CreatedAt = site.Time.Instant,
            });
            await db.SaveChangesAsync();
            return await db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.PlanId, better.Id));
        });
        await site.RunAsync<Web.Jobs.ScoreAttempts>();
        return await site.ReadAsync(db => db.ScoreRuns.Where(r => r.Id != run).Select(r => r.Id).SingleAsync());
    }
}
