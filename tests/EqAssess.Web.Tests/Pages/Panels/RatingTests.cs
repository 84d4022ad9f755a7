using System.Net;
using EqAssess.Domain.Panels;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Panels;

/// <summary>Two judges through both rounds: what each sees of the other, and when.</summary>
public sealed class RatingTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid panel;
    private Browser heron = null!;
    private Browser wren = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        panel = await site.NewPanelAsync();
        IReadOnlyList<string> links = await site.JudgeLinksAsync(panel, 2);
        heron = await site.JoinAsync(links[0]);
        wren = await site.JoinAsync(links[1], "Wren", "trainer");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Round_one_is_blind()
    {
        await wren.RateRoundAsync((_, _) => 4);

        Shown page = await heron.OpenAsync("/judge/1");

        Assert.Empty(page.Chosen);
        Assert.Empty(page.Document.QuerySelectorAll(".dist, .remark, #comment"));
        Assert.DoesNotContain("Wren", page.Html);
        Assert.DoesNotContain("For tests.", page.Html);
        Assert.DoesNotContain("P19", page.Html);
        Assert.DoesNotContain("effectiveness", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Neither_does_the_staff_see_a_rating_before_both_rounds_are_closed()
    {
        await wren.RateRoundAsync((_, _) => 4);
        Browser staff = await site.SignInAsync("Psychologist");

        Shown one = await staff.OpenAsync($"/panels/{panel}/results");
        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        Shown two = await staff.OpenAsync($"/panels/{panel}/results");
        Shown overview = await staff.OpenAsync($"/panels/{panel}");

        Assert.All([one, two], page => Assert.Contains("Ratings are shown when both rounds are closed.", page.Words));
        Assert.All([one, two], page => Assert.Empty(page.Document.QuerySelectorAll("table")));
        Assert.Contains("handed in", overview.Words);
    }

    [Fact]
    public async Task In_round_two_a_judge_sees_the_distribution_the_own_rating_and_the_comments()
    {
        await wren.RateRoundAsync((_, _) => 4);
        await heron.RateRoundAsync((_, option) => option == 0 ? 1 : 4);
        await site.AdvanceAsync(panel, PanelStage.RoundOne);

        Shown page = await wren.OpenAsync("/judge/1");
        await page.Form("Post the comment").With("comment", "She has called <b>twice</b> already.").PressAsync();
        Shown seen = await heron.OpenAsync("/judge/1");

        Assert.Equal(["1", "4", "4", "4"], "abcd".Select(o => seen.Chosen[$"choice.{o}"]));
        Assert.Contains("Your rating in round one: Very ineffective", seen.Words);
        Assert.Equal(["1", "0", "0", "1"], seen.Document.QuerySelectorAll(".dist")[0].QuerySelectorAll("td.num").Select(c => c.TextContent));
        Assert.Contains("Wren Trainer", seen.Words);
        Assert.Contains("She has called <b>twice</b> already.", seen.Words);
    }

    [Fact]
    public async Task The_staff_reads_the_comments_with_the_results()
    {
        await wren.RateRoundAsync();
        await heron.RateRoundAsync();
        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        await (await wren.OpenAsync("/judge/1")).Form("Post the comment").With("comment", "She has called twice already.").PressAsync();
        foreach (Browser judge in (Browser[])[wren, heron])
        {
            await (await judge.OpenAsync("/judge")).Form("Confirm and hand in round two").PressAsync();
        }

        Browser staff = await site.SignInAsync("Psychologist");
        Shown before = await staff.OpenAsync($"/panels/{panel}/results");
        await site.AdvanceAsync(panel, PanelStage.RoundTwo);
        Shown after = await staff.OpenAsync($"/panels/{panel}/results");

        Assert.DoesNotContain("She has called", before.Words);
        Assert.Contains("She has called twice already.", after.Words);
    }

    [Fact]
    public async Task A_round_is_handed_in_complete_or_not_at_all()
    {
        Shown page = await heron.OpenAsync("/judge/1");
        await page.Form("Save and go on").RateAll(2).PressAsync();

        Shown refused = await (await heron.OpenAsync("/judge")).Form("Hand in round one").PressAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("3 scenarios still have a reply or an action without a rating.", refused.Words);
        Assert.Equal(0, await site.ReadAsync(db => db.PanelJudges.CountAsync(j => j.RoundOneDoneAt != null)));
    }

    [Fact]
    public async Task After_handing_in_nothing_changes_any_more()
    {
        Shown page = await heron.OpenAsync("/judge/1");
        HttpRequestMessage late = page.Form("Save and go on").RateAll(1).Request();
        Shown done = await heron.RateRoundAsync((_, _) => 3);

        await heron.AskAsync(late);

        Assert.Contains("Keep your link for it.", done.Words);
        Assert.All(await RatingsAsync(1), value => Assert.Equal(3, value));
    }

    [Fact]
    public async Task Handing_in_round_two_confirms_what_was_left_as_it_was()
    {
        await heron.RateRoundAsync((_, _) => 3);
        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        Shown page = await heron.OpenAsync("/judge/2");
        await page.Form("Save and go on").Rate("a", 4).PressAsync();

        Shown done = await (await heron.OpenAsync("/judge")).Form("Confirm and hand in round two").PressAsync();

        Assert.Contains("Both of your rounds are in", done.Words);
        Assert.Equal(Enumerable.Repeat(3, 15).Append(4), (await RatingsAsync(2)).Order());
        Assert.All(await RatingsAsync(1), value => Assert.Equal(3, value));
    }

    [Fact]
    public async Task Whoever_did_not_hand_in_round_one_has_no_round_two()
    {
        await heron.RateRoundAsync();
        await site.AdvanceAsync(panel, PanelStage.RoundOne);

        Shown page = await wren.OpenAsync("/judge");
        Shown item = await wren.OpenAsync("/judge/1");

        Assert.Contains("The round ended before you handed it in", page.Words);
        Assert.Equal("/judge", item.Address);
    }

    [Theory]
    [InlineData("choice.a", "5")]
    [InlineData("choice.a", "x")]
    [InlineData("choice.z", "1")]
    public async Task What_is_no_rating_is_refused(string field, string value)
    {
        Shown page = await heron.OpenAsync("/judge/1");

        Shown refused = await page.Form("Save and go on").Rate("b", 2).With(field, value).PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0, await site.ReadAsync(db => db.PanelRatings.CountAsync()));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_refused_with_words_and_kept_on_the_page()
    {
        await heron.RateRoundAsync();
        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        Shown page = await heron.OpenAsync("/judge/1");

        Shown refused = await page.Form("Post the comment").With("comment", new string('c', 2001)).PressAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The comment is longer than 2000 characters.", refused.Words);
        Assert.Equal(2001, refused.Document.QuerySelector("#comment")!.TextContent.Length);
        Assert.Equal(0, await site.ReadAsync(db => db.PanelComments.CountAsync()));
    }

    private Task<List<int>> RatingsAsync(int round) => site.ReadAsync(db => db.PanelRatings.Where(r => r.Round == round).Select(r => r.Value).ToListAsync());
}
