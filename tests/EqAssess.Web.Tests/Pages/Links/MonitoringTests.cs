using System.Security.Cryptography;
using System.Text;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>Voluntary answers are stored apart from whoever gave them, and can be taken back.</summary>
public sealed class MonitoringTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Answers_stand_under_a_keyed_digest_and_not_under_the_attempt()
    {
        Candidate candidate = await FinishedAsync("GB");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");

        Shown stored = await page.Form("Store my answers").With("sex", "female").With("ethnic-group-gb", "prefer-not").PressAsync();

        List<MonitoringAnswer> answers = await site.ReadAsync(db => db.MonitoringAnswers.OrderBy(a => a.Question).ToListAsync());
        Assert.Equal([("ethnic-group-gb", "prefer-not"), ("sex", "female")], answers.Select(a => (a.Question, a.Answer)));
        string subject = Assert.Single(answers.Select(a => a.Subject).Distinct());
        Assert.Matches("^[0-9a-f]{64}$", subject);
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{candidate.Attempt}"))), subject);
        Assert.Contains("Your answers are stored, apart from everything else.", stored.Words);
        Assert.Equal("female", stored.Chosen["sex"]);
        Assert.DoesNotContain(candidate.Attempt.ToString(), await DumpOfAnswersAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answers_can_be_changed_and_withdrawn()
    {
        Candidate candidate = await FinishedAsync("GB");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");
        page = await page.Form("Store my answers").With("sex", "female").With("age", "25-39").PressAsync();

        page = await page.Form("Store my answers").With("sex", "male").Without("age").PressAsync();
        Assert.Equal([("sex", "male")], (await site.ReadAsync(db => db.MonitoringAnswers.AsNoTracking().ToListAsync())).Select(a => (a.Question, a.Answer)));
        page = await page.Form("Withdraw my answers").PressAsync();

        Assert.Contains("Your answers to these questions are deleted.", page.Words);
        Assert.Equal(0, await site.ReadAsync(db => db.MonitoringAnswers.CountAsync()));
    }

    [Fact]
    public async Task What_the_form_of_the_country_does_not_ask_or_offer_is_not_stored()
    {
        Candidate candidate = await FinishedAsync("ES");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");

        await page.Form("Store my answers").With("race-us", "white").With("sex", "nonsense").With("disability", "no").PressAsync();

        Assert.DoesNotContain("ethnic", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([("disability", "no")], (await site.ReadAsync(db => db.MonitoringAnswers.ToListAsync())).Select(a => (a.Question, a.Answer)));
    }

    [Fact]
    public async Task Nobody_is_asked_before_the_end_or_where_the_campaign_does_not_ask()
    {
        string early = await site.LinkAsync(await site.InviteAsync(await site.OpenCampaignAsync(with: c => c with { Monitors = true })));
        Candidate candidate = await site.FinishAsync(await site.OpenCampaignAsync(), "Bo", 1, 2, 3, 4);

        Shown before = await site.NewBrowser().OpenAsync($"/t/{early}/monitoring");
        Shown notAsked = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");
        Shown done = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");

        Assert.Equal("Before you start", before.Heading);
        Assert.Equal("Handed in. Thank you", notAsked.Heading);
        Assert.DoesNotContain("Voluntary questions", done.Words);
    }

    [Fact]
    public async Task No_page_of_staff_shows_an_answer()
    {
        Candidate candidate = await FinishedAsync("US");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");
        await page.Form("Store my answers").With("race-us", "pacific").With("disability", "yes").PressAsync();
        Guid campaign = await site.ReadAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        Guid person = await site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        Browser hr = await site.SignInAsync("HrAdmin");

        foreach (string address in new[] { "/", $"/campaigns/{campaign}", $"/campaigns/{campaign}/results", $"/reports/{run}", $"/candidates/{person}" })
        {
            string html = (await hr.OpenAsync(address)).Html;
            Assert.All(["Hawaiian", "pacific", "disability"], answer => Assert.DoesNotContain(answer, html, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<Candidate> FinishedAsync(string country) =>
        await site.FinishAsync(await site.OpenCampaignAsync(with: c => c with { Country = country, Monitors = true }), "Amara", 1, 2, 3, 4);

    private async Task<string> DumpOfAnswersAsync() => string.Join(
        '\n', (await site.ReadAsync(db => db.MonitoringAnswers.ToListAsync())).Select(a => $"{a.Id} {a.CampaignId} {a.Subject} {a.Question} {a.Answer}"));
}
