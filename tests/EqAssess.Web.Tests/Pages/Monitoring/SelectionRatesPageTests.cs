using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Monitoring;

/// <summary>What HR, psychologists and auditors see of groups, and nobody else.</summary>
public sealed class SelectionRatesPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync(with: c => c with { Country = "US", Monitors = true });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_says_that_rates_differ_with_ratio_p_and_people()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(80, 24, 80, 48, items: 4));
        Browser auditor = await site.SignInAsync("Auditor");

        Shown page = await auditor.OpenAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Selection rates differ: review", page.Words);
        Assert.Contains("0.50", page.Words);
        Assert.Contains("Highest rate: the others are held against it", page.Words);
        Assert.Contains("160 of 160 answered (100%)", page.Words.Replace(" %", "%", StringComparison.Ordinal));
        Assert.Contains(AuditService.SelectionRatesViewed, await ActsAsync());
    }

    [Fact]
    public async Task Small_counts_are_hidden_on_the_page_and_in_the_file()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(83, 3, 79, 37, items: 4));
        Browser hr = await site.SignInAsync("HrAdmin");

        Shown page = await hr.OpenAsync(Address);
        HttpResponseMessage answer = await hr.AskAsync(HttpMethod.Get, $"{Address}?handler=File");
        string file = await answer.Content.ReadAsStringAsync();

        Assert.Contains("under 5", page.Words);
        string women = file.Split("\r\n").First(l => l.StartsWith("Sex,Female,Shortlisted", StringComparison.Ordinal));
        string men = file.Split("\r\n").First(l => l.StartsWith("Sex,Male,Shortlisted", StringComparison.Ordinal));
        Assert.StartsWith("Sex,Female,Shortlisted,83,under 5,,,,,,,,,", women);
        Assert.StartsWith("Sex,Male,Shortlisted,79,hidden,,,,,,,,,", men);
        Assert.Contains("Selection rates differ: review", women);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(AuditService.SelectionRatesExported, await ActsAsync());
    }

    [Fact]
    public async Task No_page_about_groups_leads_to_a_candidate_or_posts_anything()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(60, 20, 60, 20, items: 4));
        site.Time.Instant = SiteFactory.Start.AddDays(12);
        await site.RunAsync<CompareGroups>();
        Browser hr = await site.SignInAsync("HrAdmin");

        foreach (string address in new[] { Address, $"{Address}/what-if?cut=60" })
        {
            string html = (await hr.OpenAsync(address)).Html;
            string main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
            Assert.DoesNotContain("method=\"post\"", main, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("/people/", main, StringComparison.Ordinal);
            Assert.DoesNotContain("@example.test", main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_if_is_for_closed_campaigns_in_steps_of_five_with_rounded_counts()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(63, 20, 60, 20, items: 4));
        Browser psychologist = await site.SignInAsync("Psychologist");

        Shown open = await psychologist.OpenAsync($"{Address}/what-if?cut=62");
        site.Time.Instant = SiteFactory.Start.AddDays(12);
        await site.RunAsync<CompareGroups>();
        psychologist = await site.SignInAsync("Psychologist");
        Shown closed = await psychologist.OpenAsync($"{Address}/what-if?cut=62");

        Assert.Contains("The campaign is still running", open.Words);
        Assert.DoesNotContain("At 60 points.", open.Words);
        Assert.Contains("At 60 points.", closed.Words);
        Assert.Contains("65", closed.Words);
        Assert.DoesNotContain("63", closed.Words);
        Assert.Contains("This does not set a cut score", closed.Words);
    }

    [Fact]
    public async Task A_campaign_without_answers_says_why_there_is_nothing()
    {
        Browser hr = await site.SignInAsync("HrAdmin");
        Guid silent = await site.OpenCampaignAsync();

        Assert.Contains("Nothing is counted yet", (await hr.OpenAsync(Address)).Words);
        Assert.Contains("This campaign does not ask", (await hr.OpenAsync($"/campaigns/{silent}/selection-rates")).Words);
    }

    [Fact]
    public async Task Recruiters_see_neither_the_pages_nor_the_way_to_them()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(60, 20, 60, 20, items: 4));
        Browser recruiter = await site.SignInAsync("Recruiter");

        Assert.DoesNotContain("selection-rates", (await recruiter.OpenAsync($"/campaigns/{campaign}/results")).Html);
        Assert.Equal("Your role does not open this page", (await recruiter.OpenAsync(Address)).Heading);
        Assert.Equal("Your role does not open this page", (await recruiter.OpenAsync($"{Address}?handler=File")).Heading);
    }

    [Fact]
    public async Task Scenarios_that_work_differently_stand_on_the_page_of_the_form()
    {
        await CountedAsync(MonitoredPeople.WomenAndMen(600, 200, 620, 200, items: 4, planted: 2));
        Guid form = await site.FormAsync();

        Shown page = await (await site.SignInAsync("Psychologist")).OpenAsync($"/forms/{form}/fairness");

        Assert.Contains("Enough people for formal flags.", page.Words);
        Assert.Contains("About 600 and 620 people.", page.Words);
        Assert.Contains("harder for: Female", page.Words);
    }

    private string Address => $"/campaigns/{campaign}/selection-rates";

    private async Task CountedAsync(IReadOnlyList<Monitored> people)
    {
        await site.AskAsync((IServiceProvider services) => MonitoredPeople.AddAsync(services, campaign, people));
        await site.RunAsync<CompareGroups>();
    }

    private Task<List<string>> ActsAsync() => site.ReadAsync(db => db.AuditLog.Where(a => a.Subject == campaign).Select(a => a.Act).ToListAsync());
}
