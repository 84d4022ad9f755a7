using System.Net;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Pages.Accommodations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Marking;

/// <summary>Two people mark each answer blind, a third where they lie far apart; then there is an ordinary score.</summary>
public sealed class MarkingTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;
    private Guid campaign;
    private Candidate candidate = null!;
    private Browser first = null!;
    private Browser second = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync();
        campaign = await Site.OpenCampaignAsync();
        candidate = await Site.FinishWrittenAsync(campaign, "Amara");
        first = await Site.SignInAsync("Psychologist");
        second = await Site.SignInAsync("HrAdmin");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task An_answer_is_shown_with_scenario_and_key_and_nothing_that_tells_whose_it_is()
    {
        foreach (Shown page in (Shown[])[await first.OpenAsync("/marking"), await OpenAsync(first)])
        {
            Assert.DoesNotContain("Amara", page.Html);
            Assert.DoesNotContain("Customer care advisor", page.Html);
            Assert.DoesNotContain($"{candidate.Attempt}", page.Html);
            Assert.DoesNotContain($"{campaign}", page.Html);
        }

        Shown answer = await OpenAsync(first);
        Assert.Contains("of somebody.", answer.Words);
        Assert.Contains("For tests.", answer.Words);
        string[] effectiveness = [.. answer.Document.QuerySelectorAll("tbody td.num").Select(c => Shown.Squeeze(c.TextContent))];
        Assert.Equal(["4", "3", "2", "1"], effectiveness);
    }

    [Fact]
    public async Task Two_marks_of_different_people_make_a_score_and_one_does_not()
    {
        Assert.Equal(4, await first.MarkAllAsync(1));
        await Site.RunAsync<ScoreAttempts>();
        Assert.Equal(0, await Site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Equal(0, await first.MarkAllAsync(4));
        Shown waiting = await first.OpenAsync("/marking");
        Assert.Equal(0, waiting.Document.QuerySelectorAll("tbody a").Length);

        Assert.Equal(4, await second.MarkAllAsync(2));
        await Site.RunAsync<ScoreAttempts>();

        var run = await Site.ReadAsync(db => db.ScoreRuns.SingleAsync());
        Assert.Equal((37.5, $"{Scorer.EngineVersion}+{WrittenScorer.Version}"), (run.Percent, run.EngineVersion));
        Assert.Equal(Scorer.EngineVersion, PlanJson.ReadSheet(run.Sheet).EngineVersion);
        Assert.Contains("No written answer waits for a mark.", (await second.OpenAsync("/marking")).Words);
    }

    [Fact]
    public async Task A_marker_never_sees_the_mark_of_another()
    {
        string before = Blind(await OpenAsync(second));

        await first.MarkAllAsync(4);

        Assert.Equal(before, Blind(await OpenAsync(second)));
    }

    [Fact]
    public async Task Marks_two_points_apart_wait_for_a_third_person_and_the_median_counts()
    {
        await first.MarkAllAsync(0);
        await second.MarkAllAsync(4);
        await Site.RunAsync<ScoreAttempts>();
        Assert.Equal(0, await Site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Equal(0, await first.MarkAllAsync(2) + await second.MarkAllAsync(2));

        Assert.Equal(4, await ThirdAsync(3));
        await Site.RunAsync<ScoreAttempts>();

        Assert.Equal(75, await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Percent).SingleAsync()));
    }

    [Fact]
    public async Task A_double_click_marks_once_and_a_mark_stands()
    {
        FilledForm form = (await OpenAsync(first)).Form("Save the mark").With("mark", "1");
        await form.PressAsync();

        Shown again = await form.With("mark", "4").PressAsync();

        Assert.Contains("waits for no mark of yours", again.Words);
        Assert.Equal([1], await Site.ReadAsync(db => db.TypedMarks.Select(m => m.Mark).ToListAsync()));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task What_is_no_mark_is_not_taken(string mark)
    {
        Shown page = await (await OpenAsync(first)).Form("Save the mark").With("mark", mark).PressAsync();

        Assert.Contains("Choose a mark.", page.Words);
        Assert.Equal(0, await Site.ReadAsync(db => db.TypedMarks.CountAsync()));
    }

    [Fact]
    public async Task A_test_that_still_runs_is_not_marked()
    {
        Candidate running = await Site.BeginWrittenAsync(campaign, "Bolin");
        await running.First.Form("Next").With("text", "Still thinking.").PressAsync();

        Assert.Equal(4, await first.MarkAllAsync(2));
        Assert.DoesNotContain("Still thinking.", (await OpenAsync(second)).Words);
    }

    [Fact]
    public async Task The_key_of_another_bank_or_none_opens_nothing()
    {
        string address = (await OpenAsync(first)).Address;

        Assert.Equal(HttpStatusCode.NotFound, (await first.OpenAsync(address[..^36] + Guid.NewGuid())).Status);
    }

    private static string Blind(Shown page) => Shown.Squeeze(page.Document.QuerySelector("main")!.TextContent);

    private static async Task<Shown> OpenAsync(Browser marker)
    {
        Shown list = await marker.OpenAsync("/marking");
        return await marker.OpenAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
    }

    private async Task<int> ThirdAsync(int mark)
    {
        await Site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync("third@staff.example.test", "A third", PreparedDatabase.Password, ["Psychologist"]));
        Browser third = Site.NewBrowser();
        await (await third.OpenAsync("/account/sign-in")).Form("Sign in")
            .Fill("E-mail address", "third@staff.example.test").Fill("Password", PreparedDatabase.Password).PressAsync();
        return await third.MarkAllAsync(mark);
    }
}
