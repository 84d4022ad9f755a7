using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.JobRecords;

public sealed class RaterTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid record;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        record = await site.NewRecordAsync();
        token = (await site.RaterLinksAsync(record, 1))[0];
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_link_can_be_looked_at_by_anybody_and_only_its_hash_is_stored()
    {
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        Shown page = await site.NewBrowser().OpenAsync($"/r/{token}");

        Assert.Equal("What does this job consist of?", page.Heading);
        Assert.Contains("Harbour Care asks you, as somebody who knows the job “Customer care advisor”", page.Words);
        Assert.Equal(before, await site.DigestsAsync());
        Assert.Equal(Tokens.HashOf(token), await site.ReadAsync(db => db.JobRaters.Select(r => r.TokenHash).SingleAsync()));
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_are_kept_until_the_rater_goes_on_and_count_only_once_handed_in()
    {
        Shown page = await site.NewBrowser().OpenAsync($"/r/{token}");

        Shown kept = await page.Form("Save and go on later").With("importance-2", "5").PressAsync();
        Shown later = await site.NewBrowser().OpenAsync($"/r/{token}");
        Shown incomplete = await later.Form("Hand in").With("role", "supervisor").With("frequency-2", "1").PressAsync();
        JobRecordContent so_far = await site.RecordAsync(record);
        Shown done = await site.RateTasksAsync(token, 3);

        Assert.Contains("Your answers are kept.", kept.Words);
        Assert.Equal([("importance-2", "5")], later.Chosen.Select(c => (c.Key, c.Value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.Status);
        Assert.Equal(
            [("task-1", "Task 1: answer both questions"), ("task-3", "Task 3: answer both questions"), ("task-4", "Task 4: answer both questions")], incomplete.Problems);
        Assert.Equal("supervisor", incomplete.Chosen["role"]);
        Assert.Equal((0, 0), (so_far.Done, so_far.Evidence.Sum(e => e.Raters)));
        Assert.Equal("Thank you", done.Heading);
        Assert.Equal([1, 1, 1, 1], (await site.RecordAsync(record)).Evidence.Select(e => e.Raters));
    }

    [Fact]
    public async Task What_was_handed_in_cannot_be_looked_at_or_changed()
    {
        Shown form = await site.NewBrowser().OpenAsync($"/r/{token}");
        await site.RateTasksAsync(token, 3);
        List<JobRating> before = await RatingsAsync();

        Shown again = await form.Form("Hand in").With("role", "incumbent").With("importance-1", "1").With("frequency-1", "1").PressAsync();

        Assert.Equal("Thank you", again.Heading);
        Assert.Empty(again.Document.QuerySelectorAll("input[type=radio]"));
        Assert.Equal(before.Select(r => (r.JobTaskId, r.Importance, r.Frequency)), (await RatingsAsync()).Select(r => (r.JobTaskId, r.Importance, r.Frequency)));
    }

    [Theory]
    [InlineData("importance-1", "0")]
    [InlineData("importance-1", "6")]
    [InlineData("frequency-4", "-1")]
    [InlineData("frequency-4", "often")]
    [InlineData("role", "director")]
    public async Task What_is_no_answer_is_refused_whole(string field, string value)
    {
        Shown page = await site.NewBrowser().OpenAsync($"/r/{token}");

        Shown refused = await page.Form("Save and go on later").With("importance-2", "4").With(field, value).PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await RatingsAsync());
    }

    [Fact]
    public async Task A_rater_who_is_taken_out_counts_no_more_and_comes_in_no_more()
    {
        await site.RateTasksAsync(token, 5);
        Browser staff = await site.SignInAsync("HrAdmin");

        Shown said = await (await staff.OpenAsync($"/job-records/{record}")).Form("Take out Rater 1").PressAsync();

        Assert.Contains("what they rated counts for nothing", said.Words);
        Assert.Equal(0, (await site.RecordAsync(record)).Done);
        Assert.Equal(0, (await site.RecordAsync(record)).Evidence.Sum(e => e.Raters));
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewBrowser().OpenAsync($"/r/{token}")).Status);
    }

    [Fact]
    public async Task A_new_link_goes_on_where_the_lost_one_was_and_ends_it()
    {
        await (await site.NewBrowser().OpenAsync($"/r/{token}")).Form("Save and go on later").With("importance-1", "4").PressAsync();
        Browser staff = await site.SignInAsync("HrAdmin");

        Shown minted = await (await staff.OpenAsync($"/job-records/{record}")).Form("New link for Rater 1").PressAsync();
        Shown holder = await site.NewBrowser().OpenAsync(new Uri(minted.Document.QuerySelector("[data-link]")!.TextContent).AbsolutePath);

        Assert.Equal("4", holder.Chosen["importance-1"]);
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewBrowser().OpenAsync($"/r/{token}")).Status);
        Assert.Empty((await staff.OpenAsync($"/job-records/{record}")).Document.QuerySelectorAll("[data-link]"));
    }

    [Fact]
    public async Task Before_and_after_the_ratings_a_link_says_what_is_the_matter()
    {
        await site.AskAsync((JobRecordService records) => records.ReopenAsync(record));
        Shown early = await site.NewBrowser().OpenAsync($"/r/{token}");
        await site.AskAsync((JobRecordService records) => records.OpenAsync(record));
        foreach (string other in await site.RaterLinksAsync(record, 6))
        {
            await site.RateTasksAsync(other, 4);
        }

        Shown form = await site.NewBrowser().OpenAsync($"/r/{token}");
        await site.AskAsync((JobRecordService records) => records.FinishAsync(record, by: null));
        Shown late = await form.Form("Save and go on later").With("importance-1", "4").PressAsync();

        Assert.Equal("Not open yet", early.Heading);
        Assert.Equal("This has ended", late.Heading);
        Assert.Equal(24, (await RatingsAsync()).Count);
    }

    private Task<List<JobRating>> RatingsAsync() => site.ReadAsync(db => db.JobRatings.AsNoTracking().OrderBy(r => r.JobTaskId).ToListAsync());
}
