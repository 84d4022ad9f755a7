using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>Whoever withdraws is out: no test, no mail, no score, no report.</summary>
public sealed class WithdrawTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });
        campaign = await site.OpenCampaignAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Without_the_tick_nothing_happens()
    {
        string token = await site.LinkAsync(await site.InviteAsync(campaign));
        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}/withdraw");

        Shown again = await page.Form("Withdraw").PressAsync();

        Assert.Contains("Tick the box if you want to withdraw.", again.Words);
        Assert.Null(await WithdrawnAtAsync());
    }

    [Fact]
    public async Task A_test_that_was_being_started_at_that_moment_is_ended_by_the_sweep()
    {
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
        await site.ReadAsync(db => db.Invitations.ExecuteUpdateAsync(i => i.SetProperty(r => r.WithdrawnAt, site.Time.Instant)));

        await site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal("Withdrawn", (await site.KindsAsync(candidate.Attempt))[^1]);
        Assert.Equal("/take/done", (await candidate.Browser.OpenAsync("/take/2")).Address);
    }

    [Fact]
    public async Task Before_the_test_it_takes_the_start_away_and_every_message()
    {
        string token = await site.LinkAsync(await site.InviteAsync(campaign));
        Shown ready = await site.NewBrowser().OpenAsync($"/t/{token}");

        Shown page = await WithdrawAsync(token);
        Shown started = await ready.Form("Start the assessment").PressAsync();
        site.Time.Instant += TimeSpan.FromDays(9.5);
        await site.RunAsync<RemindCandidates>();
        await site.RunAsync<SendMessages>();

        Assert.All([page, started], p => Assert.Equal((HttpStatusCode.OK, "You have withdrawn"), (p.Status, p.Heading)));
        Assert.Equal(0, await site.ReadAsync(db => db.Attempts.CountAsync()));
        Assert.Equal([MessageState.Dropped], await site.ReadAsync(db => db.Messages.Select(m => m.State).ToListAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.KeptMessages.CountAsync()));
    }

    [Fact]
    public async Task A_running_test_is_closed_to_further_work_and_never_scored()
    {
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
        Shown second = await candidate.First.Form("Next").RateAll(2).PressAsync();

        await WithdrawAsync(candidate.Token);
        Shown after = await second.Form("Next").RateAll(3).PressAsync();
        await site.RunAsync<ScoreAttempts>();

        Assert.Equal("You have withdrawn", after.Heading);
        Assert.Equal("Withdrawn", (await site.KindsAsync(candidate.Attempt))[^1]);
        Assert.Equal(1, (await site.KindsAsync(candidate.Attempt)).Count(k => k == "Answered"));
        Assert.Equal(0, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.Receipts.CountAsync()));
    }

    [Fact]
    public async Task Recruiters_see_that_somebody_withdrew_and_neither_score_nor_report()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        Browser recruiter = await site.SignInAsync("Recruiter");

        await WithdrawAsync(candidate.Token);

        Assert.Contains("Amara", (await recruiter.OpenAsync($"/campaigns/{campaign}")).Words);
        Assert.Contains("Withdrew", (await recruiter.OpenAsync($"/campaigns/{campaign}")).Words);
        Assert.DoesNotContain("Amara", (await recruiter.OpenAsync($"/campaigns/{campaign}/results")).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync($"/reports/{run}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync($"/reports/{run}/pdf")).Status);
    }

    [Fact]
    public async Task A_report_that_was_asked_for_before_is_drawn_no_more()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
        await site.ReadAsync(db =>
        {
            db.Reports.Add(new ReportRow { Id = Guid.CreateVersion7(), ScoreRunId = run, Document = "{}", Digest = new string('0', 64), RequestedAt = SiteFactory.Start, RequestedBy = null });
            return db.SaveChangesAsync();
        });
        Assert.Single(await site.AskAsync((ReportDrawing reports) => reports.DueAsync(10, CancellationToken.None)));

        await WithdrawAsync(candidate.Token);

        Assert.Empty(await site.AskAsync((ReportDrawing reports) => reports.DueAsync(10, CancellationToken.None)));
    }

    [Fact]
    public async Task It_is_noted_once_without_an_actor()
    {
        string token = await site.LinkAsync(await site.InviteAsync(campaign));
        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}/withdraw");

        await page.Form("Withdraw").Tick("Yes, I withdraw").PressAsync();
        await page.Form("Withdraw").Tick("Yes, I withdraw").PressAsync();

        AuditEntry noted = Assert.Single(await site.ReadAsync(db => db.AuditLog.Where(e => e.Act == AuditService.CandidateWithdrew).ToListAsync()));
        Assert.Null(noted.Actor);
    }

    private async Task<Shown> WithdrawAsync(string token)
    {
        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}/withdraw");
        return await page.Form("Withdraw").Tick("Yes, I withdraw").PressAsync();
    }

    private Task<DateTimeOffset?> WithdrawnAtAsync() => site.ReadAsync(db => db.Invitations.Select(i => i.WithdrawnAt).SingleAsync());
}
