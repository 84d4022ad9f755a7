using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.JobRecords;

public sealed class RecordPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Browser staff = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        staff = await site.SignInAsync("Psychologist");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_record_goes_from_its_tasks_over_six_raters_to_a_version_that_stands()
    {
        Shown begun = await (await staff.OpenAsync("/job-records/new")).Form("Begin the record").Fill("Job", "Care advisor")
            .Fill("Tasks of the job", "Listen to customers\r\n\r\n  Explain bills  \r\nlisten to customers").PressAsync();
        JobTask[] tasks = await site.ReadAsync(db => db.JobTasks.OrderBy(t => t.Position).ToArrayAsync());
        Shown open = await begun.Form("Open for raters").PressAsync();
        Shown minted = await open.Form("Make links").With("count", "7").PressAsync();
        string[] links = [.. minted.Document.QuerySelectorAll("[data-link]").Select(l => new Uri(l.TextContent).AbsolutePath)];
        foreach (string link in links.Take(6))
        {
            await (await site.NewBrowser().OpenAsync(link)).Form("Hand in").With("role", "supervisor").With("importance-1", "4").With("frequency-1", "5")
                .With("importance-2", "2").With("frequency-2", "3").PressAsync();
        }

        Shown unlinked = await staff.OpenAsync(begun.Address);
        Shown linked = await unlinked.Form("Save domains").With("links", $"{tasks[0].Id}:listen", $"{tasks[1].Id}:express", $"{tasks[1].Id}:nonsense", "rubbish").PressAsync();
        Shown finished = await linked.Form("Finish this version").PressAsync();

        Assert.Equal(["Listen to customers", "Explain bills"], tasks.Select(t => t.Text));
        Assert.Contains("No domain is linked to a task that matters", unlinked.Words);
        Assert.False(unlinked.Offers("Finish this version"));
        Assert.Contains("Raters who handed in6 of 7", finished.Words);
        Assert.Contains("4.0SD 0.0, n 6", finished.Words);
        Assert.Contains("scored, since these tasks need it: 1", finished.Words);
        Assert.Contains("due for review from Thursday, 23 November 2028 on", finished.Words);
        Assert.Equal(["listen"], (await site.RecordAsync(await IdAsync())).Linked);
        Assert.Equal(
            [AuditService.JobRecordBegun, AuditService.JobRecordMovedOn, AuditService.RatersAdded, AuditService.JobRecordFinished],
            await site.ReadAsync(db => db.AuditLog.OrderBy(a => a.Id).Select(a => a.Act).ToArrayAsync()));
    }

    [Fact]
    public async Task What_is_missing_in_a_new_record_is_asked_for()
    {
        Shown form = await staff.OpenAsync("/job-records/new");

        Shown empty = await form.Form("Begin the record").With("bank", $"{Guid.Empty}").PressAsync();
        Shown long_ = await form.Form("Begin the record").With("jobTitle", new string('x', 201)).With("tasks", new string('y', 301)).PressAsync();
        Shown many = await form.Form("Begin the record").With("jobTitle", "Advisor").With("tasks", string.Join('\n', Enumerable.Range(1, 61))).PressAsync();

        Assert.Equal(["jobTitle", "bank", "tasks"], empty.Problems.Select(p => p.Field));
        Assert.Equal(
            [("jobTitle", "Give the job a title on one line, of 200 characters at most."), ("tasks", "Write each task in 300 characters at most.")], long_.Problems);
        Assert.Equal("tasks", Assert.Single(many.Problems).Field);
        Assert.Equal(0, await site.ReadAsync(db => db.JobRecords.CountAsync()));
    }

    [Fact]
    public async Task Tasks_are_rewritten_until_raters_come_and_keep_their_links_where_their_words_stay()
    {
        Guid record = await site.NewRecordAsync();
        await (await staff.OpenAsync($"/job-records/{record}")).Form("Back to the tasks").PressAsync();

        Shown written = await (await staff.OpenAsync($"/job-records/{record}")).Form("Save tasks").With("tasks", "Settle complaints\nCount the till\nListen to customers").PressAsync();
        JobRecordContent content = await site.RecordAsync(record);
        await site.AskAsync((JobRecordService records) => records.OpenAsync(record));
        IReadOnlyList<JobRecordProblem>? late = await site.AskAsync((JobRecordService records) => records.WriteAsync(record, "Other", "Other"));

        Assert.Contains("The tasks are saved.", written.Words);
        Assert.Equal(["Settle complaints", "Count the till", "Listen to customers"], content.Tasks.Select(t => t.Text));
        Assert.Equal(["listen", "resolve"], content.Links.Select(l => l.Domain).Order(StringComparer.Ordinal));
        Assert.Null(late);
        Assert.Equal(content.Tasks.Select(t => t.Text), (await site.RecordAsync(record)).Tasks.Select(t => t.Text));
    }

    [Fact]
    public async Task Once_somebody_has_rated_there_is_no_way_back_to_the_tasks()
    {
        Guid record = await site.NewRecordAsync();
        await site.RateTasksAsync((await site.RaterLinksAsync(record, 1))[0], 4);

        Shown said = await (await staff.OpenAsync($"/job-records/{record}")).Form("Back to the tasks").PressAsync();

        Assert.Contains("Nothing was changed", said.Words);
        Assert.Equal(JobRecordStage.Rating, (await site.RecordAsync(record)).Row.Stage);
    }

    [Fact]
    public async Task Below_six_raters_no_mean_is_shown_and_the_version_cannot_be_finished()
    {
        Guid record = await site.NewRecordAsync();
        foreach (string token in await site.RaterLinksAsync(record, 5))
        {
            await site.RateTasksAsync(token, 5);
        }

        Shown page = await staff.OpenAsync($"/job-records/{record}");
        bool finished = await site.AskAsync((JobRecordService records) => records.FinishAsync(record, by: null));

        Assert.Contains("Raters who handed in: 5 of the 6 that are needed.", page.Words);
        Assert.DoesNotContain("5.0", page.Words);
        Assert.DoesNotContain("SD", page.Words);
        Assert.False(finished);
    }

    [Fact]
    public async Task A_finished_version_never_changes_and_the_next_one_is_a_copy_without_ratings()
    {
        Guid record = await site.FinishedRecordAsync();
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();
        JobRecordContent stands = await site.RecordAsync(record);
        bool[] changes =
        [
            await site.AskAsync((JobRecordService records) => records.LinkAsync(record, [])),
            await site.AskAsync((JobRecordService records) => records.OpenAsync(record)),
            await site.AskAsync((JobRecordService records) => records.ReopenAsync(record)),
            await site.AskAsync((JobRecordService records) => records.FinishAsync(record, by: null)),
            await site.AskAsync((JobRaterLinks links) => links.RevokeAsync(record, stands.Raters[0].Id)),
            (await site.RaterLinksAsync(record, 1)).Count > 0,
            await site.AskAsync((JobRecordService records) => records.WriteAsync(record, "Other", "Other")) is not null,
        ];
        IReadOnlyDictionary<string, string> after = await site.DigestsAsync();

        Shown next = await (await staff.OpenAsync($"/job-records/{record}")).Form("Begin the next version").PressAsync();
        Shown again = await (await staff.OpenAsync($"/job-records/{record}")).Form("Begin the next version").PressAsync();

        Assert.All(changes, Assert.False);
        Assert.Equal(before, after);
        Assert.Equal(next.Address, again.Address);
        JobRecordContent copy = await site.RecordAsync(Guid.Parse(next.Address.Split('/')[^1]));
        Assert.Equal((2, JobRecordStage.Preparing), (copy.Row.Number, copy.Row.Stage));
        Assert.Equal(stands.Tasks.Select(t => t.Text), copy.Tasks.Select(t => t.Text));
        Assert.Equal(4, copy.Links.Count);
        Assert.Empty(copy.Raters);
    }

    [Fact]
    public async Task The_list_shows_every_version_and_which_one_is_due()
    {
        Guid record = await site.FinishedRecordAsync();
        site.Time.Advance(TimeSpan.FromDays(740));
        Browser later = await site.SignInAsync("Auditor");

        Shown list = await later.OpenAsync("/job-records");
        Shown page = await later.OpenAsync($"/job-records/{record}");

        Assert.Equal(
            ["Customer care advisor", "Finished", "Sample bank", "4", "6 of 6", "23 Nov 2028 due for review"],
            list.Document.QuerySelectorAll("tbody tr > *").Select((c, i) => Shown.Squeeze(i == 0 ? c.QuerySelector("a")!.TextContent : c.TextContent)));
        Assert.Equal("This record is due for review", page.Document.QuerySelector(".note.care h2")?.TextContent);
        Assert.False(page.Offers("Begin the next version"));
        Assert.Equal(HttpStatusCode.NotFound, (await later.OpenAsync($"/job-records/{Guid.NewGuid()}")).Status);
    }

    private Task<Guid> IdAsync() => site.ReadAsync(db => db.JobRecords.Select(r => r.Id).SingleAsync());
}
