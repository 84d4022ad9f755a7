using System.Text.Json;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>Granted while a test runs: it is there at once, and nothing cuts it.</summary>
public sealed class RunningTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;
    private Browser officer = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync();
        officer = await Site.SignInAsync("Accommodations");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task More_time_reaches_the_clock_of_the_page_without_a_reload()
    {
        Candidate candidate = await Site.BeginAsync();
        Assert.Equal(1200, await SecondsAsync(candidate));

        Shown saved = await GrantAsync("Amara", form => form.With("grant.time", "150"));

        Assert.Contains("A test that runs has it now.", saved.Words);
        Assert.Equal(1800, await SecondsAsync(candidate));
        Shown item = await candidate.Browser.OpenAsync("/take/2");
        Assert.Equal("1800", item.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
    }

    [Fact]
    public async Task A_grant_that_missed_the_start_of_a_test_reaches_it_with_the_next_sweep_and_only_once()
    {
        Candidate candidate = await Site.BeginAsync();
        Guid person = await Site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());
        await Site.ReadAsync(async db =>
        {
            db.Accommodations.Add(new AccommodationRow
            {
                CandidateId = person, Percent = 150, Untimed = false, BreakMinutes = 0, Typed = false, SparedItems = "", GrantedAt = Site.Time.Instant, GrantedBy = Guid.NewGuid(),
            });
            return await db.SaveChangesAsync();
        });

        await Site.RunAsync<ApplyAccommodations>();
        await Site.RunAsync<ApplyAccommodations>();

        Assert.Equal(1800, await SecondsAsync(candidate));
        Assert.Single(await Site.KindsAsync(candidate.Attempt), "Accommodated");
    }

    [Fact]
    public async Task What_a_running_test_has_is_never_taken_away()
    {
        Candidate candidate = await Site.BeginAsync();
        await GrantAsync("Amara", form => form.With("grant.time", "200"));

        await GrantAsync("Amara", form => form.With("grant.time", "125"));

        Assert.Equal(2400, await SecondsAsync(candidate));
        Assert.Equal(125, await Site.ReadAsync(db => db.Accommodations.Select(a => a.Percent).SingleAsync()));
    }

    [Fact]
    public async Task The_end_of_the_campaign_cuts_no_extended_test()
    {
        Guid campaign = await Site.OpenCampaignAsync(lastDay: 0);
        await Site.InviteAsync(campaign);
        await GrantAsync("Amara", form => form.With("grant.time", "200"));
        Site.Time.Instant = new DateTimeOffset(2026, 11, 23, 23, 50, 0, TimeSpan.Zero);
        Candidate candidate = await Site.BeginAsync(await Site.LinkAsync(await Site.InviteAsync(campaign)));

        Site.Time.Advance(TimeSpan.FromMinutes(39));
        await Site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal(60, await SecondsAsync(candidate));
        Assert.Equal("Scenario 2 of 4", Where(await candidate.Browser.OpenAsync("/take/2")));
    }

    [Fact]
    public async Task An_untimed_test_shows_no_clock_and_closes_two_weeks_after_its_campaign()
    {
        string token = await Site.NewLinkAsync();
        await GrantAsync("Amara", form => form.With("grant.time", "untimed"));
        Shown link = await Site.NewBrowser().OpenAsync($"/t/{token}");
        Candidate candidate = await Site.BeginAsync(token);

        Assert.Contains("No time limit", link.Words);
        Assert.DoesNotContain("20 minutes", link.Words);
        Assert.Null(await SecondsAsync(candidate));
        Assert.Contains("Untimed", candidate.First.Words);
        DateTimeOffset closes = await Site.ReadAsync(db => db.Campaigns.Select(c => c.ClosesAt).SingleAsync());
        Site.Time.Instant = closes.AddDays(13);
        await Site.RunAsync<CloseExpiredAttempts>();
        Assert.Equal("Scenario 3 of 4", Where(await candidate.Browser.OpenAsync("/take/3")));
        Site.Time.Instant = closes.AddDays(14).AddMinutes(1);
        await Site.RunAsync<CloseExpiredAttempts>();
        AttemptRow ended = await adjusted.AttemptAsync(candidate.Attempt);
        Assert.Equal((closes.AddDays(14), true), (ended.ClosedAt, ended.TimedOut));
    }

    [Fact]
    public async Task After_the_first_answer_the_way_of_answering_stays_and_the_officer_is_told()
    {
        Candidate candidate = await Site.BeginAsync();
        await candidate.First.Form("Next").RateAll(3).PressAsync();

        Shown saved = await GrantAsync("Amara", form => form.With("grant.typed", "true").With("grant.time", "150"));

        Assert.Contains("The way of answering stays in the test that runs", saved.Words);
        Assert.False((await adjusted.AttemptAsync(candidate.Attempt)).Typed);
        Assert.Equal(1800, await SecondsAsync(candidate));
    }

    [Fact]
    public async Task Only_the_whole_address_finds_a_person()
    {
        await Site.NewLinkAsync();

        Shown part = await officer.OpenAsync("/accommodations?email=amara");
        Shown whole = await officer.OpenAsync("/accommodations?email=AMARA@example.test");

        Assert.Contains("Nobody was invited at amara.", part.Words);
        Assert.Equal("Amara", whole.Heading);
    }

    private async Task<Shown> GrantAsync(string name, Func<FilledForm, FilledForm> fill) =>
        await fill((await adjusted.FindAsync(officer, name)).Form("Save")).PressAsync();

    private static async Task<int?> SecondsAsync(Candidate candidate)
    {
        Shown answer = await candidate.Browser.OpenAsync("/take/clock");
        JsonElement seconds = JsonDocument.Parse(answer.Html).RootElement.GetProperty("secondsLeft");
        return seconds.ValueKind == JsonValueKind.Null ? null : seconds.GetInt32();
    }

    private static string Where(Shown page) => Shown.Squeeze(page.Document.QuerySelector(".where")?.TextContent ?? page.Heading);
}
