using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Interviewers score alone, once, and see the others' scores afterwards; the test score stays what it is.</summary>
public sealed class InterviewTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Guid amara;
    private Browser recruiter = null!;
    private Browser hr = null!;

    private string Address => DeskOfSite.CaseOf(campaign, amara);

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        amara = await site.InvitationOfAsync("Amara");
        recruiter = await site.SignInAsync("Recruiter");
        hr = await site.SignInAsync("HrAdmin");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_others_scores_show_once_one_has_given_one_s_own()
    {
        await GiveAsync(recruiter, 4);

        Shown waiting = await hr.OpenAsync(Address);
        Shown beside = await hr.OpenAsync($"/campaigns/{campaign}/compare?c={amara}&c={await SecondAsync()}");
        Shown after = await GiveAsync(hr, 2);

        Assert.Contains("Scores of others are there (1). You see them when you have given yours.", waiting.Words);
        Assert.DoesNotContain("4 of 5", waiting.Words);
        Assert.Contains("shown once you have given yours", beside.Words);
        Assert.Equal(["2 of 5", "4 of 5"], after.Document.QuerySelectorAll("td.num-start").Select(d => d.TextContent).Where(t => t.EndsWith("of 5", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scores_that_were_given_stay_and_the_score_of_the_test_does_not_move()
    {
        string before = Score(await recruiter.OpenAsync(Address));
        Shown page = await recruiter.OpenAsync(Address);
        await GiveAsync(recruiter, 5);

        Shown again = await page.Form("Give my scores").With("scores[listen]", "1").PressAsync();

        Assert.Contains("Your scores were given before and stay as they are.", again.Words);
        Assert.Equal([5], await site.ReadAsync(db => db.InterviewScores.Select(s => s.Score).ToListAsync()));
        Assert.Equal(before, Score(again));
    }

    [Theory]
    [InlineData("scores[listen]", "6")]
    [InlineData("scores[listen]", "0")]
    [InlineData("scores[nowhere]", "3")]
    [InlineData("scores[listen]", "many")]
    public async Task What_is_no_score_is_not_taken(string field, string value)
    {
        Shown page = await (await recruiter.OpenAsync(Address)).Form("Give my scores").With(field, value).PressAsync();

        Assert.Equal("interview", Assert.Single(page.Problems).Field);
        Assert.Equal(0, await site.ReadAsync(db => db.Interviews.CountAsync()));
    }

    [Fact]
    public async Task Who_did_not_interview_reads_along_and_gives_none_afterwards()
    {
        await GiveAsync(recruiter, 3);

        Shown along = await (await hr.OpenAsync(Address)).Form("I did not interview: show me the scores").PressAsync();

        Assert.Contains("3 of 5", along.Words);
        Assert.False(along.Offers("Give my scores"));
    }

    private async Task<Shown> GiveAsync(Browser browser, int score) =>
        await (await browser.OpenAsync(Address)).Form("Give my scores").With("scores[listen]", $"{score}").PressAsync();

    private async Task<Guid> SecondAsync()
    {
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        return await site.InvitationOfAsync("Bo");
    }

    private static string Score(Shown page) => Shown.Squeeze(page.Document.QuerySelector(".bigscore")!.TextContent);
}
